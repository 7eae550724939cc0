import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { caseKey } from './queries.js';
import { atLeastOwn, sentUpTo } from './own-position.js';
import { withFreshSignIn } from './sign-in.js';

/** Open proposals that whoever is signed in made or may confirm. */
export const proposalsQuery = queryOptions({
  queryKey: ['proposals'],
  queryFn: ({ signal }) =>
    answerOf(
      api.GET('/api/v1/proposals', { params: { query: { concerns: 'me', ...atLeastOwn() } }, signal }),
    ),
});

const openMax = 50;

/** Steps of one case that wait for a second person. */
export const caseProposalsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'proposals'],
    queryFn: async ({ signal }) => {
      const params = { path: { caseId }, query: { status: 'open' as const, limit: openMax } };
      return (await answerOf(api.GET('/api/v1/cases/{caseId}/proposals', { params, signal }))).items;
    },
  });

export type CaseProposal = Awaited<
  ReturnType<NonNullable<ReturnType<typeof caseProposalsQuery>['queryFn']>>
>[number];

/** A proposal, by its case and its own id. */
export interface ProposalRef {
  readonly caseId: string;
  readonly proposalId: string;
}

const pathOf = ({ caseId, proposalId }: ProposalRef) => ({ params: { path: { caseId, proposalId } } });

/** Exactly what is confirmed, and whether it still is possible. */
export const proposalQuery = (proposal: ProposalRef) =>
  queryOptions({
    queryKey: ['proposals', proposal.proposalId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/cases/{caseId}/proposals/{proposalId}', { ...pathOf(proposal), signal })),
  });

export type ProposalFile = Awaited<ReturnType<NonNullable<ReturnType<typeof proposalQuery>['queryFn']>>>;
export type Decision = 'confirm' | 'reject' | 'withdraw';

export interface Decided extends ProposalRef {
  readonly decision: Decision;
  /** Of what was shown: another content is not confirmed. */
  readonly contentHash: string;
  readonly reason: string;
}

/** Decides on a proposal; where that needs a new sign-in, asks for it and sends it again. @throws ProblemError OfflineError */
export const decide = (decided: Decided) => withFreshSignIn(() => decideOnce(decided));

const endOf = { confirm: 'confirmed', reject: 'rejected', withdraw: 'withdrawn' } as const;

async function decideOnce(decided: Decided) {
  const { position } = await take(decided);
  if (position !== null) sentUpTo(position);
  return endOf[decided.decision];
}

function take({ decision, contentHash, reason, ...proposal }: Decided): Promise<{ position: string | null }> {
  const path = pathOf(proposal);
  switch (decision) {
    case 'confirm':
      return answerOf(
        api.POST('/api/v1/cases/{caseId}/proposals/{proposalId}/confirm', { ...path, body: { contentHash } }),
      );
    case 'reject':
      return answerOf(
        api.POST('/api/v1/cases/{caseId}/proposals/{proposalId}/reject', { ...path, body: { reason } }),
      );
    case 'withdraw':
      return answerOf(
        api.POST('/api/v1/cases/{caseId}/proposals/{proposalId}/withdraw', {
          ...path,
          body: reason === '' ? {} : { reason },
        }),
      );
  }
}
