import { inRole, type Actor, type ActorInRole } from '@safeconduct/workflow';
import { roles, type Role } from '../roles.js';

/** How ids in tests and in recorded decisions begin, by role. */
export const prefixes: Readonly<Record<Role, string>> = {
  intake: 'intake-',
  custody: 'cus-',
  caseOfficer: 'co-',
  supervisor: 'sup-',
  protection: 'pro-',
  counsel: 'leg-',
  legalAdviser: 'law-',
  interpreter: 'int-',
  medical: 'med-',
  liaison: 'lia-',
  relocation: 'rel-',
  crossing: 'brd-',
  monitor: 'mon-',
  childProtection: 'cpo-',
  authority: 'aut-',
  dataProtection: 'dpo-',
  auditor: 'aud-',
  keyCustodian: 'key-',
  system: 'sys-',
};

/** The actor of an id; an id with another prefix has no role. */
export function actorOf(id: string): Actor {
  return { id, roles: roles.filter((role) => id.startsWith(prefixes[role])) };
}

/** The persons of a command that names them by id, as it is sent. */
export function personsOf({
  by,
  confirmedBy,
}: {
  readonly by: string;
  readonly confirmedBy?: string | undefined;
}) {
  return {
    actor: actorOf(by),
    ...(confirmedBy !== undefined && { confirmation: { by: actorOf(confirmedBy) } }),
  };
}

/** The actor of an id, in the one role they hold. */
export function actingOf(id: string): ActorInRole {
  const actor = actorOf(id);
  return inRole(actor, actor.roles) ?? { id, role: '' };
}
