import { isSystem, type Identity, type Reader } from '@safeconduct/engine';
import type { StoredJob } from '../../jobs/job.js';

/**
 * Whether a reader sees a job: whoever started it does, and so do administrators, those who import for others, and the
 * operator of this machine. For anybody else there is no such job.
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
