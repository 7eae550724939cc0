/** Where the server answers now. Who wants something of it waits here while it is down. */
export class ServerAccess {
  #address = Promise.withResolvers<string>();
  #isOpen = false;
  #inUse = 0;
  #onIdle: (() => void) | undefined;

  open(url: string): void {
    this.#isOpen = true;
    this.#address.resolve(url);
  }

  /** Whoever comes from now on waits for the next server, as does whoever has waited for one that never answered. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#address = Promise.withResolvers();
  }

  /** Does something with the server as soon as there is one. What it throws came of the server's death. */
  async use<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
    const url = await this.#address.promise;
    this.#inUse += 1;
    try {
      return await work(url);
    } finally {
      this.#inUse -= 1;
      if (this.#inUse === 0) this.#onIdle?.();
    }
  }

  /** Resolves when nobody waits for an answer any more. To be asked when the door is shut and the server is dead. */
  async idle(): Promise<void> {
    if (this.#inUse === 0) return;
    await new Promise<void>((done) => {
      this.#onIdle = done;
    });
    this.#onIdle = undefined;
  }
}
