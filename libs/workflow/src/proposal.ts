import { inRole, isIndependentOf, type Actor, type ActorInRole } from './actor.js';
import { decideCommand, type CommandRequest, type Decision } from './decision.js';
import type { Command, Workflow } from './define-workflow.js';
import type { Folded } from './fold.js';
import type { Refusal } from './refusal.js';

/** A command as its first person sends it, without the second one. */
export type ProposedRequest = Omit<CommandRequest, 'confirmation' | 'contentHash'>;

export type ProposalDecision =
  | {
      readonly accepted: true;
      /** The first person, in the role that allowed it. */
      readonly actor: ActorInRole;
      /** The roles of second persons with whom it would be accepted as things are. */
      readonly confirmableBy: readonly string[];
    }
  | { readonly accepted: false; readonly refusal: Refusal };

/** How long a proposal waits for its second person, in milliseconds, where the command does not say. */
export const defaultConfirmedWithinMs = 7 * 24 * 3_600_000;

/** Whether a command waits for a second person when it comes without one. What is always heard waits for nobody. */
export const needsSecondPerson = ({ confirmedBy, alwaysHeard }: Command): boolean =>
  confirmedBy !== undefined && alwaysHeard !== true;

/** Whether an actor may confirm or reject a step of this command that another person has proposed. */
export const mayConfirm = (
  { confirmedBy = [] }: Pick<Command, 'confirmedBy'>,
  by: Actor,
  proposer: Pick<Actor, 'id'>,
): boolean => inRole(by, confirmedBy) !== undefined && isIndependentOf(by, proposer);

/**
 * Decides for the first person what can be decided without the second one. Pure. The command is decided as if somebody
 * had confirmed it, once for each role that may: a rule that looks at the second person refuses it only when it refuses
 * every role. Of several refusals the one with the fewest failing guards is given.
 */
export function decideProposal(
  workflow: Workflow,
  before: Folded | undefined,
  request: ProposedRequest,
): ProposalDecision {
  const { confirmedBy = [] } = request.command;
  const confirmableBy: string[] = [];
  let actor: ActorInRole | undefined;
  let refusal: Refusal | undefined;
  for (const role of confirmedBy) {
    const decision = decideAsConfirmed(workflow, before, request, role);
    if (decision.accepted) {
      confirmableBy.push(role);
      actor = decision.persons.actor;
    } else if (refusal === undefined || failing(decision) < (refusal.refusals?.length ?? 0)) {
      ({ refusal } = decision);
    }
  }
  if (actor !== undefined) return { accepted: true, actor, confirmableBy };
  return { accepted: false, refusal: refusal ?? { code: 'SECOND_PERSON_REQUIRED', requiredRoles: [] } };
}

/** Decides a step as if somebody in a role had confirmed it: what it would lead to. */
export const decideAsConfirmed = (
  workflow: Workflow,
  before: Folded | undefined,
  request: ProposedRequest,
  role: string,
): Decision => decideCommand(workflow, before, asIfConfirmed(request, role));

/** An id that nobody has, so that no rule takes the second person for somebody it knows. */
const anybodyElse = 'any-other-person';

function asIfConfirmed(request: ProposedRequest, role: string): CommandRequest {
  const by: Actor = { id: anybodyElse, roles: [role] };
  return { ...request, confirmation: { by, at: request.now, contentHash: '' }, contentHash: '' };
}

const failing = (decision: Extract<Decision, { accepted: false }>): number =>
  decision.refusal.refusals?.length ?? 0;
