import {
  problemKinds,
  problemType,
  type Problem,
  type ProblemCode,
  type ProblemKind,
} from '@safeconduct/contracts';
import {
  caseOfStream,
  type CaseChange,
  type HistoryDivergedError,
  type SubjectErasedError,
  type UnknownNameError,
} from '@safeconduct/engine';
import { didYouMean, type Language, type Refusal, type Workflow } from '@safeconduct/workflow';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import {
  failedGuard,
  issuesIn,
  problemDetail,
  problemTitle,
  type DetailKind,
} from '../texts/problem-text.js';
import { audienceOf } from '../texts/sentence.js';
import { allowedMethods } from './allowed-methods.js';
import { languageOf } from './language.js';
import type { Lifecycle } from './lifecycle.js';
import { HttpProblem, RefusedProblem } from './problem.js';
import { sendMissingScreen } from './screens/send-screen.js';
import { isPageForPerson, sendRefusedPage } from './sign-in/refused-page.js';
import { caseUrl, stateParts } from './answers/case-answers.js';

/** A problem as it goes out. */
export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Problem;
}

type Members = Readonly<Record<string, unknown>>;

interface Found {
  readonly code: ProblemCode;
  readonly members: Members;
  readonly headers?: Readonly<Record<string, string>>;
  /** The one code with two statuses says which. */
  readonly status?: number;
  /** In whose words and zone it is told. */
  readonly workflow?: Workflow | undefined;
  /** Which of the details of a code fits; left out: that of a command. */
  readonly kind?: DetailKind;
}

/** The only place that decides the answer to a request that fails (RFC 9457). */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly lifecycle: Lifecycle,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // The client has disconnected or was answered already. A body that broke off is nobody's fault here.
    if (reply.sent) return;
    const answer = request.raw.readableAborted
      ? problemAnswer(malformed, languageOf(request.headers['accept-language']))
      : this.answer(error, request);
    if (answer.body.code === 'ROUTE_NOT_FOUND' && sendMissingScreen(request, reply)) return;
    if (isPageForPerson(request))
      sendRefusedPage(request, reply, (language) =>
        problemAnswer(findProblem(error, request, language), language),
      );
    else sendProblem(reply, answer);
  }

  answer(error: unknown, request: FastifyRequest): ProblemAnswer {
    const language = languageOf(request.headers['accept-language']);
    const found = findProblem(error, request, language);
    const { status } = problemKinds[found.code];
    // The details go to the log only. The client gets the id of the request, to report it.
    if (status === problemKinds.UNEXPECTED.status || operatorsProblems.has(found.code))
      this.logger.error({ err: error, requestId: request.id }, found.code);
    this.lifecycle.met(error);
    return problemAnswer(found, language);
  }
}

/** Those that whoever runs the server has to mend, besides faults of the server. */
const operatorsProblems: ReadonlySet<ProblemCode> = new Set([
  'STORE_UNAVAILABLE',
  'READ_LOG_UNAVAILABLE',
  'CLOCK_IMPLAUSIBLE',
]);

/** Sends a problem. */
export function sendProblem(reply: FastifyReply, { status, headers, body }: ProblemAnswer): void {
  reply.request.problem = body.code;
  void reply.code(status).headers(headers).type('application/problem+json').send(JSON.stringify(body));
}

/** The problem of a code as it goes out, in a language. */
export function problemAnswer(
  { code, members, headers = {}, status, workflow, kind: detailKind }: Found,
  language: Language,
): ProblemAnswer {
  const kind: ProblemKind = problemKinds[code];
  const answered = status ?? kind.status;
  const known = Object.fromEntries(
    kind.members.filter((name) => members[name] !== undefined).map((name) => [name, members[name]]),
  );
  const body: Problem = {
    type: problemType(code),
    title: problemTitle(code, language),
    status: answered,
    detail: problemDetail(code, shownMembers(members), audienceOf(workflow, language), detailKind),
    code,
    ...known,
  };
  const retry = answered === 503 ? { 'retry-after': retryAfterSeconds } : {};
  return { status: answered, headers: { 'content-language': language, ...retry, ...headers }, body };
}

/** People read of the innermost state. */
const shownMembers = ({ subState, ...members }: Members): Members => ({
  ...members,
  ...(typeof subState === 'string' && { state: subState }),
});

const retryAfterSeconds = '1';

function findProblem(error: unknown, request: FastifyRequest, language: Language): Found {
  if (error instanceof RefusedProblem) return refusalProblem(error, language);
  if (error instanceof HttpProblem) {
    const { code, members, headers, workflow } = error;
    return { code, members: { ...members, ...translated(members, language) }, headers, workflow };
  }
  return (
    engineProblem(error, request) ?? frameworkProblem(error, request) ?? unexpected('UNEXPECTED', request)
  );
}

const translated = ({ issues }: Members, language: Language): Members =>
  issues === undefined ? {} : { issues: issuesIn(issues as Parameters<typeof issuesIn>[0], language) };

function refusalProblem(problem: RefusedProblem, language: Language): Found {
  const { refusal, workflow, hadPrecondition, changes } = problem;
  const { code, refusals, inputs = {} } = refusal;
  const members = {
    ...inputs,
    ...(refusal.requiredRoles && { requiredRoles: refusal.requiredRoles }),
    ...(refusal.openCommands && { openCommands: refusal.openCommands }),
    ...(refusal.state !== undefined && stateParts(refusal.state)),
    ...(refusals && { refusals: refusals.map((one) => failedGuard(one, workflow, language)) }),
    ...(changes && { changes: changes.map(changeMember) }),
    ...(refusal.issues && { issues: issuesIn(dataIssues(refusal), language) }),
  };
  if (code === 'REVISION_CONFLICT' && !hadPrecondition) return { code, members, workflow, status: 409 };
  const headers = code === 'CASE_EXISTS' ? { location: caseUrl(String(inputs['caseId'])) } : undefined;
  return { code, members, workflow, ...(headers && { headers }) };
}

const changeMember = ({ revision, actor: { id, role }, ...change }: CaseChange) => ({
  ...change,
  revision: String(revision),
  actor: { id, role },
});

/** The path of an issue, as the request has the field: in the data, or beside them. */
const dataIssues = ({ issues = [] }: Refusal) =>
  issues.map(({ beside, ...issue }) => ({
    ...issue,
    path: beside === true ? issue.path : ['data', issue.path].filter(Boolean).join('.'),
  }));

/**
 * What the store and the disk below it say when they cannot write: full, read-only, over quota, failing, or
 * no longer configured as they must be.
 */
const storeTrouble: ReadonlySet<string> = new Set(
  'STORE_UNAVAILABLE STORE_MISCONFIGURED STORE_READ_ONLY ENOSPC EDQUOT EFBIG EROFS EIO'.split(' '),
);

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Problems that are answered without further members. */
const asTheyAre = [
  'APPEND_TOO_LARGE',
  'CLOCK_IMPLAUSIBLE',
  'READ_LOG_UNAVAILABLE',
  'READ_NOT_PERMITTED',
  'WORKFLOW_UNDER_CONSTRUCTION',
] as const;
const isAsItIs = (code: string | undefined): code is (typeof asTheyAre)[number] =>
  asTheyAre.some((one) => one === code);

/** Recognised by code, not by class: errors of a worker thread are of another realm. */
function engineProblem(error: unknown, request: FastifyRequest): Found | undefined {
  const { code, ofViews } = error as { readonly code?: string; readonly ofViews?: boolean };
  if (storeTrouble.has(code ?? '')) {
    const found = { code: 'STORE_UNAVAILABLE', members: {} } as const;
    if (ofViews === true) return { ...found, kind: 'views' };
    return readingMethods.has(request.method) ? { ...found, kind: 'reading' } : found;
  }
  if (isAsItIs(code)) return { code, members: {} };
  if (code === 'STORE_CORRUPT' || code === 'SEAL_BROKEN') return unexpected(code, request);
  if (code === 'SUBJECT_ERASED') return erased(error as SubjectErasedError);
  if (code === 'CURSOR_LOST') return cursorLost;
  if (code === 'UNKNOWN_NAME') return unknownName(error as UnknownNameError, request);
  return code === 'HISTORY_DIVERGED' ? diverged(error as HistoryDivergedError, request) : undefined;
}

/** Which case, and from which event on; what the event is stands in the log. */
const diverged = ({ stream, revision }: HistoryDivergedError, { id }: FastifyRequest): Found => ({
  code: 'HISTORY_DIVERGED',
  members: { caseId: caseOfStream(stream), revision: String(revision), traceId: id },
});

/** Whose case, and when. */
const erased = ({ caseId, erasedAt }: SubjectErasedError): Found => ({
  code: 'SUBJECT_ERASED',
  members: { caseId, erasedAt },
});

/** Where a kind of name is asked for by a parameter of another name. */
const parameterOf: Readonly<Partial<Record<UnknownNameError['kind'], string>>> = {
  place: 'facility',
  earlierState: 'earlier',
  movedState: 'moved',
  tagCode: 'tag',
  dataClass: 'class',
};

/** A list is narrowed by a name that there is not, or a command names one. The name itself is not repeated. */
function unknownName({ kind, nearest, known }: UnknownNameError, request: FastifyRequest): Found {
  const { method, query, body } = request;
  const isOfWaiting = kind === 'role' && Object.hasOwn(query as object, 'waitingOn');
  const name = isOfWaiting ? 'waitingOn' : (parameterOf[kind] ?? kind);
  const isInBody = kind === 'dataClass' && !readingMethods.has(method);
  const isOfFilter = typeof body === 'object' && body !== null && 'filter' in body;
  const path = isInBody ? 'classes' : `${isOfFilter ? 'filter' : 'query'}.${name}`;
  const message = `is not known${didYouMean(nearest)}`;
  const allowed = known.slice(0, allowedMax);
  return {
    code: 'REQUEST_INVALID',
    members: { issues: [{ path, code: 'unknown_name', message, params: { allowed } }] },
  };
}

const allowedMax = 200;

/** A page begins behind a case that is not in the list any more. */
const cursorLost: Found = {
  code: 'REQUEST_INVALID',
  members: {
    issues: [
      { path: 'query.cursor', code: 'invalid_cursor', message: 'is lost; begin again with the first page' },
    ],
  },
};

const unexpected = (code: ProblemCode, request: FastifyRequest): Found => ({
  code,
  members: { traceId: request.id },
});

const malformed: Found = {
  code: 'REQUEST_INVALID',
  members: { issues: [{ path: '', code: 'malformed', message: 'the request cannot be read' }] },
};

/** Requests that Fastify and Nest refuse before a controller is called, by the status that they give. */
const refusedEarly: Readonly<Record<number, (request: FastifyRequest) => Found>> = {
  400: () => malformed,
  // A path that leads out of the folder of files.
  403: nothingHere,
  404: nothingHere,
  408: () => ({ code: 'REQUEST_TIMEOUT', members: {} }),
  413: ({ routeOptions }) => ({ code: 'BODY_TOO_LARGE', members: { limit: routeOptions.bodyLimit } }),
  414: () => ({ code: 'URI_TOO_LONG', members: {} }),
  415: () => ({ code: 'MEDIA_TYPE_UNSUPPORTED', members: { allowed: ['application/json'] } }),
  503: () => ({ code: 'STOPPING', members: {}, headers: { connection: 'close' } }),
};

function frameworkProblem(error: unknown, request: FastifyRequest): Found | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  return refusedEarly[status ?? 0]?.(request);
}

function nothingHere({ url }: FastifyRequest): Found {
  const allowed = allowedMethods(url);
  if (allowed.length === 0) return { code: 'ROUTE_NOT_FOUND', members: {} };
  return { code: 'METHOD_NOT_ALLOWED', members: { allowed }, headers: { allow: allowed.join(', ') } };
}
