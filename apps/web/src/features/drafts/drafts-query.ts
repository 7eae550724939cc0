import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { wholeRows, type CaseRow } from '../../api/queries.js';

/** One form that somebody has begun to fill in. */
export interface BegunForm {
  readonly caseId: string;
  readonly command: string;
  readonly version: string;
  readonly keptAt: string;
  /** Left out: a case that whoever began it does not see any more. */
  readonly row: CaseRow | undefined;
}

/** All forms that whoever is signed in has begun, the one kept last first. There are no more than fit into one page of cases. */
export const begunFormsQuery = queryOptions({
  queryKey: ['begun-forms'],
  queryFn: async ({ signal }): Promise<readonly BegunForm[]> => {
    const { items } = await answerOf(api.GET('/api/v1/drafts', { params: { query: {} }, signal }));
    const ids = [...new Set(items.map(({ caseId }) => caseId))];
    const rows = ids.length === 0 ? [] : await rowsOf(ids, signal);
    return items.map((item) => ({ ...item, row: rows.find(({ caseId }) => caseId === item.caseId) }));
  },
  refetchOnMount: 'always',
});

async function rowsOf(ids: readonly string[], signal: AbortSignal): Promise<readonly CaseRow[]> {
  const query = { ids: ids.join(','), limit: ids.length };
  return wholeRows(await answerOf(api.GET('/api/v1/cases', { params: { query }, signal }))).items;
}
