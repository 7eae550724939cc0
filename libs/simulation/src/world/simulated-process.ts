import {
  createEngine,
  DeadlineRunner,
  ProjectionRunner,
  ProposalRunner,
  projectionsOf,
  StoreUnavailableError,
  type CommandOutcome,
  type EngineWithViews,
  type EnginePorts,
  type Ids,
  type KeyRing,
  type LiveSubjectKey,
  type Pause,
  type SentCommand,
  type SubjectKeys,
  type ViewStore,
} from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import { createHmac, createSecretKey } from 'node:crypto';
import type { Settings } from '../plan.js';
import type { Clocks } from './clocks.js';
import type { Disk } from './disk.js';
import { FaultyEvents, FaultyViews } from './faulty-stores.js';
import { Connection, type ConnectionPorts, type ConnectedProcess } from './connection.js';
import { simulatedKey } from './unsealed.js';

const hour = 3_600_000;

/** The dependencies of a process. */
export interface ProcessPorts extends EnginePorts {
  readonly views: ViewStore;
}

/** What all processes of a run share. */
export interface Surroundings extends ConnectionPorts {
  /** The version that a process runs which starts now. */
  readonly workflow: () => Workflow;
  readonly settings: Settings;
  readonly disk: Disk;
  readonly clocks: Clocks;
  /** The real length of a pause: it is extended over a time in which nothing else happens. */
  readonly untilNextPoll: (ms: number) => number;
  /** Wraps the ports of a process, for example with a planted mistake. */
  readonly between: (ports: ProcessPorts) => ProcessPorts;
  /** Called for each command that the deadlines of a process send. */
  readonly sent: (sent: SentCommand, process: number, answer: Promise<CommandOutcome>) => void;
  readonly failed: (process: number, error: unknown) => void;
  readonly changed: (process: number, what: string) => void;
}

interface Incarnation extends ConnectedProcess {
  alive: boolean;
  readonly engine: EngineWithViews;
  readonly runner: ProjectionRunner | undefined;
  readonly ports: ProcessPorts;
  readonly pause: Pause;
}

const retryMs = 60_000;
const shortMs = 60_000;

/** A process with all parts of a server. After a crash only what is on disk is left. */
export class SimulatedProcess {
  #now: Incarnation | undefined;
  #starts = 0;

  constructor(
    private readonly around: Surroundings,
    readonly number: number,
  ) {}

  get engine(): EngineWithViews | undefined {
    return this.#now?.engine;
  }

  get runner(): ProjectionRunner | undefined {
    return this.#now?.runner;
  }

  /** Starts it with empty caches, if it is not running. */
  start(): void {
    if (this.#now !== undefined) return;
    this.#starts += 1;
    this.#now = this.#incarnation();
    this.around.changed(this.number, 'starts');
    this.#run(this.#now);
  }

  /** Ends it without cleaning up, and starts it again after a while. */
  crash(downMs: number): void {
    if (this.#now === undefined) return;
    this.#now.alive = false;
    this.#now = undefined;
    this.around.changed(this.number, 'crashes');
    this.around.scheduler.after(downMs, () => {
      this.start();
    });
  }

  /** A process that is down answers with a connection error. */
  handle(sent: SentCommand): Promise<CommandOutcome> {
    const { engine } = this;
    return engine === undefined
      ? Promise.reject(new StoreUnavailableError('simulated process', 'it is down'))
      : engine.handle(sent);
  }

  #incarnation(): Incarnation {
    const { around, number } = this;
    const { clocks, disk, settings } = around;
    const workflow = around.workflow();
    const end = {
      number,
      incarnation: this.#starts,
      alive: true,
      crash: (downMs: number) => {
        this.crash(downMs);
      },
    };
    const connection = new Connection(around, end);
    const ports = around.between({
      events: new FaultyEvents(disk.events, connection),
      views: new FaultyViews(disk.views, connection),
      keys: simulatedKeys,
      clock: clocks.of(number),
      ids: countedIds(number, this.#starts),
    });
    const { cachedCasesMax, gatherMs, pollMs, batchSize, leaseMs: forMs } = settings;
    const pause = this.#pauseOf(end);
    const engine = createEngine(ports, [workflow], { cachedCasesMax, pause });
    const holder = `${number}.${this.#starts}`;
    const lease = { leases: ports.views.leases, name: 'projections', holder, forMs };
    const options = { gatherMs, pollMs, batchSize, retryMs, pause, lease };
    const projected = { ...ports, codec: engine.codec, projections: projectionsOf([workflow]) };
    const runner = number < settings.projecting ? new ProjectionRunner(projected, options) : undefined;
    return Object.assign(end, { engine, ports, runner, pause });
  }

  #run(incarnation: Incarnation): void {
    const failed = (error: unknown) => {
      this.around.failed(this.number, error);
    };
    incarnation.runner?.start(failed);
    const { settings, clocks } = this.around;
    if (this.number >= settings.reacting) return;
    const { engine, pause } = incarnation;
    const handle = (sent: SentCommand) => {
      const answer = engine.handle(sent);
      this.around.sent(sent, this.number, answer);
      return answer;
    };
    const reactions = {
      queries: engine.queries,
      clock: clocks.of(this.number),
      register: engine.register,
      handle,
    };
    const { settleMs, pollMs } = settings;
    // Without a lease, because what two of them send is to be recorded once all the same.
    new DeadlineRunner(reactions, { settleMs, pollMs, pause }).start(failed);
    const { queries, proposals } = engine;
    const ports = { queries, clock: reactions.clock, proposals };
    // They wait for days, so nobody has to look every minute.
    new ProposalRunner(ports, { pollMs: Math.max(pollMs, hour), pause }).start(failed);
  }

  /** A process only crashes and never stops a runner, so the signal is ignored. */
  #pauseOf(end: ConnectedProcess): Pause {
    const { scheduler, untilNextPoll } = this.around;
    return (ms) =>
      new Promise((resolve) => {
        scheduler.after(ms < shortMs ? ms : untilNextPoll(ms), () => {
          if (end.alive) resolve();
        });
      });
  }
}

/** The keys of every person, the same in every process. */
const simulatedSubjects: SubjectKeys = {
  find: (subjects) => new Map(subjects.map((subject) => [subject, subjectKey(subject)])),
  make: subjectKey,
  destroy: () => Promise.reject(new Error('no person is erased in a simulation')),
  forget: () => {},
};

function subjectKey(caseId: string): LiveSubjectKey {
  return { id: 'simulated', of: (dataClass) => createSecretKey(simulatedKey(caseId, dataClass)) };
}

/** The keys of every process. */
export const simulatedKeys: KeyRing = {
  subjects: simulatedSubjects,
  keyedHash: (purpose, text, digits) =>
    createHmac('sha256', `simulated ${purpose}`).update(text, 'utf8').digest(digits),
};

/** UUIDs of version 7 that tell which process made them, and count up. */
export function countedIds(process: number, incarnation: number): Ids {
  let count = 0;
  return {
    next() {
      count += 1;
      const places = [count, process, incarnation].map((part) => part.toString(16).padStart(4, '0'));
      return `00000000-0000-7000-8000-${places.reverse().join('')}`;
    },
  };
}
