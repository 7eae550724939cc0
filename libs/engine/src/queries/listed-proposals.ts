import { identityForm, inRole, type Actor, type Instant } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { Total, ViewQueries } from '../ports/view-queries.js';
import type { ListedProposal, ProposalCursor, ProposalsFilter } from '../ports/proposal-queries.js';

/** A search for proposals. A condition that is left out does not narrow. */
export interface ProposalSearch extends Omit<ProposalsFilter, 'commands' | 'notBy' | 'concerns'> {
  /** Those that this person may confirm now. */
  readonly waitingFor?: Actor | undefined;
  /** Those in the inbox of this person: open ones that they made, and those that they may confirm now. */
  readonly concerns?: Actor | undefined;
}

export interface ProposalListRequest {
  readonly search: ProposalSearch;
  readonly limit: number;
  readonly after?: ProposalCursor | undefined;
}

/** A page of proposals. One whose time is over has expired, whether that is recorded yet or not. */
export async function listedProposals(
  ask: Pick<ViewQueries, 'proposals'>,
  register: Register,
  { search, now, ...page }: ProposalListRequest & { readonly now: Instant },
): Promise<readonly ListedProposal[]> {
  const { waitingFor, concerns, proposer, ...others } = search;
  const filter: ProposalsFilter = {
    ...others,
    proposer: proposer === undefined ? undefined : identityForm(proposer),
    ...(waitingFor && { status: 'open', ...confirmableBy(waitingFor, register) }),
    ...(concerns && {
      status: 'open',
      concerns: { proposer: concerns.id, ...confirmableBy(concerns, register) },
    }),
  };
  const found = await ask.proposals({
    ...page,
    filter: filter.status === 'open' ? { ...filter, expiresAfter: now } : filter,
  });
  return found.map((one) =>
    one.status === 'open' && one.expiresAt <= now ? { ...one, status: 'expired' } : one,
  );
}

/** How many there are, of which one more than are counted were read. */
export const countedUpTo = (most: number, { length }: readonly ListedProposal[]): Total =>
  length > most ? { value: most, relation: 'gte' } : { value: length, relation: 'eq' };

/** The commands that somebody may confirm, proposed neither by them nor by a supervisor of theirs (`mayConfirm`). */
const confirmableBy = (actor: Actor, register: Register) => ({
  notBy: [actor.id, ...(actor.supervisors ?? [])],
  commands: [...register].flatMap(([workflow, { commands }]) =>
    [...commands.values()]
      .filter(({ confirmedBy = [] }) => inRole(actor, confirmedBy) !== undefined)
      .map(({ name }) => ({ workflow, command: name })),
  ),
});
