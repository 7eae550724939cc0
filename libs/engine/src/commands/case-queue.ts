type Task = () => Promise<void>;

/**
 * Lets the commands of one case wait for each other, in the order in which they came, while those of other cases run.
 * Inside one process this makes conflicts rare; between processes the store's expected revision decides.
 */
export class CaseQueue {
  // A case has an entry while a command of it runs; the list holds those that wait behind it.
  private readonly waiting = new Map<string, { urgent: Task[]; normal: Task[] }>();

  /** Runs the work when it is its turn. Urgent work goes before all that is not urgent. */
  run<Result>(caseId: string, urgent: boolean, work: () => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const task = () => work().then(resolve, reject);
      const line = this.waiting.get(caseId);
      if (line !== undefined) {
        (urgent ? line.urgent : line.normal).push(task);
        return;
      }
      this.waiting.set(caseId, { urgent: [], normal: [] });
      void this.work(caseId, task);
    });
  }

  /** How many cases have a command under way. */
  get size(): number {
    return this.waiting.size;
  }

  private async work(caseId: string, first: Task): Promise<void> {
    for (let task: Task | undefined = first; task !== undefined; task = this.next(caseId)) await task();
    this.waiting.delete(caseId);
  }

  private next(caseId: string): Task | undefined {
    const line = this.waiting.get(caseId);
    return line?.urgent.shift() ?? line?.normal.shift();
  }
}
