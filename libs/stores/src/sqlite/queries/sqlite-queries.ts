import type { ViewQueries } from '@safeconduct/engine';
import { auditCounts, auditGroups, auditPeriod, countAudit } from '../../queries/audit-counts.js';
import { selectAuditEvents, selectRefusals, selectRulesNotKept } from '../../queries/audit.js';
import {
  caseGroups,
  caseGroupsAt,
  countCases,
  listCases,
  listCasesAt,
  listedCase,
  mayTakeLong,
} from '../../queries/case-list.js';
import { isOneRange, selectDeclaredRows } from '../../queries/declared-rows.js';
import { selectLastPassed } from '../../queries/deadline-rows.js';
import { flowsBetween } from '../../queries/flows.js';
import type { ListLimits } from '../../queries/case-keys.js';
import { listLimits } from '../../queries/key-query.js';
import { countersAt, ledgerChanges } from '../../queries/ledger-counters.js';
import { selectProposals } from '../../queries/proposals.js';
import { agesAt, movesBetween } from '../../queries/state-times.js';
import type { Db } from '../../queries/view-tables.js';
import { caseWalks } from './case-walks.js';
import { pastCases } from './cases-at.js';
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
 * @param chosen  limits in place of the measured best values
 */
export function sqliteQueries({ short, long }: QueryThreads, chosen: Partial<ListLimits> = {}): ViewQueries {
  const limits = { ...listLimits, ...chosen };
  const listed = (db: Db) => ({ db, walks: caseWalks, limits, counting: long });
  return {
    listCases: (query) => listCases(listed(mayTakeLong(query) ? long : short), query),
    countCases: (filter) => countCases(listed(mayTakeLong({ filter }) ? long : short), filter),
    caseGroups: (filter) =>
      caseGroups(listed(mayTakeLong({ filter, order: byOfficer }) ? long : short), filter),
    listCasesAt: (moment, query) => listCasesAt(long, pastCases(long, chosen), { ...query, moment }),
    caseGroupsAt: (moment, query) => caseGroupsAt(long, pastCases(long, chosen), { ...query, moment }),
    listedCase: (caseId) => listedCase(short, caseId),
    inbox: (query) => selectInbox(short, query),
    passedDeadlines: (query) => selectPassedDeadlines(short, query),
    lastPassed: (now) => selectLastPassed(short, now),
    auditEvents: (filter, range) => selectAuditEvents(long, filter, range),
    refusals: (filter, range) => selectRefusals(long, filter, range),
    rulesNotKept: (filter, range) => selectRulesNotKept(long, filter, range),
    countAudit: (asked) => countAudit(long, asked, limits.countedMax),
    auditGroups: (asked) => auditGroups(long, asked),
    auditPeriod: (asked) => auditPeriod(long, asked),
    auditCounts: (asked, moments) => auditCounts(long, asked, moments),
    proposals: (query) => selectProposals(short, query),
    ledger: ({ workflow, moment }) => countersAt(moment === undefined ? short : long, workflow, moment),
    ledgerChanges: (query) => ledgerChanges(long, query),
    declaredRows: (query) =>
      selectDeclaredRows(isOneRange(query) && query.visible === undefined ? short : long, query),
    flows: (query) => flowsBetween(long, query),
    ages: (query) => agesAt(long, query),
    moves: (query) => movesBetween(long, query),
  };
}

/** Groups are made as for a list by officer. */
const byOfficer = { by: 'assignee', descending: false } as const;
