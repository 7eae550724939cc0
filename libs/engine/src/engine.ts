import {
  availability,
  canonicalDefinition,
  type Actor,
  type Availability,
  type Workflow,
} from '@safeconduct/workflow';
import { createHash } from 'node:crypto';
import { CaseQueue } from './commands/case-queue.js';
import { handle } from './commands/handle.js';
import { loadCase, newestCase } from './commands/load-case.js';
import type { CommandPorts } from './commands/pipeline.js';
import type { CommandOutcome, SentCommand } from './commands/sent-command.js';
import { StateCache } from './commands/state-cache.js';
import { registerOf, type CaseEvent, type Register } from './events/case-event.js';
import { eventCodec, type EventCodec } from './events/codec.js';
import { readCase } from './events/read-stream.js';
import { caseIdOf, caseStream, isCaseId } from './events/streams.js';
import { foldCase, type ReadCaseState } from './history/case-state.js';
import { differences, type Difference } from './history/differences.js';
import { eventsUpTo, replayCase, type Replay } from './history/replay.js';
import type { Clock } from './ports/clock.js';
import type { EventStore, Revision } from './ports/event-store.js';
import type { Ids } from './ports/ids.js';
import type { KeyRing } from './ports/key-ring.js';
import type { Moment } from './queries/moment.js';

/** What an engine is built from. */
export interface EnginePorts {
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface EngineOptions {
  /** How many case states are kept in memory. */
  readonly cachedCasesMax?: number;
}

/** A moment of one case: a revision, or a time in one of the two clocks. */
export type CaseMoment = { readonly revision: Revision } | Moment;

/** The use cases around single cases. */
export interface Engine {
  readonly register: Register;
  /** What recorded events are read with; see `EventCodec`. */
  readonly codec: EventCodec;
  readonly fingerprints: ReadonlyMap<string, string>;
  /** See `handle` in `commands/handle.ts` for what it promises. */
  readonly handle: (sent: SentCommand) => Promise<CommandOutcome>;
  /** The id of the case with this reference or id, in one workflow or in whichever has it; `undefined` when there is none. */
  findCase(referenceOrId: string, workflow?: string): Promise<string | undefined>;
  /** The workflow a case belongs to, which never changes; `undefined` when there is no such case. */
  workflowOf(caseId: string): Promise<Workflow | undefined>;
  /** A case now or at a past moment; `undefined` when it was not open then. */
  caseAt(caseId: string, moment?: CaseMoment): Promise<ReadCaseState | undefined>;
  history(caseId: string): Promise<readonly CaseEvent[]>;
  /** Folds through XState and compares with what was recorded; see `replayCase`. */
  replay(caseId: string, to?: CaseMoment): Promise<Replay | undefined>;
  /** What differs between two moments of a case, in its state and its facts. */
  compare(caseId: string, from: CaseMoment, to: CaseMoment): Promise<readonly Difference[]>;
  /** Every command of the case's workflow: open to this actor, or why not. Without one, roles are not asked. */
  available(state: ReadCaseState, actor?: Actor): readonly Availability[];
  readonly cache: { readonly hits: number; readonly misses: number; readonly size: number };
  /** How many cases have a command under way. */
  readonly queue: { readonly size: number };
}

/** A large camp, with some 10 kB each: an import goes through everybody again for every kind of step. */
const defaultCachedCasesMax = 25_000;

/** Builds the engine for a register of workflows. It owns no thread and no timer, so there is nothing to close. */
export function createEngine(
  ports: EnginePorts,
  workflows: readonly Workflow[],
  { cachedCasesMax = defaultCachedCasesMax }: EngineOptions = {},
): Engine {
  const register = registerOf(workflows);
  const fingerprints = new Map(workflows.map((workflow) => [workflow.name, fingerprintOf(workflow)]));
  const cache = new StateCache(cachedCasesMax);
  const queue = new CaseQueue();
  const codec = eventCodec(register);
  const pipeline: CommandPorts = { ...ports, register, codec, fingerprints, cache, queue };
  const history = (caseId: string) => readCase(ports.events, codec, { caseId });

  const caseAt = async (caseId: string, moment?: CaseMoment): Promise<ReadCaseState | undefined> => {
    if (moment === undefined) return newestCase(pipeline, caseId);
    return foldCase(caseId, eventsUpTo(await history(caseId), moment));
  };

  return {
    register,
    codec,
    fingerprints,
    cache,
    queue,
    handle: (sent) => handle(pipeline, sent),
    history,
    workflowOf: async (caseId) => (await loadCase(pipeline, caseId))?.workflow,
    caseAt,

    async findCase(referenceOrId, workflow) {
      const names = workflow === undefined ? [...register.keys()] : [workflow];
      const ids = isCaseId(referenceOrId)
        ? [referenceOrId]
        : names.map((name) => caseIdOf(ports.keys, name, referenceOrId));
      // Only looked for, not folded: a case whose history has diverged must be found to be shown.
      for (const id of ids) {
        const [first] = await ports.events.readStream(caseStream(id), { from: 0n, limit: 1 });
        if (first !== undefined) return id;
      }
      return undefined;
    },

    async replay(caseId, to) {
      const events = eventsUpTo(await history(caseId), to);
      const workflow = events[0]?.workflow;
      return workflow && replayCase(workflow, events);
    },

    async compare(caseId, from, to) {
      const [before, after] = [await caseAt(caseId, from), await caseAt(caseId, to)];
      return differences(before?.folded, after?.folded);
    },

    available(state, actor) {
      return availability(state.workflow, state.folded, { now: ports.clock.now(), actor });
    },
  };
}

// A definition does not change while a process runs, and its text takes milliseconds to make.
const fingerprints = new WeakMap<Workflow, string>();

/** Which definition decided: 128 bits of a SHA-256 over everything in it that decides. */
export function fingerprintOf(workflow: Workflow): string {
  const known = fingerprints.get(workflow);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(canonicalDefinition(workflow)).digest('hex').slice(0, 32);
  fingerprints.set(workflow, made);
  return made;
}
