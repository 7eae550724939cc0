import type { Instant } from './time.js';

/**
 * An actor who sends or confirms a command, with every role they hold. Made by an identity port; a definition
 * knows roles, never people.
 */
export interface Actor {
  readonly id: string;
  /** Every role they hold, in any order; none for an unknown actor. */
  readonly roles: readonly string[];
  /** The organisational unit they belong to, where one is known. */
  readonly unit?: string | undefined;
  /** The ids of those above them, nearest first; left out where no directory knows. */
  readonly supervisors?: readonly string[] | undefined;
}

/** The actor in the one role that allowed the command, as guards, facts and metadata have it. */
export interface ActorInRole<Role extends string = string> {
  readonly id: string;
  readonly role: Role;
}

/** A second person's confirmation of a step. */
export interface Confirmation<By = ActorInRole> {
  readonly by: By;
  /** When the second person confirmed. */
  readonly at: Instant;
  /** Keyed hash of exactly what was confirmed; another content needs another confirmation. */
  readonly contentHash: string;
}

/**
 * Whether somebody may be the second person for a step of another: they are another person, and the other is not one of
 * their supervisors, whom they could hardly refuse.
 */
export const isIndependentOf = ({ id, supervisors = [] }: Actor, first: Pick<Actor, 'id'>): boolean =>
  id !== first.id && !supervisors.includes(first.id);

/** An actor in the first of these roles that they hold; `undefined` when they hold none of them. */
export function inRole<Role extends string>(
  { id, roles }: Actor,
  permitted: readonly Role[],
): ActorInRole<Role> | undefined {
  const role = permitted.find((one) => roles.includes(one));
  return role === undefined ? undefined : { id, role };
}
