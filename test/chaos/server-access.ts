/** Gives clients the current address of the server. They wait here while it is down. */
export class ServerAccess {
  #address = Promise.withResolvers<string>();
  #isOpen = false;
  #inUse = 0;
  #onIdle: (() => void) | undefined;

  open(url: string): void {
    this.#isOpen = true;
    this.#address.resolve(url);
  }

  /** From now on callers wait for the next server, also those that waited for one that never answered. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#address = Promise.withResolvers();
  }

  /**
   * Runs the work with the address as soon as there is a server. The work fails when the server is killed
   * meanwhile.
   */
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

  /** Resolves when no work is running. To be called after `close`, when the server was killed. */
  async idle(): Promise<void> {
    if (this.#inUse === 0) return;
    await new Promise<void>((done) => {
      this.#onIdle = done;
    });
    this.#onIdle = undefined;
  }
}
