import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { CaseRow } from '../../api/queries.js';
import { rowsNow } from '../../api/rows-now.js';

/** One form that somebody has begun to fill in. */
export interface BegunForm {
  readonly caseId: string;
  readonly command: string;
  readonly version: string;
  readonly keptAt: string;
  /** Left out: a case that whoever began it does not see any more. */
  readonly row: CaseRow | undefined;
}

/** All forms that whoever is signed in has begun, the one kept last first. */
export const begunFormsQuery = queryOptions({
  queryKey: ['begun-forms'],
  queryFn: async ({ signal }): Promise<readonly BegunForm[]> => {
    const { items } = await answerOf(api.GET('/api/v1/drafts', { params: { query: {} }, signal }));
    const rows = await rowsNow([...new Set(items.map(({ caseId }) => caseId))]);
    return items.map((item) => ({ ...item, row: rows.find(({ caseId }) => caseId === item.caseId) }));
  },
  refetchOnMount: 'always',
});
