import { isSystem, logVerifiers, type Identity, type Reader } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import type { StoredJob } from '../../jobs/job.js';

/** The roles that may have the log checked, and whether a reader holds one. The operator of this machine may. */
export function verifiersFor(
  reader: Reader,
  workflows: Iterable<Workflow>,
): { readonly roles: readonly string[]; readonly isOne: boolean } {
  const roles = logVerifiers(workflows);
  return { roles, isOne: isSystem(reader) || roles.some((role) => reader.actor.roles.includes(role)) };
}

/**
 * Whether a reader sees a job that sends commands: whoever started it does, and so do administrators, those who import for
 * others, and the operator of this machine. For anybody else there is no such job.
 */
export async function jobsSeenBy(
  reader: Reader,
  identity: Pick<Identity, 'mayImportForOthers'>,
): Promise<(job: Pick<StoredJob, 'actor'>) => boolean> {
  const { id, roles } = reader.actor;
  const seesAll =
    isSystem(reader) || roles.includes('administrator') || (await identity.mayImportForOthers(id));
  return ({ actor }) => seesAll || actor === id;
}
