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
