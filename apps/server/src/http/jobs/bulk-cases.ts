import { bulkCasesMax, type BulkRequest } from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import type { BulkCase } from '../../jobs/bulk/bulk-content.js';
import { searchOf } from '../cases/case-list-request.js';
import { HttpProblem } from '../problem.js';
import type { Served } from '../tokens.js';

/**
 * The cases of a request: those that it names, or those that its filter finds now.
 * @throws HttpProblem BULK_TOO_MANY  the filter finds more than one request may have
 */
export async function casesOf(
  { engine, clock }: Pick<Served, 'engine' | 'clock'>,
  { cases, filter }: Pick<BulkRequest, 'cases' | 'filter'>,
  { reader, workflow }: { readonly reader: Reader; readonly workflow: Workflow },
): Promise<readonly BulkCase[]> {
  if (filter === undefined) return cases ?? [];
  const { text, ...narrowed } = filter;
  const asking = { reader, now: clock.now(), workflow };
  const words = { text, referenceText: narrowed.q };
  const search = searchOf({ ...narrowed, workflow: workflow.name }, words, asking);
  // One more than there may be shows that there are too many.
  const found = await engine.queries.listCases(reader, { search, limit: bulkCasesMax + 1 });
  if (found.cases.length > bulkCasesMax) throw new HttpProblem('BULK_TOO_MANY', { limit: bulkCasesMax });
  return found.cases.map(({ caseId }) => ({ caseId }));
}
