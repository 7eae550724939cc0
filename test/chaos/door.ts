/** Where the server answers now. Who wants something of it waits here while it is down. */
export class Door {
  #address = Promise.withResolvers<string>();
  #isOpen = false;
  #inside = 0;
  #empty: (() => void) | undefined;

  open(url: string): void {
    this.#isOpen = true;
    this.#address.resolve(url);
  }

  /** Whoever comes from now on waits for the next server, as does whoever has waited for one that never answered. */
  shut(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#address = Promise.withResolvers();
  }

  /** Does something with the server as soon as there is one. What it throws came of the server's death. */
  async enter<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
    const url = await this.#address.promise;
    this.#inside += 1;
    try {
      return await work(url);
    } finally {
      this.#inside -= 1;
      if (this.#inside === 0) this.#empty?.();
    }
  }

  /** Resolves when nobody waits for an answer any more. To be asked when the door is shut and the server is dead. */
  async empty(): Promise<void> {
    if (this.#inside === 0) return;
    await new Promise<void>((done) => {
      this.#empty = done;
    });
    this.#empty = undefined;
  }
}
