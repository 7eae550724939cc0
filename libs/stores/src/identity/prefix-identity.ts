import type { Actor, Identity } from '@safeconduct/engine';

/**
 * The prefixes of ids by role, where the prefix is not the name of the role, or the role needs no workflow.
 */
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

/** An identity without accounts: the prefix of an id names the role. */
export interface PrefixIdentity extends Identity {
  actorOf(id: string): Actor | undefined;
  recordedActorOf(id: string): Actor | undefined;
  mayImportForOthers(id: string): boolean;
  /** How the ids of those who hold a role begin; empty for a role that nobody can hold. */
  readonly prefixesOf: (role: string) => readonly string[];
}

/**
 * The identity of recorded decisions, and where nobody is registered: `co-1` is a case officer because of `co-`, and so is
 * `co-2`. It believes every id, so it is for two uses only: programs of the machine that act in the name of anybody, and
 * decisions that were taken and recorded elsewhere and are imported. For a role that is not in the table the prefix is
 * the name of the role: `clerk-1` is a clerk, if a workflow of this process has that role.
 * @param importers  the ids of those who may import decisions of others
 */
export function prefixIdentity(
  workflows: Iterable<{ readonly roles: readonly string[] }>,
  importers: readonly string[] = [],
): PrefixIdentity {
  const roles = new Set(abbreviations.keys());
  for (const workflow of workflows) for (const role of workflow.roles) roles.add(role);
  const held = [...roles].map((role) => ({ prefix: prefixOf(role), roles: Object.freeze([role]) }));
  // The longest prefix first, so that a role is not mistaken for one whose name is its beginning.
  held.sort((one, other) => other.prefix.length - one.prefix.length);
  const actorOf = (id: string): Actor | undefined => {
    const found = held.find(({ prefix }) => id.length > prefix.length && id.startsWith(prefix));
    return found && { id, roles: found.roles };
  };
  return {
    actorOf,
    recordedActorOf: actorOf,
    mayImportForOthers: (id) => importers.includes(id),
    prefixesOf: (role) => (roles.has(role) ? [prefixOf(role)] : []),
  };
}

const prefixOf = (role: string): string => `${abbreviations.get(role) ?? role}-`;
