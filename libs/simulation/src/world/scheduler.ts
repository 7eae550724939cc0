import { nextTick } from 'node:process';
import { setImmediate } from 'node:timers';

interface Task {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/**
 * Runs all tasks of a simulation, one after the other, on a clock that jumps from one to the next. Tasks of
 * the same instant run in the order in which they were added, so a run depends on its plan alone.
 */
export class Scheduler {
  nowMs = 0;
  #asked = 0;
  /** Sorted in descending order: the next task is the last. */
  readonly #tasks: Task[] = [];

  /** Adds a task that runs this many milliseconds from now. */
  after(ms: number, run: () => void | Promise<void>): void {
    this.#asked += 1;
    const task = { atMs: this.nowMs + ms, order: this.#asked, run };
    this.#tasks.splice(this.#placeOf(task), 0, task);
  }

  /** Runs all tasks up to an instant, also those that are added meanwhile. */
  async runUntil(untilMs: number): Promise<void> {
    // Work that has just begun may still add a task.
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
      // A new task runs after those of the same instant, so it stands before them in this order.
      if ((this.#tasks[middle] as Task).atMs > atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Resolves when no promise can make progress and nothing waits for a turn of the event loop, as a long case does that is
 * read in several. Node runs what was put off to the next tick only when no microtask is left, and in a simulation nothing
 * waits for a timer, a file or another thread, so the order is deterministic. Most tasks need no turn, which costs more than
 * they do.
 */
async function settled(): Promise<void> {
  await new Promise<void>((resolve) => {
    nextTick(resolve);
  });
  while (process.getActiveResourcesInfo().includes('Immediate')) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
