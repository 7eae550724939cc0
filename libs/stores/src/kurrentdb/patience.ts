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

  /** Waits for a call. It is on the path of every append, so it makes one promise and no more. */
  wait<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#over !== undefined) return Promise.reject(this.#over);
    const answer = call();
    return new Promise((resolve, reject) => {
      this.#underWay.add(reject);
      if (this.#isShort) this.#watch();
      answer.then(
        (result) => {
          this.#underWay.delete(reject);
          this.#answered();
          resolve(result);
        },
        (error: unknown) => {
          this.#underWay.delete(reject);
          if (!['unknown', 'notLeader'].includes(classify(error))) this.#answered();
          // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- as it was rejected
          reject(error);
        },
      );
    });
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
