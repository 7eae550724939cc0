/** Gives clients the addresses of the servers in turn. They wait here while all are down. */
export class ServerAccess {
  #opened = Promise.withResolvers<undefined>();
  #urls: readonly string[] = [];
  #used = 0;
  #isOpen = false;
  #inUse = 0;
  #onIdle: (() => void) | undefined;

  /** @param pace  waited for before each piece of work; left out, work begins as soon as a server is there */
  constructor(private readonly pace?: () => Promise<void>) {}

  open(...urls: readonly string[]): void {
    this.#isOpen = true;
    this.#urls = urls;
    this.#opened.resolve(undefined);
  }

  /** From now on callers wait for the next server, also those that waited for one that never answered. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#opened = Promise.withResolvers();
  }

  /**
   * Runs the work with the address of a server as soon as there is one. The work fails when the server is
   * killed meanwhile.
   */
  async use<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
    await this.pace?.();
    await this.#opened.promise;
    const url = this.#urls[this.#used++ % this.#urls.length] as string;
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
