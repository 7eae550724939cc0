import type { ListedCase } from '../ports/view-queries.js';
import { comparedText } from '../queries/possible-duplicates.js';
import type { AuditName, CaseListName, CaseSearch, Queries } from '../queries/queries.js';
import type { Reader } from '../queries/reader.js';
import { readsClass } from './read-entry.js';
import type { ReadRecorder } from './read-recorder.js';
import { HandedOver } from './handed-over.js';
import { recordedLog, type RecordedPorts } from './recorded-log.js';

/**
 * The whole door, each answer entered in the log of reads before it is handed over; see `recordedLog`. Figures are about
 * no single case and are not entered, nor is how far the views are.
 */
export const recordedQueries = (inner: Queries, ports: RecordedPorts): Queries => ({
  ...recordedLog(inner, ports),
  ...recordedCaseList(inner, ports),
  ...recordedAudit(inner, ports),
  ...recordedLists(inner, ports),
  population: (reader, asked) => inner.population(reader, asked),
  ledgerCounts: (reader, asked) => inner.ledgerCounts(reader, asked),
  populationSeries: (reader, asked) => inner.populationSeries(reader, asked),
  populationFlows: (reader, asked) => inner.populationFlows(reader, asked),
  populationAges: (reader, asked) => inner.populationAges(reader, asked),
  populationMoves: (reader, asked) => inner.populationMoves(reader, asked),
  countProposals: (reader, asked) => inner.countProposals(reader, asked),
  countExceptions: (reader, asked) => inner.countExceptions(reader, asked),
  generations: (reader) => inner.generations(reader),
  reached: (reader, asked) => inner.reached(reader, asked),
  waitFor: (reader, asked) => inner.waitFor(reader, asked),
  progress: (reader) => inner.progress(reader),
  passedDeadlines: (reader, asked) => inner.passedDeadlines(reader, asked),
  lastPassed: (reader) => inner.lastPassed(reader),
  recordedDefinitions: (reader) => inner.recordedDefinitions(reader),
  verifyViews: (reader, asked) => inner.verifyViews(reader, asked),
});

type CaseList = Pick<Queries, CaseListName>;

function recordedCaseList(inner: Queries, { recorder, register }: RecordedPorts): CaseList {
  const searches = new CountedSearches(recorder);
  const entered = (found: readonly { readonly row: ListedCase }[]) => {
    const handed = new HandedOver(register);
    for (const { row } of found) handed.row(row);
    return { ...rowsOf(found.map(({ row }) => row)), classes: handed.classes };
  };
  return {
    async listCases(reader, request) {
      const page = await inner.listCases(reader, request);
      const { search, moment } = request;
      const handed = new HandedOver(register);
      for (const row of page.cases) handed.row(row);
      await recorder.enter(reader, {
        cases: page.cases.map(({ caseId }) => caseId),
        ...{ classes: handed.classes, rows: page.cases.length, moment },
        searched: searchedIn([search.text, search.referenceText, search.reference]),
      });
      return page;
    },

    async countCases(reader, request) {
      const total = await inner.countCases(reader, request);
      await searches.enter(reader, request.search);
      return total;
    },

    async caseFacets(reader, request) {
      const facets = await inner.caseFacets(reader, request);
      await searches.enter(reader, request.search);
      return facets;
    },

    async workload(reader, request) {
      const loads = await inner.workload(reader, request);
      await searches.enter(reader, request.search);
      return loads;
    },

    async rankedCases(reader, request) {
      const found = await inner.rankedCases(reader, request);
      await recorder.enter(reader, { ...entered(found.cases), searched: request.text });
      return found;
    },

    async possibleDuplicates(reader, request) {
      const found = await inner.possibleDuplicates(reader, request);
      await recorder.enter(reader, { ...entered(found), searched: comparedText(request) });
      return found;
    },

    async listedCase(reader, { caseId }) {
      const row = await inner.listedCase(reader, { caseId });
      if (row === undefined) return undefined;
      const handed = new HandedOver(register);
      handed.row(row);
      await recorder.enterMore(reader, caseId, [...handed.classes]);
      return row;
    },

    async subjectOf(reader, { caseId }) {
      const subject = await inner.subjectOf(reader, { caseId });
      if (subject === undefined) return undefined;
      const handed = new HandedOver(register);
      handed.reference(subject.latin);
      await recorder.enterMore(reader, caseId, [...handed.classes]);
      return subject;
    },
  };
}

/**
 * Numbers of cases are entered as figures are: not, unless the cases were searched for. What is found by a name tells of a
 * person, although it is a number. One request may ask for many numbers of the same search, which is one entry.
 */
class CountedSearches {
  /** A reader is made for one request. */
  readonly #entered = new WeakMap<Reader, Set<string>>();

  constructor(private readonly recorder: ReadRecorder) {}

  async enter(reader: Reader, search: CaseSearch): Promise<void> {
    const searched = searchedIn([search.text, search.referenceText, search.reference]);
    const entered = this.#entered.get(reader) ?? new Set();
    if (searched === undefined || entered.has(searched)) return;
    await this.recorder.enter(reader, { cases: [], rows: 0, searched });
    this.#entered.set(reader, entered.add(searched));
  }
}

type AuditLists = Pick<Queries, AuditName | 'auditEntries' | 'entryFacets'>;
type Lists = Pick<Queries, 'inbox' | 'proposals' | 'viewRows' | 'exceptions'>;

/**
 * Numbers of lines are entered as figures are: not, unless they are of one case, as one row. The number of a list of one
 * case comes with the entry of its lines.
 */
function recordedAudit(inner: Queries, { recorder, register }: RecordedPorts): AuditLists {
  const rules = (): ReadonlySet<string> => {
    const handed = new HandedOver(register);
    handed.rules();
    return handed.classes;
  };
  return {
    async auditEvents(reader, asked) {
      const lines = await inner.auditEvents(reader, asked);
      await recorder.enter(reader, rowsOf(lines));
      return lines;
    },

    async refusals(reader, asked) {
      const lines = await inner.refusals(reader, asked);
      const classes = lines.some(({ guards }) => guards.length > 0) ? rules() : [];
      await recorder.enter(reader, { ...rowsOf(lines), classes });
      return lines;
    },

    async rulesNotKept(reader, asked) {
      const lines = await inner.rulesNotKept(reader, asked);
      await recorder.enter(reader, { ...rowsOf(lines), classes: lines.length > 0 ? rules() : [] });
      return lines;
    },

    async auditEntries(reader, asked) {
      const page = await inner.auditEntries(reader, asked);
      const handed = new HandedOver(register);
      const { caseId } = asked.filter;
      const cases = new Set(caseId === undefined ? [] : [caseId]);
      for (const entry of page.entries) {
        handed.reference(entry.reference);
        if (entry.kind === 'looked') handed.looks();
        else cases.add(entry.line.caseId);
        if (entry.kind === 'refused' && entry.line.guards.length > 0) handed.rules();
      }
      const { classes } = handed;
      await recorder.enter(reader, { cases: [...cases], classes, rows: page.entries.length });
      return page;
    },

    async entryFacets(reader, request) {
      const counted = await inner.entryFacets(reader, request);
      const { caseId } = request.filter;
      const classes = counted.kinds.some(({ value }) => value === 'looked') ? [readsClass] : [];
      if (caseId !== undefined && counted.kinds.length > 0)
        await recorder.enter(reader, { cases: [caseId], classes, rows: 1 });
      return counted;
    },

    countAudit: (reader, asked) => inner.countAudit(reader, asked),

    async auditFacets(reader, request) {
      const counted = await inner.auditFacets(reader, request);
      const { part, filter } = request.asked;
      const isAnyCounted = Object.values(counted.facets).some((values) => values.length > 0);
      if (filter.caseId !== undefined && isAnyCounted)
        await recorder.enter(reader, {
          ...{ cases: [filter.caseId], rows: 1 },
          classes: part === 'rulesNotKept' ? rules() : [],
        });
      return counted;
    },
  };
}

function recordedLists(inner: Queries, { recorder, register }: RecordedPorts): Lists {
  return {
    async inbox(reader, asked) {
      const items = await inner.inbox(reader, asked);
      const handed = new HandedOver(register);
      for (const { reference } of items) handed.reference(reference);
      await recorder.enter(reader, { ...rowsOf(items), classes: handed.classes });
      return items;
    },

    async proposals(reader, request) {
      const found = await inner.proposals(reader, request);
      const handed = new HandedOver(register);
      for (const { reference } of found) handed.reference(reference);
      await recorder.enter(reader, { ...rowsOf(found), classes: handed.classes });
      return found;
    },

    async exceptions(reader, request) {
      const groups = await inner.exceptions(reader, request);
      const items = groups.flatMap((group) => group.items);
      const handed = new HandedOver(register);
      for (const { listed, refusal } of items) {
        if (listed !== undefined) handed.row(listed);
        if (refusal !== undefined && refusal.guards.length > 0) handed.rules();
      }
      await recorder.enter(reader, { ...rowsOf(items), classes: handed.classes });
      return groups;
    },

    async viewRows(reader, request) {
      const page = await inner.viewRows(reader, request);
      const handed = new HandedOver(register);
      for (const { reference } of page.rows) handed.reference(reference);
      const searched = searchedIn([request.reference]);
      await recorder.enter(reader, { ...rowsOf(page.rows), classes: handed.classes, searched });
      return page;
    },
  };
}

const rowsOf = (rows: readonly { readonly caseId: string }[]) => ({
  cases: rows.map(({ caseId }) => caseId),
  rows: rows.length,
});

/** Everything that was searched for, as one text. */
function searchedIn(texts: readonly (string | undefined)[]): string | undefined {
  const given = texts.filter((text) => text !== undefined);
  return given.length === 0 ? undefined : given.join('\n');
}
