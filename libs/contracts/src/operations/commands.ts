import { z } from 'zod';
import { CommandAccepted, CommandForeseen, CommandHeaders, CommandRequest, SendQuery } from '../commands.js';
import type { ProblemCode } from '../problems.js';
import { ProposalMade } from '../proposals.js';
import { Name } from '../scalars.js';
import { apiBase, caseParams, none, operation } from './parts.js';

export const commandProblems: readonly ProblemCode[] = [
  'COMMAND_INVALID',
  'UNKNOWN_COMMAND',
  'NOT_PERMITTED',
  'FRESH_SIGN_IN_REQUIRED',
  'WRONG_STATE',
  'COMMAND_REFUSED',
  'OCCURRED_BEFORE_LAST_EVENT',
  'OCCURRED_BEFORE_CASE',
  'OCCURRED_IN_FUTURE',
  'REVISION_CONFLICT',
  'COMMAND_ID_REUSED',
  'MEDIA_TYPE_UNSUPPORTED',
  'APPEND_TOO_LARGE',
  'CLOCK_IMPLAUSIBLE',
  'SUBJECT_ERASED',
  'HISTORY_DIVERGED',
  'HEARD_UNDECIDED',
  'HEARD_RECORDED',
];

const headers = {
  ETag: 'The revision the case has now.',
  'Idempotency-Replayed': '`true` when the command had been recorded before under the same key.',
};

const proposed = {
  status: 202,
  description: 'The command needs a second person. It waits for them as a proposal.',
  body: ProposalMade,
  headers: { Location: 'The proposal.', 'Idempotency-Replayed': headers['Idempotency-Replayed'] },
};

export const openCase = operation({
  id: 'openCase',
  method: 'POST',
  path: `${apiBase}/workflows/{workflow}/cases`,
  tag: 'commands',
  summary: "Open a case with the workflow's opening command",
  description: 'The natural key in the data is the reference of the case; the same one again is CASE_EXISTS.',
  params: z.strictObject({ workflow: Name }),
  query: none,
  headers: CommandHeaders,
  body: CommandRequest,
  example: {
    data: {
      registrationNo: 'QAIM-2024-00004',
      nameArabic: 'أحمد إياد المصري',
      nameLatin: 'Ahmad Iyad al-Misri',
      birthDate: '1967',
      serviceCategory: 'officer',
      crossingPoint: 'AL_QAIM',
      crossedAt: '2024-12-07T06:13:39+03:00',
      language: 'ar',
    },
  },
  isCommand: true,
  success: {
    status: 201,
    description: 'The case is open.',
    body: CommandAccepted,
    headers: { Location: 'The case.', ...headers },
  },
  otherwise: proposed,
  problems: [...commandProblems, 'WORKFLOW_NOT_FOUND', 'CASE_EXISTS', 'WORKFLOW_UNDER_CONSTRUCTION'],
});

export const sendCommand = operation({
  id: 'sendCommand',
  method: 'POST',
  path: `${apiBase}/cases/{caseId}/commands/{command}`,
  tag: 'commands',
  summary: 'Send a command to a case',
  description:
    'Answers when the events are durable. A refusal names everything that stands against it. A command that is always ' +
    'heard, such as a withdrawal, is recorded with whatever does not fit. A command that needs a second person waits ' +
    'as a proposal. With `dryRun=true` it is told what the command would lead to; a refusal is the one that it would get, ' +
    'and nothing is recorded of it.',
  params: z.strictObject({ ...caseParams.shape, command: Name }),
  query: SendQuery,
  headers: CommandHeaders,
  body: CommandRequest,
  example: { data: { facility: 'RUTBA', orderNo: 'TO-17' }, occurredAt: '2024-12-09T10:00:00+03:00' },
  isCommand: true,
  keepsUnread: true,
  success: { status: 200, description: 'The command is recorded.', body: CommandAccepted, headers },
  otherwise: proposed,
  foreseen: CommandForeseen,
  problems: [...commandProblems, 'CASE_NOT_FOUND', 'CASE_EXISTS'],
});
