type Turn = () => void;

/**
 * Runs the commands of one case one at a time, in the order in which they came, while the commands of other
 * cases run. Inside one process this makes conflicts rare; between processes the expected revision of the
 * append decides.
 */
export class CaseQueue {
  // A case has an entry while a command of it runs; the lists hold those that wait behind it.
  private readonly waiting = new Map<string, { readonly urgent: Turn[]; readonly normal: Turn[] }>();

  /**
   * Runs the work when it is its turn, at once if nothing of the case runs. Urgent work goes before other
   * waiting work.
   */
  async run<Result>(caseId: string, urgent: boolean, work: () => Promise<Result>): Promise<Result> {
    const line = this.waiting.get(caseId);
    if (line === undefined) this.waiting.set(caseId, { urgent: [], normal: [] });
    else await new Promise<void>((turn) => (urgent ? line.urgent : line.normal).push(turn));
    try {
      return await work();
    } finally {
      this.next(caseId);
    }
  }

  /** How many cases have a command under way. */
  get size(): number {
    return this.waiting.size;
  }

  private next(caseId: string): void {
    const line = this.waiting.get(caseId);
    const turn = line?.urgent.shift() ?? line?.normal.shift();
    if (turn === undefined) this.waiting.delete(caseId);
    else turn();
  }
}
