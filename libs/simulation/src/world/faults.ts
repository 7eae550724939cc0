import type { Plan, RequestFault, Fault } from '../plan.js';
import type { Clocks } from './clocks.js';
import type { Scheduler } from './scheduler.js';

type Of<Kind extends Fault['kind']> = Extract<Fault, { readonly kind: Kind }>;
type Armed = Exclude<Fault, Of<'crash' | 'clock' | 'diskFull' | 'slow'>>;

/** Injects the faults of a plan. */
export class Faults {
  /** The faults that wait for a request. */
  #armed: Armed[] = [];
  #fullUntilMs = 0;
  #slowUntilMs = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly onInjected: (fault: Fault) => void,
  ) {}

  get diskIsFull(): boolean {
    return this.scheduler.nowMs < this.#fullUntilMs;
  }

  get isSlow(): boolean {
    return this.scheduler.nowMs < this.#slowUntilMs;
  }

  /** Schedules the faults that happen at a given instant. */
  start({ faults }: Plan, { clocks, crash }: { clocks: Clocks; crash: (fault: Of<'crash'>) => void }): void {
    for (const fault of faults) {
      this.scheduler.after(fault.atMs, () => {
        this.#begin(fault, clocks, crash);
      });
    }
  }

  /** Ends all faults. */
  end(): void {
    this.#armed = [];
    this.#fullUntilMs = 0;
    this.#slowUntilMs = 0;
  }

  takeRead(process: number): boolean {
    return this.#take((fault) => fault.kind === 'failRead' && fault.process === process) !== undefined;
  }

  takeWrite(store: RequestFault['store'], process: number): RequestFault | undefined {
    const found = this.#take(
      (fault) => fault.kind !== 'failRead' && fault.store === store && fault.process === process,
    );
    return found?.kind === 'failRead' ? undefined : found;
  }

  #begin(fault: Fault, clocks: Clocks, crash: (fault: Of<'crash'>) => void): void {
    if (isArmed(fault)) {
      this.#armed.push(fault);
      return;
    }
    this.onInjected(fault);
    const { nowMs } = this.scheduler;
    if (fault.kind === 'crash') crash(fault);
    else if (fault.kind === 'clock') clocks.step(fault.whose, fault.byMs);
    else if (fault.kind === 'slow') this.#slowUntilMs = nowMs + fault.forMs;
    else this.#fullUntilMs = nowMs + fault.forMs;
  }

  #take(strikes: (fault: Armed) => boolean): Armed | undefined {
    const index = this.#armed.findIndex(strikes);
    const [fault] = index < 0 ? [] : this.#armed.splice(index, 1);
    if (fault !== undefined) this.onInjected(fault);
    return fault;
  }
}

const isArmed = (fault: Fault): fault is Armed =>
  !['crash', 'clock', 'diskFull', 'slow'].includes(fault.kind);
