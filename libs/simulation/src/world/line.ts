import type { Draw } from '@safeconduct/workflow';
import { StoreUnavailableError } from '@safeconduct/engine';
import type { RequestTrouble } from '../plan.js';
import type { Scheduler } from './scheduler.js';
import type { Troubles } from './troubles.js';

/** The process at the near end of a line, as far as the line knows it. */
export interface NearEnd {
  readonly number: number;
  /** How often it was started before. */
  readonly incarnation: number;
  readonly alive: boolean;
  crash(downMs: number): void;
}

export interface LinePorts {
  readonly scheduler: Scheduler;
  readonly troubles: Troubles;
  readonly draws: (number: number) => Draw;
}

const slowest = 40;
const drawsApart = 100_000;
const slowFactor = 200;

/**
 * The way between a process and a store. A request takes some time to arrive and its answer some time to come back, so
 * answers overtake each other; on the way the process can crash, the answer be lost, the request be refused or come late.
 */
export class Line {
  #draws: number;

  constructor(
    private readonly ports: LinePorts,
    private readonly process: NearEnd,
  ) {
    // Far apart, so that a process that was started again meets other delays than the one before.
    this.#draws = process.incarnation * drawsApart;
  }

  /** A request that changes nothing. Asked of a process that is gone, nobody hears the answer. */
  read<Result>(work: () => Promise<Result>): Promise<Result> {
    const fails = this.ports.troubles.takeRead(this.process.number);
    const { promise, resolve } = Promise.withResolvers<Result>();
    this.#after(() => {
      if (this.process.alive) this.#bring(fails ? refused('it does not answer') : work(), resolve);
    });
    return promise;
  }

  /** A request that writes. It takes effect when it arrives, whole or not at all. */
  write<Result>(store: RequestTrouble['store'], work: () => Promise<Result>): Promise<Result> {
    const trouble = this.ports.troubles.takeWrite(store, this.process.number);
    const arrivesAlone = this.#draw('arrives', 3) === 0;
    const { promise, resolve } = Promise.withResolvers<Result>();
    this.#after(() => {
      // What was under way when its process crashed may arrive all the same.
      if (!this.process.alive && !arrivesAlone) return;
      const answer = this.#arrive(trouble, work);
      if (answer !== undefined) this.#bring(answer, resolve);
    });
    return promise;
  }

  /** What the store answers to a request that writes; nothing when that takes its process down. */
  #arrive<Result>(
    trouble: RequestTrouble | undefined,
    work: () => Promise<Result>,
  ): Promise<Result> | undefined {
    if (this.ports.troubles.diskIsFull) return refused('the disk is full');
    switch (trouble?.kind) {
      case undefined:
        return work();
      case 'fail':
        return refused('it does not answer');
      case 'late':
        this.ports.scheduler.after(trouble.forMs, () => void work().catch(() => {}));
        return refused('it does not answer in time');
      case 'loseAnswer':
        return work().then(() => refused('the answer was lost'));
      case 'crashBefore':
        this.process.crash(trouble.forMs);
        return undefined;
      case 'crashAfter':
        return work().finally(() => {
          this.process.crash(trouble.forMs);
        });
    }
  }

  /** Something for the process to hear, if it is still there by then. */
  tell(heard: () => void): void {
    this.#answer(heard);
  }

  #bring<Result>(answer: Promise<Result>, resolve: (answer: Promise<Result>) => void): void {
    const bring = () => {
      this.#answer(() => {
        resolve(answer);
      });
    };
    answer.then(bring, bring);
  }

  #answer(heard: () => void): void {
    this.#after(() => {
      if (this.process.alive) heard();
    });
  }

  #after(run: () => void): void {
    const ms =
      this.#draw('delay', 4) === 0 ? this.#draw('long delay', slowest) : this.#draw('short delay', 3);
    this.ports.scheduler.after(this.ports.troubles.isSlow ? ms * slowFactor : ms, run);
  }

  #draw(question: string, below: number): number {
    this.#draws += 1;
    return this.ports.draws(this.#draws)(`${question} ${this.process.number}`, below);
  }
}

const refused = (what: string): Promise<never> =>
  Promise.reject(new StoreUnavailableError('simulated store', what));
