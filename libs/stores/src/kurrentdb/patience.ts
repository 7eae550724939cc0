import { classify } from './classify.js';

const defaultShortMs = 2000;

/**
 * How long the calls of a store are waited for: each as long as its own deadlines say; once the process is about to
 * end, only while the server answers. When it has answered none of the calls for a short while, they all fail, and so
 * does every later one. What became of them on the server is unknown.
 */
export class Patience {
  readonly #underWay = new Set<(error: Error) => void>();
  #isShort = false;
  #timer: NodeJS.Timeout | undefined;
  #over: Error | undefined;

  /** @param made  the error of a call that is not waited for any longer */
  constructor(
    private readonly made: () => Error,
    private readonly shortMs = defaultShortMs,
  ) {}

  /** From now on a server that does not answer is waited for no longer than a short while. */
  shorten(): void {
    if (this.#isShort) return;
    this.#isShort = true;
    if (this.#underWay.size > 0) this.#watch();
  }

  /** Waits for a call. */
  async wait<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#over !== undefined) throw this.#over;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#underWay.add(reject);
    if (this.#isShort) this.#watch();
    call().then(resolve, reject);
    try {
      const result = await promise;
      this.#answered();
      return result;
    } catch (error) {
      if (!['unknown', 'notLeader'].includes(classify(error))) this.#answered();
      throw error;
    } finally {
      this.#underWay.delete(reject);
    }
  }

  /** Stops the watch; a later call, also the next attempt of one that failed, begins it again. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #watch(): void {
    this.#timer ??= setTimeout(() => {
      const error = this.made();
      this.#over = error;
      for (const giveUp of this.#underWay) giveUp(error);
    }, this.shortMs);
  }

  #answered(): void {
    if (!this.#isShort || this.#over !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#underWay.size > 1) this.#watch();
  }
}
