import { answerOf, api } from './client.js';
import { wholeRows, type CaseRow } from './queries.js';

const idsMax = 100;

/** The rows of these cases as they are now, read in pieces: there may be hundreds. One that is not seen has no row. */
export async function rowsNow(caseIds: readonly string[]): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  for (let first = 0; first < caseIds.length; first += idsMax) {
    const ids = caseIds.slice(first, first + idsMax).join(',');
    const params = { query: { ids, limit: idsMax } };
    rows.push(...wholeRows(await answerOf(api.GET('/api/v1/cases', { params }))).items);
  }
  return rows;
}
