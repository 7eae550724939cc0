import {
  apiBase,
  exceptionKinds,
  exceptionsMax,
  type Exception,
  type ExceptionList,
} from '@safeconduct/contracts';
import {
  totalOf,
  type CaseException,
  type Directory,
  type EngineWithViews,
  type ExceptionsRequest,
  type Instant,
  type Reader,
  type Total,
} from '@safeconduct/engine';
import { inRole, plus, givingCommands, type Language, type Refusal } from '@safeconduct/workflow';
import type { StoredJob } from '../../jobs/job.js';
import {
  causeText,
  exceptionWords,
  pageOf,
  type Cause,
  type ShownKind,
} from '../../texts/exception-words.js';
import { caseUrl, nameOf } from '../answers/case-answers.js';
import { jobUrl } from '../answers/job-answer.js';
import { reasonOf } from '../jobs/foresee-bulk.js';

/** Where exceptions are looked for, besides the door for reads. */
export interface ExceptionSources {
  readonly engine: Pick<EngineWithViews, 'queries' | 'register'>;
  readonly directory: Directory;
  /** What the last look at all open cases found. */
  readonly stuck: ExceptionsRequest['stuck'];
  /** How long a case must have had no new event before the system acts on its deadlines. */
  readonly settleMs: number;
  /** Since when the lists lack what was recorded, where they have for too long. */
  readonly viewsStaleSince: Instant | null;
  /** The jobs of a reader that have to be mended and ended at this moment or later. */
  readonly jobsToMend: (since: Instant) => Promise<readonly StoredJob[]>;
}

export interface ExceptionsAsked {
  readonly reader: Reader;
  readonly workflow: string | undefined;
  readonly now: Instant;
}

/** How long the system may take for a deadline of a case that has settled. */
const roundsMs = 300_000;
const jobDays = 30;
const dayMs = 86_400_000;

interface Told {
  readonly limit: number;
  readonly language: Language;
}

/** Everything that does not go on by itself, as the API tells it. */
export async function findExceptions(
  sources: ExceptionSources,
  asked: ExceptionsAsked,
  told: Told,
): Promise<Omit<ExceptionList, 'position'>> {
  const { queries } = sources.engine;
  const found = await queries.exceptions(asked.reader, requestOf(sources, asked, told.limit));
  const tell = { sources, asked, ...told };
  const groups = [
    ...found.map(({ kind, total, items }) =>
      groupOf(kind, { total, items: items.map((item) => caseAnswer(item, tell)) }, told.language),
    ),
    viewsGroup(sources, told.language),
    await jobGroup(tell),
  ].filter(({ total }) => total.value > 0);
  return {
    asOf: asked.now,
    total: totalOf(groups),
    groups: groups.sort(
      (one, other) => exceptionKinds.indexOf(one.kind) - exceptionKinds.indexOf(other.kind),
    ),
  };
}

/** How many there are, as the list counts them. */
export async function countExceptions(sources: ExceptionSources, asked: ExceptionsAsked): Promise<Total> {
  const ofCases = await sources.engine.queries.countExceptions(asked.reader, requestOf(sources, asked, 1));
  const others = [viewsTotal(sources), jobTotal(await jobsOf(sources, asked))];
  return totalOf([ofCases, ...others].map((total) => ({ total })));
}

function requestOf(
  { stuck, settleMs }: ExceptionSources,
  { workflow, now }: ExceptionsAsked,
  limit: number,
): ExceptionsRequest {
  const actedBy = { due: plus(now, -roundsMs), quiet: plus(now, -settleMs - roundsMs) };
  return { workflow, now, stuck, limit, actedBy };
}

const groupOf = (
  kind: ShownKind,
  { total, items }: Pick<ExceptionList['groups'][number], 'total' | 'items'>,
  language: Language,
): ExceptionList['groups'][number] => {
  const say = exceptionWords[language];
  return { kind, title: say.titles[kind], help: say.help[kind], page: pageOf(kind), total, items };
};

interface Telling extends Told {
  readonly sources: ExceptionSources;
  readonly asked: ExceptionsAsked;
}

const nothing = { code: null, command: null, deadline: null, proposalId: null, jobId: null, grantId: null };

function caseAnswer(found: CaseException, telling: Telling): Exception {
  const { sources, language } = telling;
  const { kind, since, caseId, listed, what, person } = found;
  const { command = null, deadline = null, refusal, proposalId = null, grantId = null } = found;
  const workflow = sources.engine.register.get(found.workflow);
  const reason = refusal && reasonIn(refusal, telling, found.workflow);
  return {
    since,
    case: listed === undefined ? null : caseIn(listed, sources.directory),
    cause: causeText(causeOf(found), { what, person, command, deadline, reason }, { workflow, language }),
    ...{ ...nothing, code: refusal?.code ?? null, command, deadline, proposalId, grantId },
    remedies: [
      ...(listed === undefined ? [] : [{ remedy: 'openCase', href: caseUrl(caseId) } as const]),
      ...commandFor(found, telling),
      ...(kind === 'emergency'
        ? [{ remedy: 'reviewAccess', href: `${apiBase}/emergency-access/${grantId}/review` } as const]
        : []),
    ],
  };
}

function causeOf({ kind, refusal }: CaseException): Cause {
  if (kind !== 'deadline') return kind;
  return refusal === undefined ? 'deadlineUnanswered' : 'deadlineRefused';
}

/** Only codes and names are told of a refusal: what its rules looked at is in the log. */
const reasonIn = (
  { code, guards }: NonNullable<CaseException['refusal']>,
  { sources, language }: Telling,
  workflow: string,
): string => {
  const refusals = guards.map((guard) => ({ ...guard, inputs: {} }));
  return reasonOf(
    { code: code as Refusal['code'], refusals },
    sources.engine.register.get(workflow),
    language,
  );
};

function caseIn(listed: NonNullable<CaseException['listed']>, directory: Directory): Exception['case'] {
  const { caseId, workflow, reference, state, subState, place, assignee } = listed;
  return {
    ...{ caseId, workflow, reference, state, subState, facility: place, assignee },
    assigneeName: assignee === null ? null : nameOf(directory.person(assignee)),
  };
}

/** The command by which the reader mends it, where their roles let them send it. */
function commandFor(
  { kind, caseId, workflow, listed, command }: CaseException,
  { sources, asked }: Telling,
): Exception['remedies'] {
  if (listed === undefined) return [];
  const definition = sources.engine.register.get(workflow);
  if (definition === undefined) return [];
  const meant =
    kind === 'unassigned'
      ? givingCommands(definition)[0]
      : [...definition.commands.values()].find(
          ({ name }) => (kind === 'heard' || kind === 'proposal') && name === command,
        );
  if (meant === undefined || inRole(asked.reader.actor, meant.roles) === undefined) return [];
  return [{ remedy: 'sendCommand', href: `${caseUrl(caseId)}/commands/${meant.name}` }];
}

const viewsTotal = ({ viewsStaleSince }: ExceptionSources): Total => ({
  value: viewsStaleSince === null ? 0 : 1,
  relation: 'eq',
});

function viewsGroup(sources: ExceptionSources, language: Language) {
  const since = sources.viewsStaleSince;
  const cause = causeText('views', {}, { workflow: undefined, language });
  const items = since === null ? [] : [{ since, case: null, cause, ...nothing, remedies: [] }];
  return groupOf('views', { total: viewsTotal(sources), items }, language);
}

async function jobsOf(
  { jobsToMend }: ExceptionSources,
  { now, workflow }: ExceptionsAsked,
): Promise<readonly StoredJob[]> {
  const found = await jobsToMend(plus(now, -jobDays * dayMs));
  return found.filter((job) => workflow === undefined || job.workflow === workflow);
}

const jobTotal = ({ length }: readonly StoredJob[]): Total => ({
  value: Math.min(length, exceptionsMax),
  relation: length > exceptionsMax ? 'gte' : 'eq',
});

async function jobGroup({ sources, asked, limit, language }: Telling) {
  const jobs = await jobsOf(sources, asked);
  const items = jobs.slice(0, limit).map((job): Exception => {
    const { id, command, rejected, total, problem, createdAt, endedAt } = job;
    const workflow = sources.engine.register.get(job.workflow);
    const values = { command, rejected, total, reason: problem ?? '' };
    return {
      ...{ ...nothing, since: endedAt ?? createdAt, case: null, command, jobId: id },
      cause: causeText(jobCause(job), values, { workflow, language }),
      remedies: [
        { remedy: 'openJob', href: jobUrl(id) },
        ...(job.kind === 'bulk' && job.files !== 'none'
          ? [{ remedy: 'repeatJob', href: `${jobUrl(id)}/again` } as const]
          : []),
      ],
    };
  });
  return groupOf('job', { total: jobTotal(jobs), items }, language);
}

function jobCause({ state, kind }: StoredJob): Cause {
  if (state === 'failed') return 'jobFailed';
  return kind === 'bulk' ? 'jobRefused' : 'importRejected';
}
