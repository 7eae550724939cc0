import type { ViewQueries } from '@safeconduct/engine';
import { selectAuditEvents, selectRefusals } from '../../queries/audit.js';
import { listCases, listedCase, pastPage } from '../../queries/case-list.js';
import { isOneRange, selectDeclaredRows } from '../../queries/declared-rows.js';
import { flowsBetween } from '../../queries/flows.js';
import { candidatesMax } from '../../queries/key-query.js';
import { countersAt, ledgerChanges } from '../../queries/ledger-counters.js';
import { selectProposals } from '../../queries/proposals.js';
import type { Db } from '../../queries/view-tables.js';
import { caseWalks } from './case-walks.js';
import { casesAt } from './cases-at.js';
import { selectInbox, selectPassedDeadlines } from './inbox.js';

/** Where queries are run. */
export interface QueryThreads {
  /** In the thread of the caller: queries whose short time does not depend on the number of cases. */
  readonly short: Db;
  /** In another thread, where there is one: queries of past moments and over the whole log. */
  readonly long: Db;
}

/**
 * The queries of the views, as SQLite answers them fastest.
 * @param most  up to how many cases are looked up one by one; left out: the measured best value
 */
export const sqliteQueries = ({ short, long }: QueryThreads, most?: number): ViewQueries => ({
  listCases: (query) => listCases({ db: short, walks: caseWalks }, query, most ?? candidatesMax),
  async listCasesAt(moment, query) {
    return pastPage(await casesAt(long, { ...query, moment, limit: query.limit + 1 }, most), query.limit);
  },
  listedCase: (caseId) => listedCase(short, caseId),
  inbox: (query) => selectInbox(short, query),
  passedDeadlines: (query) => selectPassedDeadlines(short, query),
  auditEvents: (filter, range) => selectAuditEvents(long, filter, range),
  refusals: (filter, range) => selectRefusals(long, filter, range),
  proposals: (query) => selectProposals(short, query),
  ledger: ({ workflow, moment }) => countersAt(moment === undefined ? short : long, workflow, moment),
  ledgerChanges: (query) => ledgerChanges(long, query),
  declaredRows: (query) =>
    selectDeclaredRows(isOneRange(query) && query.visible === undefined ? short : long, query),
  flows: (query) => flowsBetween(long, query),
});
