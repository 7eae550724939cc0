import { z } from 'zod';
import { actorHeaders, CommandAccepted } from '../commands.js';
import type { ProblemCode } from '../problems.js';
import {
  CaseProposals,
  ConfirmationRequest,
  ConfirmationsRequest,
  ConfirmationVerdicts,
  ProposalEnded,
  ProposalFile,
  ProposalId,
  ProposalPage,
  ProposalQuery,
  ProposalStatus,
  RejectionRequest,
  WithdrawalRequest,
} from '../proposals.js';
import { Cursor, Limit } from '../scalars.js';
import { commandProblems } from './commands.js';
import { apiBase, caseParams, link, listProblems, none, noHeaders, operation } from './parts.js';

const params = z.strictObject({ ...caseParams.shape, proposalId: ProposalId });
const headers = z.object(actorHeaders);
const path = `${apiBase}/cases/{caseId}/proposals` as const;
const exampleHash = 'q1Yw0nVQ0m3j5sJb7pXr2kT9uLzA4cE6gI8fD1hN0oM';

const exampleOfMany: z.input<typeof ConfirmationsRequest> = {
  confirmations: [
    {
      caseId: 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10',
      proposalId: '0b7c1d2e-3f40-8a51-9b62-7c8d9e0f1a2b',
      contentHash: exampleHash,
    },
  ],
};

const endingProblems: readonly ProblemCode[] = [
  'PROPOSAL_NOT_FOUND',
  'PROPOSAL_CLOSED',
  'CASE_NOT_FOUND',
  'MEDIA_TYPE_UNSUPPORTED',
  'APPEND_TOO_LARGE',
  'CLOCK_IMPLAUSIBLE',
  'HISTORY_DIVERGED',
];

export const listProposals = operation({
  id: 'listProposals',
  method: 'GET',
  path: `${apiBase}/proposals`,
  tag: 'proposals',
  summary: 'Steps that wait for a second person, and what came of them',
  description:
    'By the date on which they expire. `waitingFor` and `mine` are the inboxes of the actor, `concerns` both together.',
  params: none,
  query: ProposalQuery,
  headers,
  success: { status: 200, description: 'A page of proposals.', body: ProposalPage, headers: link },
  problems: listProblems,
});

export const listCaseProposals = operation({
  id: 'listCaseProposals',
  method: 'GET',
  path,
  tag: 'proposals',
  summary: 'The proposals of a case, in the order in which they were made',
  params: caseParams,
  query: z.strictObject({ status: ProposalStatus.optional(), limit: Limit, cursor: Cursor.optional() }),
  headers: noHeaders,
  success: { status: 200, description: 'A page of proposals.', body: CaseProposals, headers: link },
  problems: ['CASE_NOT_FOUND', 'HISTORY_DIVERGED'],
});

export const getProposal = operation({
  id: 'getProposal',
  method: 'GET',
  path: `${path}/{proposalId}`,
  tag: 'proposals',
  summary: 'A proposal: exactly what is confirmed, and whether it is still possible',
  params,
  query: none,
  headers: noHeaders,
  success: { status: 200, description: 'The proposal.', body: ProposalFile },
  problems: ['CASE_NOT_FOUND', 'PROPOSAL_NOT_FOUND', 'HISTORY_DIVERGED'],
});

export const confirmProposal = operation({
  id: 'confirmProposal',
  method: 'POST',
  isDecisive: true,
  path: `${path}/{proposalId}/confirm`,
  tag: 'proposals',
  summary: 'Confirm a proposal as the second person',
  description:
    'The step is decided anew: roles, state, and every rule at the time that was said and now. A refusal leaves the ' +
    'proposal open. The same confirmation again answers alike.',
  params,
  query: none,
  headers,
  body: ConfirmationRequest,
  example: { contentHash: exampleHash },
  success: {
    status: 200,
    description: 'The step is recorded in its case.',
    body: CommandAccepted,
    headers: {
      ETag: 'The revision the case has now.',
      'Idempotency-Replayed': '`true` when the same person had confirmed it before.',
    },
  },
  problems: [
    ...new Set([
      ...commandProblems,
      ...endingProblems,
      'CASE_EXISTS' as const,
      'SECOND_PERSON_INVALID' as const,
      'PROPOSAL_CONTENT_DIFFERS' as const,
      'PROPOSAL_OUTDATED' as const,
      'PROPOSER_NOT_PERMITTED' as const,
      'WORKFLOW_UNDER_CONSTRUCTION' as const,
    ]),
  ],
});

export const rejectProposal = operation({
  id: 'rejectProposal',
  method: 'POST',
  path: `${path}/{proposalId}/reject`,
  tag: 'proposals',
  summary: 'Reject a proposal as the second person, with the reason',
  params,
  query: none,
  headers,
  body: RejectionRequest,
  example: { reason: 'The interpreter was not sworn in.' },
  success: { status: 200, description: 'The proposal is over.', body: ProposalEnded },
  problems: [...endingProblems, 'SECOND_PERSON_INVALID'],
});

export const withdrawProposal = operation({
  id: 'withdrawProposal',
  method: 'POST',
  path: `${path}/{proposalId}/withdraw`,
  tag: 'proposals',
  summary: 'Take back a proposal of your own',
  params,
  query: none,
  headers,
  body: WithdrawalRequest,
  example: { reason: 'The wrong case.' },
  success: { status: 200, description: 'The proposal is over.', body: ProposalEnded },
  problems: [...endingProblems, 'PROPOSAL_OF_ANOTHER'],
});

export const confirmProposals = operation({
  id: 'confirmProposals',
  method: 'POST',
  isDecisive: true,
  path: `${apiBase}/proposals/confirmations`,
  tag: 'proposals',
  summary: 'Confirm many proposals, each with a verdict of its own',
  description: 'Each is confirmed or refused by itself: one that is refused stops no other.',
  params: none,
  query: none,
  headers,
  body: ConfirmationsRequest,
  example: exampleOfMany,
  success: {
    status: 200,
    description: 'The verdicts, in the order of the request.',
    body: ConfirmationVerdicts,
  },
  problems: ['MEDIA_TYPE_UNSUPPORTED'],
});
