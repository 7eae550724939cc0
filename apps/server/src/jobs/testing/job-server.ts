import { createEngine, type EventStore, type LeaseOptions } from '@safeconduct/engine';
import { fixedKeyRing } from '@safeconduct/engine/testing';
import { dryRunEvents, prefixIdentity, systemClock, uuidIds, type JobStore } from '@safeconduct/stores';
import { pino } from 'pino';
import { Readable } from 'node:stream';
import { template } from '../../../../../workflows/_template/index.js';
import type { JobPorts } from '../job-run.js';
import { JobRunner } from '../job-runner.js';
import type { StoredJob } from '../job.js';

export interface JobServerOptions {
  readonly events: EventStore;
  readonly jobs: JobStore;
  /** How long its lease lasts; left out: it has none. */
  readonly forMs?: number;
  readonly patienceMs?: number;
  readonly rejectedKeptMs?: number;
  /** What this process knows of erasures; left out: nothing. */
  readonly erasures?: JobPorts['engine']['erasures'];
  /** Checks the log; left out: finds nothing out. */
  readonly verify?: JobPorts['verify'];
  /** Awaited before each command. */
  readonly beforeCommand?: (count: number) => Promise<void> | void;
}

/** The part of a server that receives and runs jobs. It can be put to sleep, as a process that is paused. */
export class JobServer {
  readonly runner: JobRunner;
  /** What was logged, line by line. */
  readonly logged: string[] = [];
  commands = 0;
  private awake: Promise<void> = Promise.resolve();
  private wakeUp = () => {};

  constructor(options: JobServerOptions) {
    const { events, jobs, forMs, patienceMs, rejectedKeptMs, beforeCommand = () => {} } = options;
    const [clock, keys, ids] = [systemClock, fixedKeyRing(), uuidIds];
    const engine = createEngine({ events, keys, clock, ids }, [template]);
    const ports: JobPorts = {
      ...{ keys, clock, identity: prefixIdentity([template], ['clerk-1']), jobs: this.whenAwake(jobs) },
      engine: {
        register: engine.register,
        erasures: options.erasures ?? engine.erasures,
        told: engine.told,
        queries: engine.queries,
        handle: async (sent) => {
          this.commands += 1;
          await beforeCommand(this.commands);
          await this.awake;
          return engine.handle(sent);
        },
      },
      verify: options.verify ?? (() => Promise.resolve(undefined)),
      dryRun: () => createEngine({ events: dryRunEvents(events, clock), keys, clock, ids }, [template]),
    };
    const logger = pino({ level: 'info' }, { write: (line: string) => this.logged.push(line) });
    const lease: LeaseOptions | undefined =
      forMs === undefined
        ? undefined
        : { leases: ports.jobs.leases, name: 'jobs', holder: uuidIds.next(), forMs };
    this.runner = new JobRunner(ports, logger, { lease, patienceMs, rejectedKeptMs });
  }

  /** From now on it does nothing: no command, and nothing in the store. What it has begun waits. */
  sleep(): void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.awake = promise.then(() => {});
    this.wakeUp = () => {
      resolve(undefined);
    };
  }

  wake(): void {
    this.wakeUp();
  }

  submit(rows: readonly string[]): Promise<StoredJob> {
    const text = `${[columns, ...rows].join('\n')}\n`;
    const request = { ...{ workflow: 'template', command: 'OpenRequest' }, ...importOptions };
    return this.runner.submit(request, Readable.from([Buffer.from(text)]), text.length * 2);
  }

  /** The job, once it is so. */
  async until(id: string, isSo: (job: StoredJob) => boolean): Promise<StoredJob> {
    for (;;) {
      const job = await this.runner.find(id);
      if (job !== undefined && isSo(job)) return job;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private whenAwake<Target extends object>(target: Target): Target {
    return new Proxy(target, {
      get: (_, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name === 'leases') return this.whenAwake(value as object);
        if (typeof value !== 'function') return value;
        return async (...given: readonly unknown[]) => {
          await this.awake;
          return (await Reflect.apply(value, target, given)) as unknown;
        };
      },
    });
  }
}

const columns = 'requestNo,by,name,nameArabic';
const importOptions = { format: 'csv', dryRun: false, actor: 'clerk-1' } as const;

/** Rows that open a request each. */
export const rowsFrom = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `R-${first + index},clerk-1,Name ${index},اسم`);
