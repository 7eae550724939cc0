import type { Workflow } from '@safeconduct/workflow';
import { guardedLog } from './access/guarded-log.js';
import { guardedQueries } from './access/guarded-queries.js';
import { accessPolicy, type AccessPolicy } from './access/policy.js';
import { toldByPolicy, toldOpenly, type Told } from './access/told.js';
import { CaseQueue } from './commands/case-queue.js';
import { handle } from './commands/handle.js';
import type { NamedPeople } from './commands/named-persons.js';
import type { CommandPorts } from './commands/pipeline.js';
import type { CommandOutcome, SentCommand } from './commands/sent-command.js';
import { StateCache } from './commands/state-cache.js';
import { proposalCommands, type ProposalCommands } from './proposals/proposal-commands.js';
import type { EmergencyAccess } from './emergency/emergency-access.js';
import { registerOf, type Register } from './events/case-event.js';
import { caseEvents } from './events/case-events.js';
import { Erasures } from './erasure/erasures.js';
import { eventCodec, type EventCodec } from './events/codec.js';
import type { Clock } from './ports/clock.js';
import type { EventStore } from './ports/event-store.js';
import type { Ids } from './ports/ids.js';
import type { KeyRing } from './ports/key-ring.js';
import type { ReadLog } from './ports/read-log.js';
import type { ViewStore } from './ports/view-store.js';
import { ReadRecorder } from './reads/read-recorder.js';
import { recordedLog } from './reads/recorded-log.js';
import { recordedQueries } from './reads/recorded-queries.js';
import { logQueries, type LogQueries, type LogQueryPorts } from './queries/log-queries.js';
import type { Pause } from './following/pause.js';
import { createQueries, type Queries } from './queries/queries.js';

/** What an engine is built from. */
export interface EnginePorts {
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Asked for the persons whom commands name. Left out where there is no register of people; then an id is believed. */
  readonly people?: NamedPeople | undefined;
  /**
   * Where each read of case data is entered before it is answered. Left out only where nobody reads: in a simulation, in
   * a dry run, in a thread that fills views.
   */
  readonly reads?: ReadLog | undefined;
  /** Emergency access that people took. Left out where nobody can take any. */
  readonly emergency?: EmergencyAccess | undefined;
}

export interface EngineOptions {
  /** How many case states are kept in memory. */
  readonly cachedCasesMax?: number;
  /**
   * `open`: every reader is answered everything. For a process that does not know who its readers are; left out, each
   * reader gets what the workflows give them.
   */
  readonly reads?: 'guarded' | 'open';
  /** Told of a read by the operator of the machine that was answered although it could not be entered. */
  readonly onUnenteredRead?: ((error: unknown) => void) | undefined;
  /** How readers wait for the views; by the clock of this machine when left out. */
  readonly pause?: Pause | undefined;
}

/** The use cases over a log: commands, and the queries that the log alone can answer. */
export interface Engine {
  readonly register: Register;
  /** Encodes and decodes events; see `EventCodec`. */
  readonly codec: EventCodec;
  /**
   * See `handle` in `commands/handle.ts` for what it promises. The outcome is whole, so it goes to code alone; a person who
   * sends something is answered through `commandsFor`.
   */
  readonly handle: (sent: SentCommand) => Promise<CommandOutcome>;
  /** What of an outcome goes to whoever sent the command. */
  readonly told: Told;
  /** Steps that wait for a second person: making, confirming and ending proposals. As whole as `handle`. */
  readonly proposals: ProposalCommands;
  /** Persons who were erased: `refresh` after opening, and then regularly; a process that writes calls `finish`. */
  readonly erasures: Erasures;
  /** The one door for reads. */
  readonly queries: LogQueries;
  readonly cache: { readonly hits: number; readonly misses: number; readonly size: number };
  /** How many cases have a command under way. */
  readonly queue: { readonly size: number };
}

/** An engine with views, which also answers lists, figures and the past of all cases. */
export interface EngineWithViews extends Engine {
  readonly queries: Queries;
}

/**
 * Enough for the cases of a large camp, at some 10 kB each: an import visits all of them once for every kind
 * of step.
 */
const defaultCachedCasesMax = 25_000;

/**
 * Builds the engine for a register of workflows. It owns no thread and no timer, so there is nothing to
 * close.
 */
export function createEngine(
  ports: EnginePorts & { readonly views: ViewStore },
  workflows: readonly Workflow[],
  options?: EngineOptions,
): EngineWithViews;
export function createEngine(
  ports: EnginePorts,
  workflows: readonly Workflow[],
  options?: EngineOptions,
): Engine;
export function createEngine(
  { views, ...ports }: EnginePorts & { readonly views?: ViewStore },
  workflows: readonly Workflow[],
  options: EngineOptions = {},
): Engine {
  const { cachedCasesMax = defaultCachedCasesMax } = options;
  const register = registerOf(workflows);
  const cache = new StateCache(cachedCasesMax);
  const queue = new CaseQueue();
  const erasures = new Erasures({ ...ports, keys: ports.keys.subjects });
  erasures.onErased((caseId) => {
    cache.erase(caseId);
  });
  const codec = eventCodec(register, { ...ports.keys, subjects: erasures.keys });
  const pipeline: CommandPorts = {
    ...ports,
    ...{ register, codec, cache, queue, erasures },
    caseEvents: caseEvents(ports.events, codec),
  };
  const policy = accessPolicy(register);
  const { emergency, reads } = ports;
  return {
    ...{ register, codec, cache, queue, erasures },
    handle: (sent) => handle(pipeline, sent),
    told: options.reads === 'open' ? toldOpenly : toldByPolicy({ ...pipeline, policy, emergency }),
    queries: doorOf({ ...pipeline, policy, reads, emergency }, views, options),
    proposals: proposalCommands(pipeline),
  };
}

/** The door for reads, from the outside in: the log of reads, the policy, what is asked. */
function doorOf(
  ports: LogQueryPorts & { readonly policy: AccessPolicy },
  views: ViewStore | undefined,
  { reads = 'guarded', pause, onUnenteredRead }: EngineOptions,
): LogQueries {
  const recorded = ports.reads && {
    register: ports.register,
    recorder: new ReadRecorder({ ...ports, reads: ports.reads, onUnentered: onUnenteredRead }),
  };
  if (views === undefined) {
    const log = logQueries(ports);
    const guarded = reads === 'open' ? log : guardedLog(log, ports);
    return recorded === undefined ? guarded : recordedLog(guarded, recorded);
  }
  const all = createQueries({ ...ports, views, pause });
  const guarded = reads === 'open' ? all : guardedQueries(all, ports);
  return recorded === undefined ? guarded : recordedQueries(guarded, recorded);
}
