import type { Instant } from './time.js';

/**
 * Who sends or confirms a command, with every role they hold. Made outside, by an identity port; a definition knows
 * roles, never people.
 */
export interface Actor {
  readonly id: string;
  /** Every role they hold, in any order; none for somebody who is not known. */
  readonly roles: readonly string[];
  /** The organisational unit they belong to, where one is known. */
  readonly unit?: string | undefined;
}

/** Who acted, in the one role that allowed it. This is what guards, facts and the record see. */
export interface ActorInRole<Role extends string = string> {
  readonly id: string;
  readonly role: Role;
}

/** A second person's word that a step may be taken. */
export interface Confirmation<By = ActorInRole> {
  readonly by: By;
  /** When the second person said so. */
  readonly at: Instant;
  /** Keyed hash of exactly what was confirmed; another content needs another confirmation. */
  readonly contentHash: string;
}

/** An actor in the first of these roles that they hold; `undefined` when they hold none of them. */
export function inRole<Role extends string>(
  { id, roles }: Actor,
  permitted: readonly Role[],
): ActorInRole<Role> | undefined {
  const role = permitted.find((one) => roles.includes(one));
  return role === undefined ? undefined : { id, role };
}
