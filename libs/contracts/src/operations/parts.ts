import { z } from 'zod';
import type { Operation } from '../operation.js';
import type { ProblemCode } from '../problems.js';
import { CaseId } from '../scalars.js';

/** Where the API begins. */
export const apiBase = '/api/v1';

/** Binds an operation's types without widening them. */
export const operation = <const O extends Operation>(definition: O): O => definition;

export const none = z.strictObject({});
export const noHeaders = z.object({});
export const conditionalHeaders = z.object({
  'if-none-match': z
    .string()
    .max(1024)
    .optional()
    .meta({ description: 'An `ETag` that is known: 304 if it still holds.' }),
});
export const caseParams = z.strictObject({ caseId: CaseId });

export const etag = { ETag: 'Send it as `If-None-Match` to hear whether anything changed.' };
export const link = { Link: 'RFC 8288: `rel="next"`, where there is a next page.' };

export const caseProblems: readonly ProblemCode[] = [
  'CASE_NOT_FOUND',
  'CASE_NOT_OPEN_YET',
  'HISTORY_DIVERGED',
  'VIEW_BEHIND',
];
export const listProblems: readonly ProblemCode[] = ['WORKFLOW_NOT_FOUND', 'VIEW_BEHIND'];
export const figureProblems: readonly ProblemCode[] = [...listProblems, 'READ_NOT_PERMITTED'];
