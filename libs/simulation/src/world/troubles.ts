import type { Plan, RequestTrouble, Trouble } from '../plan.js';
import type { Clocks } from './clocks.js';
import type { Scheduler } from './scheduler.js';

type Of<Kind extends Trouble['kind']> = Extract<Trouble, { readonly kind: Kind }>;
type Armed = Exclude<Trouble, Of<'crash' | 'clock' | 'diskFull' | 'slow'>>;

/** What goes wrong in a run, as its plan says. */
export class Troubles {
  /** Those that wait for a request to strike. */
  #armed: Armed[] = [];
  #fullUntilMs = 0;
  #slowUntilMs = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly onStruck: (trouble: Trouble) => void,
  ) {}

  get diskIsFull(): boolean {
    return this.scheduler.nowMs < this.#fullUntilMs;
  }

  get isSlow(): boolean {
    return this.scheduler.nowMs < this.#slowUntilMs;
  }

  /** Sets up everything that happens at a moment of its own. */
  start(
    { troubles }: Plan,
    { clocks, crash }: { clocks: Clocks; crash: (trouble: Of<'crash'>) => void },
  ): void {
    for (const trouble of troubles) {
      this.scheduler.after(trouble.atMs, () => {
        this.#begin(trouble, clocks, crash);
      });
    }
  }

  /** From now on nothing goes wrong any more. */
  end(): void {
    this.#armed = [];
    this.#fullUntilMs = 0;
    this.#slowUntilMs = 0;
  }

  takeRead(process: number): boolean {
    return this.#take((trouble) => trouble.kind === 'failRead' && trouble.process === process) !== undefined;
  }

  takeWrite(store: RequestTrouble['store'], process: number): RequestTrouble | undefined {
    const found = this.#take(
      (trouble) => trouble.kind !== 'failRead' && trouble.store === store && trouble.process === process,
    );
    return found?.kind === 'failRead' ? undefined : found;
  }

  #begin(trouble: Trouble, clocks: Clocks, crash: (trouble: Of<'crash'>) => void): void {
    if (isArmed(trouble)) {
      this.#armed.push(trouble);
      return;
    }
    this.onStruck(trouble);
    const { nowMs } = this.scheduler;
    if (trouble.kind === 'crash') crash(trouble);
    else if (trouble.kind === 'clock') clocks.step(trouble.whose, trouble.byMs);
    else if (trouble.kind === 'slow') this.#slowUntilMs = nowMs + trouble.forMs;
    else this.#fullUntilMs = nowMs + trouble.forMs;
  }

  #take(strikes: (trouble: Armed) => boolean): Armed | undefined {
    const index = this.#armed.findIndex(strikes);
    const [trouble] = index < 0 ? [] : this.#armed.splice(index, 1);
    if (trouble !== undefined) this.onStruck(trouble);
    return trouble;
  }
}

const isArmed = (trouble: Trouble): trouble is Armed =>
  !['crash', 'clock', 'diskFull', 'slow'].includes(trouble.kind);
