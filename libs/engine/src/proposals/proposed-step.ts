import type { Actor, Command, Workflow } from '@safeconduct/workflow';
import type { CommandContent } from '../commands/content-hash.js';
import type { NamedPeople } from '../commands/named-persons.js';
import type { Proposal } from './proposals-of-case.js';

/**
 * Who proposed, with the roles they have now. Without a register of people nothing is known of them but the role that was
 * recorded. Who is not registered any more has none.
 */
export async function proposerOf(
  { people }: { readonly people?: Pick<NamedPeople, 'actorOf'> | undefined },
  { envelope: { actor } }: Proposal,
): Promise<Actor> {
  if (people === undefined) return { id: actor.id, roles: [actor.role] };
  return (await people.actorOf(actor.id)) ?? { id: actor.id, roles: [] };
}

/**
 * An actor with those of their roles that they hold now. A session that began before a role was taken, or a decision that
 * names who once held it, confirms nothing any more.
 */
export async function asTheyAreNow(
  { people }: { readonly people?: Pick<NamedPeople, 'actorOf'> | undefined },
  actor: Actor,
): Promise<Actor> {
  if (people === undefined) return actor;
  const now = await people.actorOf(actor.id);
  const roles = actor.roles.filter((role) => now?.roles.includes(role));
  return { ...actor, roles, supervisors: now?.supervisors ?? actor.supervisors };
}

/** The step that a proposal is about, as its first person sent it. */
export function stepOf(
  { caseId, envelope, proposed, eventId }: Pick<Proposal, 'caseId' | 'envelope' | 'proposed' | 'eventId'>,
  of: { readonly workflow: Workflow; readonly command: Command; readonly proposer: Actor },
): CommandContent {
  const { workflow, command, proposer } = of;
  const { input, occurredAt } = proposed;
  const { onBehalfOf, purpose, correlationId } = envelope;
  return {
    ...{ workflow, command, caseId, input, onBehalfOf, occurredAt: occurredAt ?? undefined },
    sent: {
      ...{ target: { caseId }, command: command.name, input, actor: proposer, purpose, correlationId },
      causationId: eventId,
    },
  };
}
