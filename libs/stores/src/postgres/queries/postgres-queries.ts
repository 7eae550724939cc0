import type { InboxQuery, ViewQueries, VisibleCases } from '@safeconduct/engine';
import { auditCounts, auditGroups, auditPeriod, countAudit } from '../../queries/audit-counts.js';
import { selectAuditEvents, selectRefusals, selectRulesNotKept } from '../../queries/audit.js';
import {
  caseGroups,
  caseGroupsAt,
  countCases,
  listCases,
  listCasesAt,
  listedCase,
} from '../../queries/case-list.js';
import { selectDeclaredRows } from '../../queries/declared-rows.js';
import { selectLastPassed } from '../../queries/deadline-rows.js';
import { flowsBetween } from '../../queries/flows.js';
import type { ListLimits } from '../../queries/case-keys.js';
import { listLimits } from '../../queries/key-query.js';
import { countersAt, ledgerChanges } from '../../queries/ledger-counters.js';
import { selectProposals } from '../../queries/proposals.js';
import { agesAt, movesBetween } from '../../queries/state-times.js';
import type { Db, ViewTables } from '../../queries/view-tables.js';
import type { ViewReader } from '../views/view-reader.js';
import { caseWalks } from './case-walks.js';
import { pastCases } from './cases-at.js';
import { selectInbox, selectPassedDeadlines } from './inbox.js';
import { viewsDb } from './views-db.js';
import { dependsOnOpening } from '../../queries/visible-cases.js';

type ViewNames = readonly (keyof ViewTables | `${string}/${string}`)[];

const listed: ViewNames = ['assigned_cell', 'case_cell', 'case_list', 'case_word'];
const due: ViewNames = ['case_list', 'deadline'];
const counted: ViewNames = ['ledger', 'stay', 'timeline'];
const auditViews: ViewNames = [
  'case_cell',
  'case_list',
  'refusal',
  'rule_not_kept',
  'timeline',
  'timeline_count',
];

/**
 * The queries of the views, as PostgreSQL answers them fastest. A question that takes several statements sees one
 * committed state. Only the ledger of a past moment does without: what was known then never changes. Questions of the
 * present walk indexes, whatever the planner estimates.
 * @param chosen  limits in place of the measured best values
 */
export function postgresQueries(reader: ViewReader, chosen: Partial<ListLimits> = {}): ViewQueries {
  const db = viewsDb((statement) => reader.ask(statement));
  const limits = { ...listLimits, ...chosen };
  const inOne = (one: Db) => ({ db: one, walks: caseWalks, limits });
  const ofOneState = <Answer>(views: ViewNames, work: (db: Db) => Promise<Answer>) =>
    reader.oneState({ views }, (query) => work(viewsDb(query)));
  const byWalking = <Answer>(views: ViewNames, work: (db: Db) => Promise<Answer>) =>
    reader.oneState({ views, how: 'walk' }, (query) => work(viewsDb(query)));
  return {
    listCases: (query) => byWalking(seenBy(query.filter, listed), (one) => listCases(inOne(one), query)),
    countCases: (filter) => byWalking(seenBy(filter, listed), (one) => countCases(inOne(one), filter)),
    caseGroups: (filter) => byWalking(seenBy(filter, listed), (one) => caseGroups(inOne(one), filter)),
    listCasesAt: (moment, query) =>
      ofOneState([...listed, ...counted], (one) =>
        listCasesAt(one, pastCases(one, chosen), { ...query, moment }),
      ),
    caseGroupsAt: (moment, query) =>
      ofOneState([...listed, ...counted], (one) =>
        caseGroupsAt(one, pastCases(one, chosen), { ...query, moment }),
      ),
    listedCase: (caseId) => listedCase(db, caseId),
    inbox: (query) => byWalking(seenBy(query.filter, inboxViews(query)), (one) => selectInbox(one, query)),
    passedDeadlines: (query) => byWalking(due, (one) => selectPassedDeadlines(one, query)),
    lastPassed: (now) => selectLastPassed(db, now),
    auditEvents: (filter, range) => selectAuditEvents(db, filter, range),
    refusals: (filter, range) => selectRefusals(db, filter, range),
    rulesNotKept: (filter, range) => selectRulesNotKept(db, filter, range),
    countAudit: (asked) => ofOneState(auditViews, (one) => countAudit(one, asked, limits.countedMax)),
    auditGroups: (asked) => ofOneState(auditViews, (one) => auditGroups(one, asked)),
    auditPeriod: (asked) => ofOneState(auditViews, (one) => auditPeriod(one, asked)),
    auditCounts: (asked, moments) => ofOneState(auditViews, (one) => auditCounts(one, asked, moments)),
    proposals: (query) => byWalking(['case_list', 'proposal'], (one) => selectProposals(one, query)),
    ledger: ({ workflow, moment }) => countersAt(db, workflow, moment),
    ledgerChanges: (query) => ledgerChanges(db, query),
    declaredRows: (query) =>
      ofOneState(seenBy(query, [query.table.name as `${string}/${string}`, ...listedIf(query)]), (one) =>
        selectDeclaredRows(one, query),
      ),
    flows: (query) => ofOneState(counted, (one) => flowsBetween(one, query)),
    ages: (query) => ofOneState(counted, (one) => agesAt(one, query)),
    moves: (query) => ofOneState(counted, (one) => movesBetween(one, query)),
  };
}

interface Seen {
  readonly visible?: VisibleCases | undefined;
}

/** What a reader sees may depend on a further view. */
const seenBy = ({ visible }: Seen, views: ViewNames): ViewNames =>
  dependsOnOpening(visible) ? [...new Set<ViewNames[number]>([...views, 'timeline'])] : views;

/** The cells tell what a reader sees. */
const listedIf = ({ visible }: Seen): ViewNames => (visible === undefined ? [] : ['case_cell', 'case_list']);

const inboxViews = ({ filter }: InboxQuery): ViewNames => [...new Set([...due, ...listedIf(filter)])];
