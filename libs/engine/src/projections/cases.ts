import { compareText, type Instant } from '@safeconduct/workflow';
import type { CaseEvent } from '../events/case-event.js';
import type { DueDates } from '../events/envelope.js';
import { defineTable, type RowOf } from '../ports/view-store.js';
import { erasedWord } from '../sealing/personal-values.js';
import { cellAfter, leafOf, listCell, readListCell } from './case-cell.js';
import { dataInViews } from './data-in-views.js';
import type { CaseProjection, Rows } from './projection.js';
import {
  caseSearch,
  caseWords,
  isSearchedBy,
  referenceWords,
  replaceReferenceWords,
  replaceTerms,
} from './case-search.js';

/** One row a case: where it is and who it is about. */
export const caseList = defineTable({
  name: 'case_list',
  columns: {
    /** What rows of other tables name the case by. */
    case_id: 'case',
    /** The same id: cases that are equal in an order follow each other by it. */
    id_order: 'text',
    reference: 'text',
    subject_latin: 'text?',
    subject_arabic: 'text?',
    /** What lists are sorted by (`nameOrder`). */
    latin_order: 'text',
    arabic_order: 'text',
    /** Workflow, innermost state, place, outcome, tags and running deadlines as one text (`readListCell`): what lists are narrowed by. */
    cell: 'name',
    /** Empty: nobody. */
    assignee: 'name',
    /** Of the last event. */
    revision: 'integer',
    position: 'integer',
    recorded_at: 'instant',
    /** By the clock of what happened. */
    state_since: 'instant',
    /** The deadlines that run, as JSON: what the next event changes. */
    due: 'text',
    /** The earliest of their dates, or `neverDue`, so that a list can be sorted by it. */
    due_order: 'instant',
    /** The words of its reference, each with a space before it. */
    words: 'text',
  },
  key: ['case_id'],
  // A list is narrowed to some cells, of everybody, of one officer or of nobody, and each order of such a cell is one
  // range of an index, as is each period in that order. By subject there is none for each officer: their cases are few
  // enough to sort. A past list is walked by reference, whatever cell a case is in now.
  indexes: [
    ['reference', 'id_order'],
    ['cell', 'reference', 'id_order'],
    ['cell', 'due_order', 'id_order'],
    ['cell', 'state_since', 'id_order'],
    ['cell', 'recorded_at', 'id_order'],
    ['cell', 'latin_order', 'id_order'],
    ['cell', 'arabic_order', 'id_order'],
    ['assignee', 'cell', 'reference', 'id_order'],
    ['assignee', 'cell', 'due_order', 'id_order'],
    ['assignee', 'cell', 'state_since', 'id_order'],
    ['assignee', 'cell', 'recorded_at', 'id_order'],
  ],
});

type CaseRow = RowOf<typeof caseList>;

/** How many cases are in one cell (`readListCell`) now. */
export const caseCells = defineTable({
  name: 'case_cell',
  columns: { cell: 'name', cases: 'integer' },
  key: ['cell'],
  indexes: [],
});

/** How many of them one officer has, or nobody (empty). */
export const assignedCells = defineTable({
  name: 'assigned_cell',
  columns: { assignee: 'name', cell: 'name', cases: 'integer' },
  key: ['assignee', 'cell'],
  indexes: [],
});

/** One row for each deadline that runs. */
export const deadlines = defineTable({
  name: 'deadline',
  columns: {
    case_id: 'text',
    name: 'text',
    role: 'name',
    due_at: 'instant',
    /** The revision of the event since which it runs with this date. */
    since_revision: 'integer',
  },
  key: ['case_id', 'name'],
  indexes: [['due_at'], ['role', 'due_at'], ['name', 'due_at']],
});

/** Which definitions have decided events, and the last one of each: what a start compares with its own definitions. */
export const caseDefinitions = defineTable({
  name: 'case_definition',
  columns: { workflow: 'name', fingerprint: 'name', position: 'integer' },
  key: ['workflow', 'fingerprint'],
  indexes: [],
});

/**
 * The case list, how many cases each cell has and each officer in it, the words they are found by, the deadlines that run, and the definitions
 * that decided: one checkpoint, so that queries that join them are of one moment.
 */
export const casesProjection: CaseProjection = {
  view: {
    name: 'cases',
    version: 9,
    tables: [caseList, caseCells, assignedCells, caseWords, caseSearch, deadlines, caseDefinitions],
  },

  reads(event) {
    const listed = { table: caseList, key: [event.caseId] };
    return isSearchedBy(event) ? [listed, { table: caseSearch, key: [event.caseId] }] : [listed];
  },

  apply(event, rows, { tokens }) {
    const before = rows.get(caseList, [event.caseId]);
    const after = caseRow(event, before);
    if (after.due !== before?.due) {
      replaceDeadlines(event, rows, readDue(before?.due ?? '{}'), readDue(after.due));
    }
    if (after.cell !== before?.cell) {
      if (before !== undefined) rows.add(caseCells, [before.cell], -1);
      rows.add(caseCells, [after.cell], 1);
    }
    if (after.cell !== before?.cell || after.assignee !== before.assignee) {
      if (before !== undefined) rows.add(assignedCells, [before.assignee, before.cell], -1);
      rows.add(assignedCells, [after.assignee, after.cell], 1);
    }
    if (after.words !== before?.words) replaceReferenceWords(rows, before, after);
    if (isSearchedBy(event)) replaceTerms(event, rows, { reference: after.reference, tokens });
    rows.put(caseList, after);
    const { workflow, fingerprint } = event.envelope;
    rows.put(caseDefinitions, { workflow, fingerprint, position: Number(event.recorded.position) });
  },
};

function caseRow(event: CaseEvent, before: CaseRow | undefined): CaseRow {
  const { recorded, caseId, workflow, envelope, state: leaf } = event;
  const { type, occurredAt, recordedAt } = recorded;
  const { summary } = envelope;
  const { assignee = '' } = summary;
  const due = envelope.due === undefined ? (before?.due ?? '{}') : JSON.stringify(envelope.due);
  const running = due === before?.due ? readListCell(before.cell).running : Object.keys(readDue(due));
  const tellsSubject = workflow.source.subject[type] !== undefined;
  const subject = tellsSubject ? workflow.subject(type, dataInViews(event)) : undefined;
  const reference = before?.reference ?? referenceOf(workflow.opening.opens, dataInViews(event));
  // The row forgets with the fact itself: it is the same whether it is filled before the keys are destroyed or after.
  const { erases = false } = envelope;
  const latin = erases ? erasedWord : (subject?.latin ?? before?.subject_latin ?? null);
  const arabic = erases ? erasedWord : (subject?.arabic ?? before?.subject_arabic ?? null);
  return {
    case_id: caseId,
    id_order: caseId,
    reference,
    subject_latin: latin,
    subject_arabic: arabic,
    latin_order: latin === before?.subject_latin ? before.latin_order : nameOrder(latin),
    arabic_order: arabic === before?.subject_arabic ? before.arabic_order : nameOrder(arabic),
    cell: listCell(cellAfter(workflow.name, leaf, summary), running),
    assignee,
    revision: Number(recorded.revision),
    position: Number(recorded.position),
    recorded_at: recordedAt,
    state_since: before !== undefined && leafOf(before.cell) === leaf ? before.state_since : occurredAt,
    due,
    due_order: due === before?.due ? before.due_order : earliest(readDue(due)),
    words: before?.words ?? referenceWords(reference),
  };
}

/** What names are compared by: their letters alone, small ones, without accents, vowel signs and lengthened strokes. */
export const nameOrder = (name: string | null): string =>
  (name ?? '')
    .normalize('NFD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();

/** The order of cases without a due date: after all others. */
export const neverDue: Instant = '9999-12-31T23:59:59.999Z';

function replaceDeadlines(
  { caseId, workflow, recorded }: CaseEvent,
  rows: Rows,
  before: DueDates,
  after: DueDates,
): void {
  for (const name of Object.keys(before)) if (!(name in after)) rows.remove(deadlines, [caseId, name]);
  for (const [name, dueAt] of Object.entries(after)) {
    if (before[name] === dueAt) continue;
    const role = workflow.deadlines[name]?.role ?? '';
    rows.put(deadlines, {
      case_id: caseId,
      name,
      role,
      due_at: dueAt,
      since_revision: Number(recorded.revision),
    });
  }
}

const readDue = (text: string): DueDates => (text === '{}' ? {} : (JSON.parse(text) as DueDates));

const earliest = (due: DueDates): Instant => Object.values(due).sort(compareText)[0] ?? neverDue;

/** The natural key in the data of an opening event. */
export const referenceOf = (field: string, data: unknown): string =>
  String((data as Readonly<Record<string, unknown>>)[field]);

/** The top-level state of a leaf: `camped` of `camped.returning.consented`. */
export const topOf = (leaf: string): string => leaf.split('.', 1)[0] ?? leaf;
