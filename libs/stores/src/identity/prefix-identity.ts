import type { Actor, Identity } from '@safeconduct/engine';

/** How the ids of those who hold a role begin, where that is not the name of the role or no workflow has to have it. */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['intake', 'intake'],
  ['custody', 'cus'],
  ['caseOfficer', 'co'],
  ['supervisor', 'sup'],
  ['protection', 'pro'],
  ['counsel', 'leg'],
  ['legalAdviser', 'law'],
  ['interpreter', 'int'],
  ['medical', 'med'],
  ['liaison', 'lia'],
  ['relocation', 'rel'],
  ['crossing', 'brd'],
  ['monitor', 'mon'],
  ['childProtection', 'cpo'],
  ['authority', 'aut'],
  ['dataProtection', 'dpo'],
  ['auditor', 'aud'],
  ['keyCustodian', 'key'],
  ['system', 'sys'],
]);

/** An identity that knows nobody by name: the beginning of an id says in which role somebody acts. */
export interface PrefixIdentity extends Identity {
  actorOf(id: string): Actor | undefined;
  /** How the ids of those who hold a role begin; empty for a role that nobody can hold. */
  readonly prefixesOf: (role: string) => readonly string[];
}

/**
 * The identity until accounts exist: `co-1` is a case officer because of `co-`, and so is `co-2`. It believes whatever
 * id it is asked for, so it is for two things only: a server that listens on loopback alone, and decisions that were
 * taken and recorded elsewhere and are imported. Of roles that are not in the table the id begins with the role's own
 * name: `clerk-1` is a clerk, if a workflow of this process has that role.
 */
export function prefixIdentity(workflows: Iterable<{ readonly roles: readonly string[] }>): PrefixIdentity {
  const roles = new Set(abbreviations.keys());
  for (const workflow of workflows) for (const role of workflow.roles) roles.add(role);
  const held = [...roles].map((role) => ({ prefix: prefixOf(role), roles: Object.freeze([role]) }));
  // The longest first, so that no role is taken for one whose name begins it.
  held.sort((one, other) => other.prefix.length - one.prefix.length);
  return {
    actorOf(id) {
      const found = held.find(({ prefix }) => id.length > prefix.length && id.startsWith(prefix));
      return found && { id, roles: found.roles };
    },
    prefixesOf: (role) => (roles.has(role) ? [prefixOf(role)] : []),
  };
}

const prefixOf = (role: string): string => `${abbreviations.get(role) ?? role}-`;
