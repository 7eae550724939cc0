import type { ViewQueries } from '@safeconduct/engine';
import { selectAuditEvents, selectRefusals } from '../../queries/audit.js';
import { listCases, listedCase, pastPage } from '../../queries/case-list.js';
import { flowsBetween } from '../../queries/flows.js';
import { candidatesMax } from '../../queries/key-query.js';
import { countersAt, ledgerChanges } from '../../queries/ledger-counters.js';
import type { Db, ViewTables } from '../../queries/view-tables.js';
import type { ViewReader } from '../views/view-reader.js';
import { caseWalks } from './case-walks.js';
import { casesAt } from './cases-at.js';
import { selectInbox, selectPassedDeadlines } from './inbox.js';
import { viewsDb } from './views-db.js';

type ViewNames = readonly (keyof ViewTables)[];

const listed: ViewNames = ['case_cell', 'case_list', 'case_word'];
const counted: ViewNames = ['ledger', 'stay', 'timeline'];

/**
 * The queries of the views, as PostgreSQL answers them fastest. A question that takes several statements sees one
 * committed state. Only the ledger of a past moment does without: what was known then never changes.
 * @param most  up to how many cases are looked up one by one; left out: the measured best value
 */
export function postgresQueries(reader: ViewReader, most?: number): ViewQueries {
  const db = viewsDb((statement) => reader.ask(statement));
  const ofOneState = <Answer>(views: ViewNames, work: (db: Db) => Promise<Answer>) =>
    reader.oneState(views, (query) => work(viewsDb(query)));
  return {
    listCases: (query) =>
      ofOneState(listed, (one) => listCases({ db: one, walks: caseWalks }, query, most ?? candidatesMax)),
    async listCasesAt(moment, query) {
      const asked = { ...query, moment, limit: query.limit + 1 };
      const rows = await ofOneState([...listed, ...counted], (one) => casesAt(one, asked, most));
      return pastPage(rows, query.limit);
    },
    listedCase: (caseId) => listedCase(db, caseId),
    inbox: (query) => selectInbox(db, query),
    passedDeadlines: (query) => selectPassedDeadlines(db, query),
    auditEvents: (filter, range) => selectAuditEvents(db, filter, range),
    refusals: (filter, range) => selectRefusals(db, filter, range),
    ledger: ({ workflow, moment }) => countersAt(db, workflow, moment),
    ledgerChanges: (query) => ledgerChanges(db, query),
    flows: (query) => ofOneState(counted, (one) => flowsBetween(one, query)),
  };
}
