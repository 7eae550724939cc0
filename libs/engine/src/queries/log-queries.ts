import {
  availability,
  type Actor,
  type ActorInRole,
  type Availability,
  type Command,
  type Instant,
  type Workflow,
} from '@safeconduct/workflow';
import type { Withheld } from '../access/withheld.js';
import { timeBounds, type TimeBounds } from '../commands/command-time.js';
import { newestCase, workflowOfCase } from '../commands/load-case.js';
import type { NamedPeople } from '../commands/named-persons.js';
import type { Refused, SentCommand } from '../commands/sent-command.js';
import type { StateCache } from '../commands/state-cache.js';
import { erasureCertificate, type ErasureCertificate } from '../erasure/certificate.js';
import type { Erasures } from '../erasure/erasures.js';
import type { CaseEvent, Register } from '../events/case-event.js';
import type { CaseEvents, CaseRange } from '../events/case-events.js';
import type { EventCodec } from '../events/codec.js';
import { checkOpenCases, type OpenCasesReport } from '../definitions/open-cases.js';
import {
  LogFollower,
  readLog,
  type LogBatch,
  type LogConsumer,
  type LogFollowerOptions,
} from '../following/log-follower.js';
import type { ReadCase } from '../history/case-state.js';
import { differences, type Difference } from '../history/differences.js';
import { createPast, eventsAt, eventsBackwards, type PastMoment, type ReplayRange } from '../history/past.js';
import type { Replay } from '../history/replay.js';
import { timeOfAsking, type CaseMoment, type ClockName } from '../moment.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, Revision } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import type { KeyRing } from '../ports/key-ring.js';
import type { ReadLog } from '../ports/read-log.js';
import { logStart, type Position } from '../ports/position.js';
import { proposalsMade, type ProposalOfCase } from '../proposals/proposals-made.js';
import { dryRun, type Foreseen } from '../proposals/dry-run.js';
import { shownProposals, type ShownProposal } from '../proposals/shown-proposal.js';
import { verifyLog, type LogReport } from '../verify/verify-log.js';
import { checkNames } from './check-names.js';
import { findCases, onlyCase, type FoundCase, type NamedCase } from './find-cases.js';
import { isSystem, type Reader } from './reader.js';
import { referencesOf } from './references.js';
import type { EmergencyAccess, ShownGrant } from '../emergency/emergency-access.js';
import { accessReport, type AccessReport } from '../reads/access-report.js';
import { checkAskedNames } from '../reads/asked-names.js';
import { readFacets, type ReadFacetCounts, type ReadFacetsRequest } from '../reads/read-facets.js';
import { listedReadEntries, type ListedReadEntry, type ReadEntriesRequest } from '../reads/listed-entries.js';
import { shownWhole, type ShownCase } from './shown-case.js';

/** A command of a case: open, or why not, its guards, and between which times it may have happened. */
export interface CaseCommand extends Availability {
  readonly occurredAt: TimeBounds;
}

/** An event of a case without its data. */
export interface CaseChange {
  readonly revision: Revision;
  readonly type: string;
  readonly actor: ActorInRole;
  readonly occurredAt: Instant;
}

/** A case, and every command of its workflow that can be sent to it. */
export interface CaseCommands {
  readonly state: ShownCase;
  readonly commands: readonly CaseCommand[];
  /** The verdicts of the guards, or the values that they looked at, where the reader does not see these. */
  readonly withheld: readonly Withheld[];
}

/**
 * Reads that the log alone answers, so they need no views and never lag. Each takes the reader first. A case that the
 * reader does not see is answered as one that does not exist.
 *
 * Commands are not decided through these queries: a decision uses all recorded events, whatever its sender
 * may see, so the pipeline in `commands/` loads the case itself.
 */
export interface LogQueries {
  /** The position of the last event; `logStart` in an empty log. */
  head(reader: Reader): Promise<Position>;

  /** How many events there are, all or those after a position; `undefined` when the store cannot tell. */
  eventCount(reader: Reader, asked?: { readonly after: Position }): Promise<number | undefined>;

  /** Checks the whole log against the definitions; see `verifyLog`. */
  verifyLog(reader: Reader, onProgress: (done: number) => void): Promise<LogReport>;

  /**
   * Folds the open cases of some workflows, all that there are when left out, and reports those that the definitions of
   * today cannot go on with; see `checkOpenCases`.
   */
  openCases(
    reader: Reader,
    asked?: { readonly workflows?: readonly string[] },
  ): Promise<readonly OpenCasesReport[]>;

  /** The events of the log after a position, of all cases, batch by batch, to the end of the log. */
  log(
    reader: Reader,
    range: { readonly after: Position; readonly batchSize: number },
  ): AsyncGenerator<LogBatch>;

  /** A follower of the log for a consumer; it is not started. */
  follow(reader: Reader, consumer: LogConsumer, options: LogFollowerOptions): LogFollower;

  /**
   * The cases with this reference, at most one in each workflow, in the order of the register; or the one with this id.
   * In one workflow or in all of them.
   */
  findCases(reader: Reader, asked: NamedCase): Promise<readonly FoundCase[]>;

  /**
   * The id of the case with this reference or id, in one workflow or in all of them; `undefined` when there
   * is none.
   * @throws AmbiguousReferenceError  several workflows have a case of this reference
   */
  findCase(reader: Reader, asked: NamedCase): Promise<string | undefined>;

  /** The workflow a case belongs to, which never changes; `undefined` when there is no such case. */
  workflowOf(reader: Reader, asked: { readonly caseId: string }): Promise<Workflow | undefined>;

  /**
   * Those of some cases that the reader sees, by their ids, each with what it is called before them: its reference or its
   * pseudonym; null where the case cannot be read.
   */
  casesSeen(
    reader: Reader,
    asked: { readonly caseIds: readonly string[] },
  ): Promise<ReadonlyMap<string, string | null>>;

  /** A case now or at a past moment; `undefined` when it was not open then. */
  case(reader: Reader, asked: PastMoment): Promise<ShownCase | undefined>;

  /**
   * The commands of a case with whether they are open and what their guards say, for any actor or for one, now or at a past moment;
   * `undefined` when the case was not open then.
   */
  commands(
    reader: Reader,
    asked: PastMoment & { readonly actor?: Actor | undefined },
  ): Promise<CaseCommands | undefined>;

  /**
   * What a command to a case would lead to if it was sent now, or the refusal that it would get; see `dryRun`. Nothing is
   * recorded in the log of events. Whoever does not see the case is told that there is none.
   */
  dryRun(reader: Reader, asked: { readonly sent: SentCommand }): Promise<Foreseen | Refused>;

  /**
   * The events of a case from a revision on, in the order of entry, all or those up to a moment, of all types or of some,
   * and all of these or a page; none when there is no such case. A page of all reads no other events.
   * @throws UnknownNameError  no workflow has such a type
   */
  history(
    reader: Reader,
    asked: CaseRange & {
      readonly limit?: number | undefined;
      /** Left out: all events. */
      readonly moment?: CaseMoment | undefined;
    },
  ): Promise<readonly CaseEvent[]>;

  /**
   * The same backwards: at most `limit` events before a revision, the newest first. Reads no event that is older than the
   * page but those that a moment or types leave out on the way.
   */
  historyBackwards(
    reader: Reader,
    asked: {
      readonly caseId: string;
      readonly before: Revision;
      readonly limit: number;
      readonly moment?: CaseMoment | undefined;
      readonly types?: readonly string[] | undefined;
    },
  ): Promise<readonly CaseEvent[]>;

  /** What was recorded in a case from a revision on, without its data, in the order of entry. */
  changes(
    reader: Reader,
    asked: { readonly caseId: string; readonly from: Revision; readonly limit: number },
  ): Promise<readonly CaseChange[]>;

  /** The same step by step, so that a long case holds up nobody; see `CaseEvents`. */
  historySteps(reader: Reader, asked: CaseRange): AsyncGenerator<readonly CaseEvent[]>;

  /** When a case was opened, by either clock; `undefined` when there is no such case. */
  openedAt(
    reader: Reader,
    asked: { readonly caseId: string; readonly clock: ClockName },
  ): Promise<Instant | undefined>;

  /** Folds a case up to a moment through XState and compares with what was recorded; see `Past`. */
  replay(reader: Reader, asked: ReplayRange): Promise<Replay | undefined>;

  /**
   * The proposals of a case as they stand now, in the order in which they were made, also of a case that is not open yet;
   * none where there is no such case.
   */
  proposalsOfCase(reader: Reader, asked: { readonly caseId: string }): Promise<readonly ShownProposal[]>;

  /** The same without what was proposed: which of them the reader sees, and whose they are. */
  proposalsSeen(reader: Reader, asked: { readonly caseId: string }): Promise<readonly ProposalOfCase[]>;

  /** What can be shown of the erasure of a case's person; `undefined` where there was none. */
  erasure(reader: Reader, asked: { readonly caseId: string }): Promise<ErasureCertificate | undefined>;

  /**
   * A page of the log of reads: who read what, what for and from where.
   * @throws UnknownNameError  it is narrowed by a purpose or a data class that there is not and never was
   */
  readEntries(reader: Reader, asked: ReadEntriesRequest): Promise<readonly ListedReadEntry[]>;

  /**
   * How many entries that list has with each value of a facet, and in each part of its time, exactly.
   * @throws UnknownNameError  as that list
   */
  readFacets(reader: Reader, asked: ReadFacetsRequest): Promise<ReadFacetCounts>;

  /**
   * The emergency access that the reader took or reviews, the newest first; all of it for the operator of the machine.
   * @param asked.waiting  only what waits for the reader: to be looked at while it runs, to be reviewed when it is over
   */
  emergencyAccess(reader: Reader, asked: { readonly waiting: boolean }): Promise<readonly ShownGrant[]>;

  /**
   * What the person whose case it is may know: who read it, who decided, under which rules; no names. `undefined` where there
   * is no such case.
   * @throws ReadNotPermittedError  it is neither for a request of the person nor for their counsel
   */
  accessReport(reader: Reader, asked: { readonly caseId: string }): Promise<AccessReport | undefined>;

  /** The differences between two moments of a case, in its state and its facts. */
  compare(
    reader: Reader,
    asked: { readonly caseId: string; readonly from: CaseMoment; readonly to: CaseMoment },
  ): Promise<readonly Difference[]>;
}

export interface LogQueryPorts {
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly register: Register;
  readonly codec: EventCodec;
  readonly caseEvents: CaseEvents;
  readonly cache: StateCache;
  readonly erasures: Erasures;
  /** Left out where nobody's reads are entered. */
  readonly reads?: ReadLog | undefined;
  /** Left out where nobody can take any. */
  readonly emergency?: EmergencyAccess | undefined;
  /** Left out where there is no register of people. */
  readonly people?: NamedPeople | undefined;
}

/** The part of the door for reads that the log answers. */
export function logQueries(ports: LogQueryPorts): LogQueries {
  const { events, codec, caseEvents, clock } = ports;
  const past = createPast(caseEvents, ports.erasures);

  const caseAt = ({ caseId, moment }: PastMoment): Promise<ReadCase | undefined> =>
    moment === undefined ? newestCase(ports, caseId) : past.caseAt({ caseId, moment });

  return {
    head: () => events.head(),
    eventCount: (_reader, { after } = { after: logStart }) => events.countAfter(after),
    verifyLog: (_reader, onProgress) => verifyLog({ events, codec, proofs: ports }, onProgress),
    openCases: (_reader, asked) => checkOpenCases(ports, asked?.workflows),
    log: (_reader, range) => readLog({ events, codec }, range),
    follow: (_reader, consumer, options) => new LogFollower({ events, codec }, consumer, options),
    workflowOf: (_reader, { caseId }) => workflowOfCase(ports, caseId),
    async case(_reader, asked) {
      const found = await caseAt(asked);
      return found && shownWhole(found);
    },
    casesSeen: (_reader, { caseIds }) => referencesOf(ports, caseIds),
    async history(_reader, { limit, moment, ...range }) {
      checkNames(ports.register, { type: range.types });
      return limit === undefined || moment !== undefined || range.types !== undefined
        ? eventsAt(caseEvents, { ...range, moment, limit })
        : caseEvents.page({ ...range, limit });
    },
    async historyBackwards(_reader, asked) {
      checkNames(ports.register, { type: asked.types });
      return eventsBackwards(caseEvents, asked);
    },
    changes: async (_reader, asked) => (await caseEvents.page(asked)).map(changeOf),
    async openedAt(_reader, { caseId, clock }) {
      const [opening] = await caseEvents.page({ caseId, limit: 1 });
      return clock === 'occurred' ? opening?.recorded.occurredAt : opening?.recorded.recordedAt;
    },
    historySteps: (_reader, range) => caseEvents.steps(range),
    replay: (_reader, asked) => past.replay(asked),
    proposalsOfCase: (_reader, { caseId }) => shownProposals(ports, caseId),
    proposalsSeen: (_reader, { caseId }) => proposalsMade(ports, caseId),

    erasure: (_reader, { caseId }) => erasureCertificate(ports, caseId),

    findCases: (_reader, asked) => findCases(ports, asked),
    ...readLogQueries(ports),
    async emergencyAccess(reader, { waiting }) {
      const who = isSystem(reader) ? 'operator' : reader.actor;
      const { emergency } = ports;
      return (await (waiting ? emergency?.waitingFor(who) : emergency?.grantsOf(who))) ?? [];
    },

    findCase: async (_reader, asked) => onlyCase(await findCases(ports, asked))?.caseId,

    dryRun: (_reader, { sent }) => dryRun(ports, sent),

    async commands(_reader, { actor, ...asked }) {
      const state = await caseAt(asked);
      return state && commandsIn(state, { actor, now: timeOfAsking(asked.moment, state, clock.now()) });
    },

    async compare(_reader, { caseId, from, to }) {
      const before = await caseAt({ caseId, moment: from });
      const after = await caseAt({ caseId, moment: to });
      return differences(before?.folded, after?.folded);
    },
  };
}

/** What the log of reads answers. */
const readLogQueries = (
  ports: LogQueryPorts,
): Pick<LogQueries, 'readEntries' | 'readFacets' | 'accessReport'> => ({
  async readEntries(_reader, asked) {
    await checkAskedNames(ports, asked.filter);
    return listedReadEntries(ports.reads, asked);
  },
  async readFacets(_reader, asked) {
    await checkAskedNames(ports, asked.filter);
    return readFacets(ports.reads, asked);
  },
  async accessReport(_reader, { caseId }) {
    const workflow = await workflowOfCase(ports, caseId);
    return workflow && accessReport(ports, { caseId, workflow });
  },
});

/** Every command of a case as it is or was. */
function commandsIn(
  state: ReadCase,
  asked: { readonly now: Instant; readonly actor: Actor | undefined },
): CaseCommands {
  const { workflow, folded } = state;
  const commands = availability(workflow, folded, asked).map((one) => ({
    ...one,
    occurredAt: timeBounds(workflow.commands.get(one.command) as Command, state, asked.now),
  }));
  return { state: shownWhole(state), commands, withheld: [] };
}

const changeOf = ({
  recorded: { revision, type, occurredAt },
  envelope: { actor },
}: CaseEvent): CaseChange => ({ revision, type, actor, occurredAt });
