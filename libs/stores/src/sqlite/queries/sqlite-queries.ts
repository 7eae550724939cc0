import type { ViewQueries } from '@safeconduct/engine';
import { selectAuditEvents, selectRefusals } from '../../queries/audit.js';
import { flowsBetween } from '../../queries/flows.js';
import { countersAt, ledgerChanges } from '../../queries/ledger-counters.js';
import type { Db } from '../../queries/view-tables.js';
import { listCases, listCasesAt, listedCase } from './case-list.js';
import { selectInbox, selectPassedDeadlines } from './inbox.js';
import { candidatesMax } from './key-query.js';

/** Where queries are run. */
export interface QueryThreads {
  /** In the thread of the caller: what takes the same short time however many cases there are. */
  readonly short: Db;
  /** In another thread, where there is one: questions of past moments and over the whole log. */
  readonly long: Db;
}

/**
 * The questions to the views, as SQLite answers them fastest.
 * @param most  how many cases are few enough to be looked at one by one; left out, what was measured to be best
 */
export const sqliteQueries = ({ short, long }: QueryThreads, most?: number): ViewQueries => ({
  listCases: (query) => listCases(short, query, most ?? candidatesMax),
  listCasesAt: (moment, query) => listCasesAt(long, { ...query, moment }, most),
  listedCase: (caseId) => listedCase(short, caseId),
  inbox: (query) => selectInbox(short, query),
  passedDeadlines: (query) => selectPassedDeadlines(short, query),
  auditEvents: (filter, range) => selectAuditEvents(long, filter, range),
  refusals: (filter, range) => selectRefusals(long, filter, range),
  ledger: ({ workflow, moment }) => countersAt(moment === undefined ? short : long, workflow, moment),
  ledgerChanges: (query) => ledgerChanges(long, query),
  flows: (query) => flowsBetween(long, query),
});
