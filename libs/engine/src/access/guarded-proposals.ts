import { inRole } from '@safeconduct/workflow';
import type { ListedProposal } from '../ports/proposal-queries.js';
import type { LogQueries } from '../queries/log-queries.js';
import { countedUpTo, type ProposalListRequest } from '../queries/listed-proposals.js';
import type { Queries } from '../queries/queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import { seenCase, type StandingPorts } from './standing.js';

/** What a look at a proposal is judged by. */
interface Proposed {
  readonly caseId: string;
  readonly isOfOpenCase: boolean;
  readonly workflow: string;
  readonly command: string;
  readonly proposer: string;
}

/**
 * Whether a reader sees a proposal. Whoever confirms must see the whole of what they confirm, whatever its classes are. So
 * it is shown to the person who made it and to those in a role that confirms the command, as far as they see the case;
 * to nobody else.
 */
export async function seesProposal(
  ports: StandingPorts,
  reader: Reader,
  proposed: Proposed,
): Promise<boolean> {
  const { actor } = reader;
  if (proposed.proposer === actor.id) return true;
  const command = ports.register.get(proposed.workflow)?.commands.get(proposed.command);
  if (inRole(actor, command?.confirmedBy ?? []) === undefined) return false;
  return !proposed.isOfOpenCase || (await seenCase(ports, reader, proposed.caseId)) !== undefined;
}

/** The proposals of one case. */
export const guardedProposalsOfCase = (
  inner: LogQueries,
  ports: StandingPorts,
): Pick<LogQueries, 'proposalsOfCase' | 'proposalsSeen'> => ({
  async proposalsOfCase(reader, asked) {
    const found = await inner.proposalsOfCase(reader, asked);
    if (isSystem(reader)) return found;
    const seen = found.map(({ envelope, caseNow }) =>
      seesProposal(ports, reader, {
        caseId: asked.caseId,
        isOfOpenCase: caseNow !== undefined,
        workflow: envelope.workflow,
        command: envelope.command,
        proposer: envelope.actor.id,
      }),
    );
    const verdicts = await Promise.all(seen);
    return found.filter((_, index) => verdicts[index] === true);
  },

  async proposalsSeen(reader, asked) {
    const found = await inner.proposalsSeen(reader, asked);
    if (isSystem(reader)) return found;
    const verdicts = await Promise.all(found.map((one) => seesProposal(ports, reader, one)));
    return found.filter((_, index) => verdicts[index] === true);
  },
});

/** How many pages are read for one, so that a reader who sees hardly any does not keep the server busy. */
const pagesMax = 20;

/** Proposals as lists and counts. Few proposals wait at a time, so each is judged by its case. */
export function guardedProposals(
  inner: Queries,
  ports: StandingPorts,
): Pick<Queries, 'proposals' | 'countProposals'> {
  async function proposals(reader: Reader, request: ProposalListRequest): Promise<readonly ListedProposal[]> {
    if (isSystem(reader)) return inner.proposals(reader, request);
    const seen: ListedProposal[] = [];
    let { after } = request;
    for (let pages = 0; pages < pagesMax && seen.length < request.limit; pages += 1) {
      const page = await inner.proposals(reader, { ...request, after });
      for (const one of page)
        if (await seesProposal(ports, reader, { ...one, isOfOpenCase: one.reference !== null }))
          seen.push(one);
      const last = page.at(-1);
      if (last === undefined || page.length < request.limit) break;
      after = { expiresAt: last.expiresAt, proposalId: last.proposalId };
    }
    return seen.slice(0, request.limit);
  }
  return {
    proposals,
    async countProposals(reader, { search, most }) {
      return countedUpTo(most, await proposals(reader, { search, limit: most + 1 }));
    },
  };
}
