import { draftProblemKinds } from './draft-problems.js';
import { kind, type ProblemKind } from './problem-kind.js';
import { signInProblemKinds } from './sign-in-problems.js';

export type { ProblemKind } from './problem-kind.js';

/** Every problem the API answers with. The pages in `docs/reference/problems` are made from this table. */
export const problemKinds = {
  REQUEST_INVALID: kind(
    400,
    'The address, a query parameter, a header or the body is not what the operation takes.',
    'Correct what `issues` names. A query parameter that the operation does not have is refused too.',
    ['issues'],
  ),
  COMMAND_INVALID: kind(
    400,
    "The body of a command does not fit the command's form.",
    'Correct the fields that `issues` names. `GET /api/v1/cases/{caseId}/commands` has the JSON ' +
      'Schema of each form.',
    ['issues'],
  ),
  ...signInProblemKinds,
  ...draftProblemKinds,
  NOT_PERMITTED: kind(
    403,
    'The role of the actor may not send this command.',
    'Let somebody in one of the `requiredRoles` do it.',
    ['requiredRoles'],
  ),
  READ_NOT_PERMITTED: kind(
    403,
    'No role of the reader may read this for the purpose of the read. What is about single cases is never answered so: a ' +
      'case that the reader does not see is answered as one that does not exist.',
    'Ask somebody whose role may, by the permission matrix of `GET /api/v1/workflows/{name}`.',
  ),
  SECOND_PERSON_REQUIRED: kind(
    403,
    'The step is taken by two persons and comes as a recorded decision, without the second one.',
    'Name the second person: in the column `confirmedBy` of a bulk import. Sent by itself, such a step waits as a proposal.',
    ['requiredRoles'],
  ),
  SECOND_PERSON_INVALID: kind(
    403,
    'The second person is the first one, answers to the first one, or does not have the role for it.',
    'Let another person in one of the `requiredRoles` confirm or reject, who is not a subordinate of the first one.',
    ['requiredRoles'],
  ),
  PROPOSAL_OF_ANOTHER: kind(
    403,
    'A proposal is withdrawn by the person who made it, and by nobody else.',
    'Let a person who may confirm it reject it, or let it expire.',
  ),
  PROPOSER_NOT_PERMITTED: kind(
    403,
    'The person who made the proposal does not have the role for it any more, so it cannot be confirmed.',
    'Reject it, and let somebody in one of the `requiredRoles` propose the step.',
    ['requiredRoles'],
  ),
  ROUTE_NOT_FOUND: kind(404, 'The API has nothing at this address.', 'See `/docs`, or `/openapi.json`.'),
  UNKNOWN_COMMAND: kind(
    404,
    'The workflow of the case has no such command.',
    '`GET /api/v1/workflows/{name}` lists its commands.',
  ),
  WORKFLOW_NOT_FOUND: kind(
    404,
    'No workflow of this name is registered.',
    '`GET /api/v1/workflows` lists them.',
  ),
  REGISTRY_NOT_FOUND: kind(
    404,
    'No field of the forms of the workflow has a registry of this name.',
    '`x-registry` of a field in `GET /api/v1/workflows/{workflow}` names it.',
  ),
  VIEW_NOT_FOUND: kind(
    404,
    'The workflow declares no view of this name.',
    '`GET /api/v1/workflows/{workflow}` lists its views.',
  ),
  CASE_NOT_FOUND: kind(
    404,
    'There is no such case, or it was not open yet at the moment asked for.',
    'Look it up with `GET /api/v1/cases?reference=…`; for the past, ask for a later moment.',
  ),
  PERSON_NOT_FOUND: kind(
    404,
    'The directory of people has nobody of this id.',
    '`GET /api/v1/people?left=true` lists everybody.',
  ),
  PROPOSAL_NOT_FOUND: kind(
    404,
    'The case has no proposal of this id.',
    '`GET /api/v1/cases/{caseId}/proposals` lists them.',
  ),
  ERASURE_NOT_FOUND: kind(
    404,
    'The person of the case was not erased.',
    'A data protection officer and a second person erase a person, by a command of the workflow.',
  ),
  EMERGENCY_NOT_FOUND: kind(
    404,
    'There is no such emergency access, or it is none that the sender took or reviews.',
    '`GET /api/v1/emergency-access` lists them.',
  ),
  JOB_NOT_FOUND: kind(404, 'There is no such job, or it has no such file.', '`GET /api/v1/jobs` lists them.'),
  METHOD_NOT_ALLOWED: kind(405, 'The address exists, but not with this method.', 'Use one of `allowed`.', [
    'allowed',
  ]),
  REQUEST_TIMEOUT: kind(408, 'The body did not arrive in time.', 'Send it again, faster.'),
  CASE_EXISTS: kind(
    409,
    'A case with this natural key was opened before; nothing was recorded.',
    'Go on with the case that `caseId` and the header `Location` name.',
    ['caseId'],
  ),
  CHANGE_REFUSED: kind(
    409,
    'The directory of people does not take this change; nothing was recorded.',
    'See `reason`.',
    ['reason'],
  ),
  FIGURE_NOT_FOUND: kind(
    404,
    'No figure that somebody outside stated has this id.',
    'See `GET /api/v1/reported-figures?withdrawn=true`.',
  ),
  FIGURE_WITHDRAWN: kind(
    409,
    'The figure was withdrawn and is not corrected or withdrawn again; nothing was recorded.',
    'Record it again, where it stands after all.',
  ),
  EMERGENCY_REFUSED: kind(
    409,
    'Emergency access is not given, ended or reviewed so; nothing was recorded.',
    'See `reason`.',
    ['reason'],
  ),
  ACCOUNT_CHANGE_REFUSED: kind(
    409,
    'The account does not take this change; nothing was changed.',
    'See `reason`.',
    ['reason'],
  ),
  WRONG_STATE: kind(
    409,
    'The command is not possible in the state the case is in.',
    'See `state`, and `openCommands` for what is possible.',
    ['state', 'subState', 'openCommands'],
  ),
  COMMAND_REFUSED: kind(
    409,
    'The command is possible in this state, but not all of its rules hold.',
    'See `refusals`: every rule that fails, with the values it looked at.',
    ['refusals', 'state', 'subState', 'openCommands'],
  ),
  CASE_NOT_OPEN_YET: kind(
    404,
    'At the moment that was asked for the case was not open yet.',
    'Ask for a moment from `openedAt` on.',
    ['asOf', 'openedAt'],
  ),
  OCCURRED_BEFORE_LAST_EVENT: kind(
    409,
    'The step moves the case and is said to have happened before its last one. The clock of a case never goes back.',
    'Correct `occurredAt`, or tell the step with the time at which it was learned. Facts that leave the case where it is may be entered late.',
    ['occurredAt', 'lastOccurredAt'],
  ),
  OCCURRED_BEFORE_CASE: kind(
    409,
    'The fact is said to have happened before the case was opened.',
    'Correct `occurredAt`; what happened before belongs into the data of the fact.',
    ['occurredAt', 'openedAt'],
  ),
  OCCURRED_IN_FUTURE: kind(
    409,
    'The step is said to happen in the future.',
    'Send it when it has happened. Check the clocks of both machines.',
    ['occurredAt', 'now'],
  ),
  REVISION_CONFLICT: kind(
    412,
    'The case has moved on since the sender read it; nothing was recorded. 412 with `If-Match`, 409 without.',
    'See in `changes` what was recorded meanwhile, or read the case again, and decide anew.',
    ['expected', 'actual', 'changes'],
  ),
  WORKFLOW_UNDER_CONSTRUCTION: kind(
    409,
    'Texts of the workflow are missing or wrong, and these data may be real. No case of it is opened in them; cases that ' +
      'are open go on.',
    'Tell whoever runs the server: `safeconduct workflow check <name>` names the texts, and `SAFECONDUCT_UNDER_CONSTRUCTION` ' +
      'lets the workflow be tried in data of its own.',
  ),
  PROPOSAL_CLOSED: kind(
    409,
    'The proposal is over: it was confirmed, rejected or withdrawn, or its time is over.',
    'See `proposalStatus`. What is still needed is proposed anew.',
    ['proposalStatus'],
  ),
  PROPOSAL_CONTENT_DIFFERS: kind(
    409,
    'The `contentHash` is not that of the proposal: what was seen is not what would be confirmed.',
    'Read the proposal, see what it says, and send the `contentHash` that stands there.',
  ),
  PROPOSAL_OUTDATED: kind(
    409,
    'The workflow has changed since and does not read the step as it was read when it was proposed.',
    'Let the first person withdraw it and propose the step anew.',
  ),
  COMMAND_NOT_IN_BULK: kind(
    409,
    'The command is not one that is sent to many cases at once: it moves a case, or decides about a person.',
    'Send it case by case. `inBulk` in `GET /api/v1/workflows/{workflow}` says which commands are.',
  ),
  BULK_TOO_MANY: kind(
    409,
    'The filter finds more cases than one request may have. Nothing was sent.',
    'Narrow the filter, and send the rest in another request. `limit` says how many one may have.',
    ['limit'],
  ),
  BULK_NO_CASES: kind(
    409,
    'The filter finds no case that the sender sees. Nothing was sent.',
    'Change the filter.',
  ),
  JOB_NOT_ENDED: kind(409, 'The job is still queued or running.', 'Wait until it has ended, or cancel it.'),
  JOB_NOTHING_LEFT: kind(
    409,
    'No case of the job was refused or left out.',
    'An import is sent again with its file.',
  ),
  JOB_FINISHED: kind(409, 'The job has ended, so it cannot be cancelled.', 'Read its result.'),
  BODY_TOO_LARGE: kind(413, 'The body is larger than the operation takes.', 'Send less at once.', ['limit']),
  APPEND_TOO_LARGE: kind(
    413,
    'What the command would record is larger than the store of the events takes at once. Nothing was recorded.',
    'Send less in one command, or let whoever runs the server raise the limit of the store, such as ' +
      '`MaxAppendSize` of KurrentDB. Sending it again does not help.',
  ),
  URI_TOO_LONG: kind(414, 'The address, or one part of it, is too long.', 'Shorten it.'),
  MEDIA_TYPE_UNSUPPORTED: kind(
    415,
    'The body is of a media type the operation does not take.',
    'Send one of `allowed` in `Content-Type`.',
    ['allowed'],
  ),
  HOST_REFUSED: kind(
    421,
    'The request names a host this server does not answer for.',
    'Address it as `localhost` or `127.0.0.1`. Pages of other sites cannot reach it.',
  ),
  ORIGIN_REFUSED: kind(
    403,
    'A page of another site sent the request.',
    'Send it from a page of this server, or from a program.',
  ),
  TOO_MANY_REQUESTS: kind(
    429,
    'Too many requests came from one person, or too many credentials from one address were refused.',
    'Try again after `Retry-After` seconds.',
  ),
  COMMAND_ID_REUSED: kind(
    422,
    'Another command was recorded in this case under the same `Idempotency-Key`.',
    'Use a new key for a new command; the same key only to repeat the same one.',
  ),
  SUBJECT_ERASED: kind(
    410,
    'The keys of the person were destroyed. Nothing personal is recorded in the case any more; this command has personal ' +
      'fields. Nothing was recorded. A withdrawal is heard all the same, without its words.',
    'Open another case, if the person is here again.',
    ['caseId', 'erasedAt'],
  ),
  JOB_ITEMS_GONE: kind(
    410,
    'What became of each case of the job is not kept any more: its time is over, or a person was erased since. Or the job is ' +
      'an import, which has rows and no cases.',
    'The history of a case tells what was recorded. Start another job for what is still to do.',
  ),
  HEARD_UNDECIDED: kind(
    409,
    'The command is one that is always heard, such as a withdrawal. It is recorded as heard. It is not carried out, ' +
      'because the recorded history of the case does not follow its workflow.',
    'Stop by hand what is under way for this person, and tell whoever runs the server. The record is in ' +
      '`GET /api/v1/audit/refusals?code=HEARD_UNDECIDED`. Once the workflow follows the case again, send the command again ' +
      'under the same `Idempotency-Key`.',
    ['caseId', 'state', 'subState'],
  ),
  HEARD_RECORDED: kind(
    409,
    'The command is one that is always heard, such as a withdrawal. What was said is recorded with the case. It is not ' +
      'carried out. The sender does not see the case, so the answer tells nothing else of it.',
    'Tell somebody who works on the case. They find the record in `GET /api/v1/audit/refusals`.',
  ),
  HEADERS_TOO_LARGE: kind(431, 'The headers of the request are too large.', 'Send fewer or shorter ones.'),
  HISTORY_DIVERGED: kind(
    500,
    'The workflow that this server runs does not follow the recorded history of the case: an event has no place in the ' +
      'chart, or a shape that is not read any more. Nothing was recorded and nothing was changed. A withdrawal is heard ' +
      'all the same.',
    'Tell whoever runs the server. `safeconduct replay <case>` shows where they part; `safeconduct workflow check <name> ' +
      '--against <data>` counts the cases; `docs/how-to/change-a-workflow-in-use.md` says how to mend it.',
    ['caseId', 'revision', 'traceId'],
  ),
  SEAL_BROKEN: kind(
    500,
    'Personal fields of a recorded event do not open: their keys are not in the key store or are others, or the event ' +
      'was changed. Nothing was recorded. A withdrawal is heard all the same. Or the rejected rows of an import do not ' +
      'open; send its file again.',
    'Tell whoever runs the server, with the `traceId`. `safeconduct verify` lists the events; ' +
      '`docs/how-to/keep-the-keys.md` says how to put a key store back.',
    ['traceId'],
  ),
  STORE_CORRUPT: kind(
    500,
    'The log is damaged where this request reads it: an event is missing, or is not what was recorded. It is never ' +
      'repaired by guessing. Nothing was recorded.',
    'Tell whoever runs the server, with the `traceId`; the log of the server and `/health/ready` say which event it is. ' +
      '`safeconduct verify` lists what is damaged; `docs/how-to/back-up-and-restore.md` says how to go on from a backup.',
    ['traceId'],
  ),
  UNEXPECTED: kind(500, 'A fault of the server.', 'Tell whoever runs it, with the `traceId`.', ['traceId']),
  CLOCK_IMPLAUSIBLE: kind(
    503,
    'The clock of the server cannot be right. Nothing was recorded, because what is recorded keeps its time for ever. ' +
      'Reading goes on.',
    'Tell whoever runs the server; `/health/ready` and its log say what the clock says and what is known. Write down what ' +
      'was said, and send it again under the same `Idempotency-Key` once the clock is right.',
  ),
  STORE_UNAVAILABLE: kind(
    503,
    'The store does not answer. Whether a command was recorded is unknown.',
    'Send it again under the same `Idempotency-Key` after `Retry-After` seconds.',
  ),
  READ_LOG_UNAVAILABLE: kind(
    503,
    'What is read is entered in the log of reads before it is shown, and the entry cannot be kept. So nothing is shown. ' +
      'Commands are taken as before.',
    'Tell whoever runs the server, whose log says why, and ask again after `Retry-After` seconds.',
  ),
  STOPPING: kind(
    503,
    'The server is shutting down and takes nothing new.',
    'Try again after `Retry-After` seconds.',
  ),
  VIEW_BEHIND: kind(
    504,
    'The views had not reached the position of `atLeast` in the time the server waits.',
    'Ask again in a moment; `/health/ready` says how far they are. If `wanted` lies behind `head`, ' +
      'the end of the log, waiting does not help: the position is of another log, or this one was ' +
      'restored from an older copy.',
    ['wanted', 'reached', 'head'],
  ),
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problemKinds;
export const problemCodes = Object.keys(problemKinds) as readonly ProblemCode[];

/** The problems that every operation can answer with that is not public. */
export const signInProblems: readonly ProblemCode[] = [
  'SIGN_IN_REQUIRED',
  'CREDENTIALS_REFUSED',
  'SCOPE_MISSING',
  'TOO_MANY_REQUESTS',
  'READ_LOG_UNAVAILABLE',
];

/** Those of an operation that is decisive. */
export const freshProblems: readonly ProblemCode[] = ['FRESH_SIGN_IN_REQUIRED'];

/** Those of an operation about passwords, passkeys or invitations. */
export const localAccountProblems: readonly ProblemCode[] = ['LOCAL_ACCOUNTS_OFF'];

/** The problems that every operation can answer with. */
export const commonProblems: readonly ProblemCode[] = [
  'REQUEST_INVALID',
  'REQUEST_TIMEOUT',
  'BODY_TOO_LARGE',
  'URI_TOO_LONG',
  'HOST_REFUSED',
  'ORIGIN_REFUSED',
  'TLS_REQUIRED',
  'HEADERS_TOO_LARGE',
  'UNEXPECTED',
  'SEAL_BROKEN',
  'STORE_CORRUPT',
  'STORE_UNAVAILABLE',
  'STOPPING',
];
