/** The server did not answer in time. What it did is unknown. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(readonly ms: number) {
    super(`no answer within ${ms} ms`);
  }
}

/**
 * Waits for an answer for so many milliseconds. The client's own deadlines are not enough: the first append on
 * a connection asks the server for its features without one.
 * @throws NoAnswerError
 */
export function within<Result>(ms: number, answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswerError(ms));
    }, ms);
    // What comes later, an answer or a failure, settles nothing any more.
    answer.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error: unknown) => {
        clearTimeout(timer);
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- as it was rejected
        reject(error);
      },
    );
  });
}

/**
 * Collects what a read yields.
 * @param limits  how long it may yield nothing, and how long it may take in all, in milliseconds
 * @throws NoAnswerError
 */
export async function collected<Item>(
  items: AsyncIterable<Item>,
  { stallMs, totalMs }: { readonly stallMs: number; readonly totalMs: number },
): Promise<readonly Item[]> {
  const found: Item[] = [];
  const { promise: stalled, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new NoAnswerError(stallMs));
  }, stallMs);
  const over = new AbortController();
  const collecting = (async () => {
    for await (const item of items) {
      if (over.signal.aborted) return;
      timer.refresh();
      found.push(item);
    }
  })();
  try {
    await within(totalMs, Promise.race([collecting, stalled]));
    return found;
  } finally {
    over.abort();
    clearTimeout(timer);
    collecting.catch(() => {});
  }
}

/** The time that is left for one call of the store, over all attempts. */
export class Deadline {
  readonly #end: number;

  constructor(readonly ms: number) {
    this.#end = performance.now() + ms;
  }

  get leftMs(): number {
    return Math.max(0, this.#end - performance.now());
  }

  get isOver(): boolean {
    return this.leftMs === 0;
  }
}

const firstPauseMs = 50;
const longestPauseMs = 1000;

/** Waits before another attempt, longer each time, and not beyond the deadline. */
export function pauseBefore(attempt: number, deadline: Deadline): Promise<void> {
  const ms = Math.min(firstPauseMs * 2 ** attempt, longestPauseMs, deadline.leftMs);
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
