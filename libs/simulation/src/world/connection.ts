import type { Draw } from '@safeconduct/workflow';
import { StoreUnavailableError } from '@safeconduct/engine';
import type { RequestFault } from '../plan.js';
import type { Scheduler } from './scheduler.js';
import type { Faults } from './faults.js';

/** The process that uses a connection, as far as the connection knows it. */
export interface ConnectedProcess {
  readonly number: number;
  /** How often it was started before. */
  readonly incarnation: number;
  readonly alive: boolean;
  crash(downMs: number): void;
}

export interface ConnectionPorts {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly draws: (number: number) => Draw;
}

const slowest = 40;
const drawsApart = 100_000;
const slowFactor = 200;

/**
 * The connection between a process and a store. A request and its answer take some time, so answers overtake
 * each other. Meanwhile the process can crash, the answer can be lost, the request can be refused or arrive
 * late.
 */
export class Connection {
  #draws: number;

  constructor(
    private readonly ports: ConnectionPorts,
    private readonly process: ConnectedProcess,
  ) {
    // A different range of draws for each start, so that a restarted process gets other delays.
    this.#draws = process.incarnation * drawsApart;
  }

  /** A request that changes nothing. When its process has crashed, the answer is dropped. */
  read<Result>(work: () => Promise<Result>): Promise<Result> {
    const fails = this.ports.faults.takeRead(this.process.number);
    const { promise, resolve } = Promise.withResolvers<Result>();
    this.#after(() => {
      if (this.process.alive) this.#bring(fails ? refused('it does not answer') : work(), resolve);
    });
    return promise;
  }

  /** A request that writes. It takes effect when it arrives, whole or not at all. */
  write<Result>(store: RequestFault['store'], work: () => Promise<Result>): Promise<Result> {
    const fault = this.ports.faults.takeWrite(store, this.process.number);
    const survivesItsProcess = this.#draw('arrives', 3) === 0;
    const { promise, resolve } = Promise.withResolvers<Result>();
    this.#after(() => {
      // A request under way may arrive although its process has crashed.
      if (!this.process.alive && !survivesItsProcess) return;
      const answer = this.#arrive(fault, work);
      if (answer !== undefined) this.#bring(answer, resolve);
    });
    return promise;
  }

  /** The store's answer to a request that writes; none when a fault crashes the process before. */
  #arrive<Result>(fault: RequestFault | undefined, work: () => Promise<Result>): Promise<Result> | undefined {
    if (this.ports.faults.diskIsFull) return refused('the disk is full');
    switch (fault?.kind) {
      case undefined:
        return work();
      case 'fail':
        return refused('it does not answer');
      case 'late':
        this.ports.scheduler.after(fault.forMs, () => void work().catch(() => {}));
        return refused('it does not answer in time');
      case 'loseAnswer':
        return work().then(() => refused('the answer was lost'));
      case 'crashBefore':
        this.process.crash(fault.forMs);
        return undefined;
      case 'crashAfter':
        return work().finally(() => {
          this.process.crash(fault.forMs);
        });
    }
  }

  /** Notifies the process, if it is still running by then. */
  notify(heard: () => void): void {
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
    this.ports.scheduler.after(this.ports.faults.isSlow ? ms * slowFactor : ms, run);
  }

  #draw(question: string, below: number): number {
    this.#draws += 1;
    return this.ports.draws(this.#draws)(`${question} ${this.process.number}`, below);
  }
}

const refused = (what: string): Promise<never> =>
  Promise.reject(new StoreUnavailableError('simulated store', what));
