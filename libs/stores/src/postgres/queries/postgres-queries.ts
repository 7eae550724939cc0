import type { CaseListQuery, InboxQuery, ViewQueries, VisibleCases } from '@safeconduct/engine';
import { selectAuditEvents, selectRefusals } from '../../queries/audit.js';
import { listCases, listedCase, pastPage } from '../../queries/case-list.js';
import { selectDeclaredRows } from '../../queries/declared-rows.js';
import { flowsBetween } from '../../queries/flows.js';
import { candidatesMax } from '../../queries/key-query.js';
import { countersAt, ledgerChanges } from '../../queries/ledger-counters.js';
import { selectProposals } from '../../queries/proposals.js';
import type { Db, ViewTables } from '../../queries/view-tables.js';
import type { ViewReader } from '../views/view-reader.js';
import { caseWalks } from './case-walks.js';
import { casesAt } from './cases-at.js';
import { selectInbox, selectPassedDeadlines } from './inbox.js';
import { viewsDb } from './views-db.js';
import { dependsOnOpening } from '../../queries/visible-cases.js';

type ViewNames = readonly (keyof ViewTables | `${string}/${string}`)[];

const listed: ViewNames = ['case_cell', 'case_list', 'case_word'];
const due: ViewNames = ['case_list', 'deadline'];
const counted: ViewNames = ['ledger', 'stay', 'timeline'];

/**
 * The queries of the views, as PostgreSQL answers them fastest. A question that takes several statements sees one
 * committed state. Only the ledger of a past moment does without: what was known then never changes. Questions of the
 * present walk indexes, whatever the planner estimates.
 * @param most  up to how many cases are looked up one by one; left out: the measured best value
 */
export function postgresQueries(reader: ViewReader, most?: number): ViewQueries {
  const db = viewsDb((statement) => reader.ask(statement));
  const ofOneState = <Answer>(views: ViewNames, work: (db: Db) => Promise<Answer>) =>
    reader.oneState({ views }, (query) => work(viewsDb(query)));
  const byWalking = <Answer>(views: ViewNames, work: (db: Db) => Promise<Answer>) =>
    reader.oneState({ views, how: 'walk' }, (query) => work(viewsDb(query)));
  return {
    listCases: (query) =>
      (isByEstimate(query) ? ofOneState : byWalking)(seenBy(query.filter, listed), (one) =>
        listCases({ db: one, walks: caseWalks }, query, most ?? candidatesMax),
      ),
    async listCasesAt(moment, query) {
      const asked = { ...query, moment, limit: query.limit + 1 };
      const rows = await ofOneState([...listed, ...counted], (one) => casesAt(one, asked, most));
      return pastPage(rows, query.limit);
    },
    listedCase: (caseId) => listedCase(db, caseId),
    inbox: (query) => byWalking(seenBy(query.filter, inboxViews(query)), (one) => selectInbox(one, query)),
    passedDeadlines: (query) => byWalking(due, (one) => selectPassedDeadlines(one, query)),
    auditEvents: (filter, range) => selectAuditEvents(db, filter, range),
    refusals: (filter, range) => selectRefusals(db, filter, range),
    proposals: (query) => byWalking(['case_list', 'proposal'], (one) => selectProposals(one, query)),
    ledger: ({ workflow, moment }) => countersAt(db, workflow, moment),
    ledgerChanges: (query) => ledgerChanges(db, query),
    declaredRows: (query) =>
      ofOneState(seenBy(query, [query.table.name as `${string}/${string}`, ...listedIf(query)]), (one) =>
        selectDeclaredRows(one, query),
      ),
    flows: (query) => ofOneState(counted, (one) => flowsBetween(one, query)),
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

/**
 * Cases that are due before a date, in another order than by date: it depends on the date whether the index by date leads
 * to them sooner or the index of the order, and the planner knows how many are due before then.
 */
const isByEstimate = ({ filter, order }: CaseListQuery): boolean =>
  filter.dueBefore !== undefined && order?.by !== 'due';
