import { compareText, plus, givingCommands, type Instant, type Workflow } from '@safeconduct/workflow';
import type { StuckCase } from '../definitions/open-cases.js';
import type { Erasures } from '../erasure/erasures.js';
import type { Register } from '../events/case-event.js';
import type { ListedProposal } from '../ports/proposal-queries.js';
import type { InboxItem, ListedCase, Total, ViewQueries, VisibleCases } from '../ports/view-queries.js';
import { deadlineActor } from '../reactions/deadline-actor.js';
import { checkNames } from './check-names.js';
import { listedProposals } from './listed-proposals.js';
import type { LogQueries } from './log-queries.js';
import type { CaseListName, Queries } from './queries.js';
import type { Reader } from './reader.js';

/** What in a case does not go on by itself, the most pressing first. */
export const exceptionKinds = [
  ...(['stuck', 'heard', 'erasure', 'deadline', 'proposal', 'emergency', 'unassigned'] as const),
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** Something that somebody must look at. What a kind does not have is left out. */
export interface CaseException {
  readonly kind: ExceptionKind;
  readonly caseId: string;
  readonly workflow: string;
  readonly since: Instant;
  /** `undefined` where the reader does not see the case, or it is not open. */
  readonly listed: ListedCase | undefined;
  /** Why the workflow cannot go on with the case. */
  readonly what?: string;
  readonly deadline?: string;
  /** The command that was refused, or that somebody has to send again. */
  readonly command?: string;
  /** Why the command of a deadline was refused; left out where it was not, so that no answer is known. */
  readonly refusal?: ExceptionRefusal | undefined;
  readonly proposalId?: string;
  /** The emergency access that nobody has reviewed. */
  readonly grantId?: string;
  /** Who proposed the step, or took the access. */
  readonly person?: string;
}

export interface ExceptionRefusal {
  readonly code: string;
  /** The rules that failed. */
  readonly guards: readonly { readonly guard: string; readonly code: string }[];
}

export interface ExceptionsRequest {
  /** Left out: of all workflows. */
  readonly workflow?: string | undefined;
  readonly now: Instant;
  /** When the system has had time enough: deadlines that passed later, in cases that changed later, may still be carried out. */
  readonly actedBy: { readonly due: Instant; readonly quiet: Instant };
  /** What the last look at all open cases found. */
  readonly stuck: { readonly cases: readonly StuckCase[]; readonly foundAt: Instant };
  /** How many of each kind are told; all are counted, up to `countedExceptions`. */
  readonly limit: number;
}

export interface ExceptionGroup {
  readonly kind: ExceptionKind;
  readonly total: Total;
  readonly items: readonly CaseException[];
}

/** The part of the door for reads that says what does not go on by itself. */
export interface ExceptionQueries {
  /**
   * What does not go on by itself in the cases that the reader sees, by kind; kinds of which there is nothing are left out.
   * @throws UnknownNameError
   */
  exceptions(reader: Reader, request: ExceptionsRequest): Promise<readonly ExceptionGroup[]>;

  /** How many of them there are. */
  countExceptions(reader: Reader, request: ExceptionsRequest): Promise<Total>;
}

/** What of an exception is seen by whom, as the policy says. Left out: everything. */
export interface SeenExceptions {
  readonly visible?: VisibleCases | undefined;
  readonly seesProposal?: (proposal: ListedProposal) => Promise<boolean>;
}

/** Up to so many of each kind are counted. */
export const countedExceptions = 100;

/** How long a proposal that expired is told, and how long an overdue case without an officer is not. */
const expiredDays = 14;
const unassignedDays = 7;
const erasureMs = 60_000;
const dayMs = 86_400_000;

export interface ExceptionPorts {
  readonly ask: ViewQueries;
  readonly register: Register;
  readonly erasures: Pick<Erasures, 'waiting'>;
  readonly log: Pick<LogQueries, 'emergencyAccess'>;
  readonly lists: Pick<Queries, Extract<CaseListName, 'listCases'>>;
}

type Asked = ExceptionsRequest & SeenExceptions;
type Found = Omit<CaseException, 'kind' | 'listed'> & { readonly listed?: ListedCase };

export function exceptionQueries(ports: ExceptionPorts): ExceptionQueries {
  const exceptions = (reader: Reader, asked: Asked) => findExceptions(ports, reader, asked);
  return {
    exceptions,
    countExceptions: async (reader, asked) => totalOf(await exceptions(reader, { ...asked, limit: 1 })),
  };
}

/** How many there are of all kinds. */
export const totalOf = (groups: readonly Pick<ExceptionGroup, 'total'>[]): Total => ({
  value: groups.reduce((sum, { total }) => sum + total.value, 0),
  relation: groups.every(({ total }) => total.relation === 'eq') ? 'eq' : 'gte',
});

async function findExceptions(
  ports: ExceptionPorts,
  reader: Reader,
  asked: Asked,
): Promise<readonly ExceptionGroup[]> {
  checkNames(ports.register, { workflow: asked.workflow });
  const found: Readonly<Record<Exclude<ExceptionKind, 'unassigned'>, readonly Found[]>> = {
    stuck: asked.stuck.cases
      .filter(({ workflow }) => isAsked(asked, workflow))
      .map((one) => ({ ...one, since: asked.stuck.foundAt })),
    heard: await heardUndecided(ports, asked),
    erasure: await waitingErasures(ports, asked),
    deadline: await deadlinesNotCarriedOut(ports, asked),
    proposal: await expiredProposals(ports, asked),
    emergency: await accessToReview(ports, reader, asked),
  };
  const listed = await listedCases(ports, Object.values(found).flat(), asked);
  const shown = {
    ...found,
    // Of these the store has not said which the reader sees.
    stuck: found.stuck.filter(({ caseId }) => listed.has(caseId)),
    erasure: found.erasure
      .filter(({ caseId }) => listed.has(caseId))
      .filter(({ caseId }) => isAsked(asked, listed.get(caseId)?.workflow ?? '')),
    proposal: found.proposal.filter(({ caseId }) => !isClosed(ports.register, listed.get(caseId))),
  };
  const groups: ExceptionGroup[] = [];
  for (const kind of exceptionKinds) {
    if (kind === 'unassigned') groups.push(await unassigned(ports, reader, asked));
    else {
      const { items, ...group } = groupOf(kind, shown[kind], { listed, limit: asked.limit });
      const isDeadline = kind === 'deadline';
      const told = isDeadline ? await Promise.all(items.map((one) => withRefusal(ports, one))) : items;
      groups.push({ ...group, items: told });
    }
  }
  return groups.filter(({ total }) => total.value > 0);
}

function groupOf(
  kind: ExceptionKind,
  found: readonly Found[],
  { listed, limit }: { readonly listed: ReadonlyMap<string, ListedCase>; readonly limit: number },
): ExceptionGroup {
  const value = Math.min(found.length, countedExceptions);
  const items = found.slice(0, Math.min(limit, value)).map((one) => {
    const row = listed.get(one.caseId);
    return { ...one, kind, listed: row, workflow: row?.workflow ?? one.workflow };
  });
  return { kind, total: { value, relation: found.length > value ? 'gte' : 'eq' }, items };
}

const isAsked = ({ workflow }: Asked, name: string): boolean => workflow === undefined || workflow === name;

/** The workflows that are asked for. */
const amongOf = (register: Register, asked: Asked): readonly Workflow[] =>
  [...register.values()].filter(({ name }) => isAsked(asked, name));

const ago = ({ now }: Asked, ms: number): Instant => plus(now, -ms);

/** The rows of some cases, of those that the reader sees. */
async function listedCases(
  { ask }: ExceptionPorts,
  found: readonly Found[],
  { visible }: Asked,
): Promise<ReadonlyMap<string, ListedCase>> {
  const caseIds = [...new Set(found.map(({ caseId }) => caseId))];
  if (caseIds.length === 0) return new Map();
  const { cases } = await ask.listCases({ filter: { caseIds, visible }, limit: caseIds.length });
  return new Map(cases.map((row) => [row.caseId, row]));
}

const isClosed = (register: Register, row: ListedCase | undefined): boolean =>
  row !== undefined && register.get(row.workflow)?.chart.ends.has(row.subState ?? row.state) === true;

/**
 * Deadlines that have passed, that the system was to carry out, and that still run although it had time enough. Each
 * name is one walk of an index over just these.
 */
async function deadlinesNotCarriedOut(ports: ExceptionPorts, asked: Asked): Promise<readonly Found[]> {
  const { now, actedBy, visible } = asked;
  const found: (InboxItem & { readonly command: string })[] = [];
  for (const { name: workflow, deadlines } of amongOf(ports.register, asked))
    for (const [deadline, { then: command }] of Object.entries(deadlines)) {
      if (command === undefined) continue;
      const filter = { workflow, deadline, dueBefore: actedBy.due, quietSince: actedBy.quiet, visible };
      const items = await ports.ask.inbox({ filter, now, limit: countedExceptions + 1 });
      found.push(...items.map((item) => ({ ...item, command })));
    }
  return found
    .sort((one, other) => compareText(one.dueAt, other.dueAt))
    .slice(0, countedExceptions + 1)
    .map(({ caseId, workflow, deadline, dueAt, command }) => ({
      ...{ caseId, workflow, deadline, command, since: dueAt },
    }));
}

/** With the refusal that the system got for a deadline since its case was changed last. */
async function withRefusal({ ask }: ExceptionPorts, one: CaseException): Promise<CaseException> {
  const { caseId, command, listed } = one;
  const filter = { caseId, command, actor: deadlineActor.id };
  const [last] = await ask.refusals(filter, { limit: 1, newestFirst: true });
  const isOfNow = last?.revision === BigInt(listed?.revision ?? -1);
  return { ...one, refusal: last && isOfNow ? { code: last.code, guards: last.guards } : undefined };
}

/** Words that were recorded and not carried out, as long as nobody has sent them again with success. */
async function heardUndecided(ports: ExceptionPorts, asked: Asked): Promise<readonly Found[]> {
  const { workflow, visible } = asked;
  const lines = await ports.ask.refusals(
    { code: 'HEARD_UNDECIDED', workflow, visible },
    { limit: countedExceptions + 1, newestFirst: true },
  );
  const open: Found[] = [];
  for (const { caseId, workflow: of, command, position, recordedAt } of lines)
    if (!(await isRecordedSince(ports, { caseId, command, position })))
      open.push({ caseId, workflow: of, command, since: recordedAt });
  return open;
}

async function isRecordedSince(
  { ask }: ExceptionPorts,
  { caseId, command, position }: Pick<ListedProposal, 'caseId' | 'command' | 'position'>,
): Promise<boolean> {
  const [last] = await ask.auditEvents({ caseId, command }, { limit: 1, newestFirst: true });
  return last !== undefined && last.position > position;
}

/** Steps that nobody confirmed in time, unless they were proposed again or taken since. */
async function expiredProposals(ports: ExceptionPorts, asked: Asked): Promise<readonly Found[]> {
  const { now, workflow, seesProposal = () => Promise.resolve(true) } = asked;
  const search = { workflow, status: 'expired', expiresAfter: ago(asked, expiredDays * dayMs) } as const;
  const request = { search, now, limit: countedExceptions + 1 };
  const open: Found[] = [];
  for (const one of await listedProposals(ports.ask, ports.register, request)) {
    const { caseId, workflow: of, command, proposalId, proposer, expiresAt } = one;
    if (!(await seesProposal(one)) || (await isProposedAgain(ports, one))) continue;
    if (await isRecordedSince(ports, one)) continue;
    open.push({ caseId, workflow: of, command, proposalId, person: proposer, since: expiresAt });
  }
  return open;
}

async function isProposedAgain(
  { ask }: ExceptionPorts,
  { caseId, command, position }: ListedProposal,
): Promise<boolean> {
  const ofCase = await ask.proposals({ filter: { caseId }, limit: countedExceptions });
  return ofCase.some((one) => one.command === command && one.position > position);
}

async function waitingErasures({ erasures }: ExceptionPorts, asked: Asked): Promise<readonly Found[]> {
  const waiting = await erasures.waiting(ago(asked, erasureMs));
  return waiting.map(({ caseId, begunAt }) => ({ caseId, workflow: '', since: begunAt }));
}

/** Emergency access that is over and waits for the reader to review it. */
async function accessToReview(
  { log }: ExceptionPorts,
  reader: Reader,
  asked: Asked,
): Promise<readonly Found[]> {
  const grants = await log.emergencyAccess(reader, { waiting: true });
  return grants
    .filter(({ status, workflow }) => status === 'toReview' && isAsked(asked, workflow))
    .map(({ id, caseId, workflow, person, until, ended }) => ({
      ...{ caseId, workflow, person, grantId: id, since: ended?.at ?? until },
    }));
}

/** Open cases whose date passed long ago and that are given to nobody, of workflows that give cases to somebody. */
async function unassigned(
  { lists, register }: ExceptionPorts,
  reader: Reader,
  asked: Asked,
): Promise<ExceptionGroup> {
  const search = { open: true, assignee: null, dueBefore: ago(asked, unassignedDays * dayMs) };
  const order = { by: 'due', descending: false } as const;
  const parts = await Promise.all(
    amongOf(register, asked)
      .filter((workflow) => givingCommands(workflow).length > 0)
      .map(({ name: workflow }) =>
        lists.listCases(reader, {
          ...{ order, limit: asked.limit },
          search: { ...search, workflow, visible: asked.visible },
        }),
      ),
  );
  const kind = 'unassigned';
  const items = parts
    .flatMap(({ cases }) => cases)
    .map((listed) => ({ kind, listed, ...of(listed) }) as const)
    .sort((one, other) => compareText(one.since, other.since))
    .slice(0, asked.limit);
  return { kind, items, total: totalOf(parts) };
}

const of = ({ caseId, workflow, due, since }: ListedCase) => ({
  caseId,
  workflow,
  since: Object.values(due ?? {}).sort(compareText)[0] ?? since,
});
