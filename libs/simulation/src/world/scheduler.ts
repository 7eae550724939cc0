import { setImmediate } from 'node:timers';

interface Task {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/**
 * Everything that happens in a simulation, one thing after the other, on a clock that jumps from one to the next. What
 * is due at the same moment happens in the order in which it was asked for, so a run depends on nothing but its plan.
 */
export class Scheduler {
  nowMs = 0;
  #asked = 0;
  /** The next one stands last. */
  readonly #tasks: Task[] = [];

  /** Has something done so many milliseconds from now. */
  after(ms: number, run: () => void | Promise<void>): void {
    this.#asked += 1;
    const task = { atMs: this.nowMs + ms, order: this.#asked, run };
    this.#tasks.splice(this.#placeOf(task), 0, task);
  }

  /** Does all that is due up to a moment, also what is asked for meanwhile. */
  async runUntil(untilMs: number): Promise<void> {
    // What was begun just now may be about to ask for something.
    await settled();
    for (let task = this.#next(untilMs); task !== undefined; task = this.#next(untilMs)) {
      this.nowMs = task.atMs;
      await task.run();
      await settled();
    }
    this.nowMs = untilMs;
  }

  #next(untilMs: number): Task | undefined {
    const task = this.#tasks.at(-1);
    return task === undefined || task.atMs > untilMs ? undefined : this.#tasks.pop();
  }

  #placeOf({ atMs }: Task): number {
    let [low, high] = [0, this.#tasks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // A new one goes behind those of the same moment, which means in front of them in this order.
      if ((this.#tasks[middle] as Task).atMs > atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Resolves when every promise that can go on has gone on. Node runs an immediate only when no microtask is left, and in a
 * simulation nothing waits for a timer, a file or another thread, so nothing is left to chance.
 */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
