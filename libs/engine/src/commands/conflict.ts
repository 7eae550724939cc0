import type { Refusal } from '@safeconduct/workflow';
import type { ExpectedRevision, Revision } from '../ports/event-store.js';

/** Another writer appended first. */
export const revisionConflict = (expected: ExpectedRevision, actual: Revision): Refusal => ({
  code: 'REVISION_CONFLICT',
  inputs: { expected: String(expected), actual: String(actual) },
});
