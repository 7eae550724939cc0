import { compareText } from '@safeconduct/workflow';
import type { CaseEvent } from '../events/case-event.js';
import type { DueDates } from '../events/envelope.js';
import { defineTable, type RowOf } from '../ports/view-store.js';
import type { CaseProjection, Rows } from './projection.js';
import { wordsOf, wordsOfReference } from './search-words.js';

/** One row a case: where it is and who it is about. */
export const caseList = defineTable({
  name: 'case_list',
  columns: {
    case_id: 'text',
    workflow: 'text',
    reference: 'text',
    subject_latin: 'text?',
    subject_arabic: 'text?',
    /** The top-level state, and the innermost one as a dotted path. */
    state: 'text',
    leaf: 'text',
    place: 'text?',
    outcome: 'text?',
    assignee: 'text?',
    /** Of the last event. */
    revision: 'integer',
    position: 'integer',
    /** Instants; the first three by the clock of what happened, the last by the clock of what was recorded. */
    opened_at: 'text',
    state_since: 'text',
    occurred_at: 'text',
    recorded_at: 'text',
    /** The deadlines that run, as JSON, and the earliest of their dates. */
    due: 'text',
    due_at: 'text?',
    /** The earliest due date, or a day after all others, so that a list can be sorted by it. */
    due_order: 'text',
    /** Workflow, leaf, place and outcome as one text: what lists are narrowed by. */
    cell: 'text',
    /** The words it is found by, each with a space before it. Personal, like the names. */
    words: 'text',
  },
  key: ['case_id'],
  // A list is narrowed to some cells, of everybody or of one officer, and each order of such a cell is one range of an
  // index. Cases without an officer are in no index by officer. A past list is walked by reference, whatever cell a case
  // is in now.
  indexes: [
    ['reference', 'case_id'],
    ['cell', 'reference', 'case_id'],
    ['cell', 'due_order', 'case_id'],
    ['cell', 'state_since', 'case_id'],
    ['cell', 'position', 'case_id'],
    ['assignee', 'cell', 'reference', 'case_id'],
    ['assignee', 'cell', 'due_order', 'case_id'],
    ['assignee', 'cell', 'state_since', 'case_id'],
    ['assignee', 'cell', 'position', 'case_id'],
  ],
});

type CaseRow = RowOf<typeof caseList>;

/** How many cases are in one cell now. Place and outcome are empty where there is none. */
export const caseCells = defineTable({
  name: 'case_cell',
  columns: { workflow: 'text', leaf: 'text', place: 'text', outcome: 'text', cases: 'integer' },
  key: ['workflow', 'leaf', 'place', 'outcome'],
  indexes: [],
});

/** One row for each word a case is found by. Personal, like the names in the list. */
export const caseWords = defineTable({
  name: 'case_word',
  columns: { word: 'text', reference: 'text', case_id: 'text' },
  // By reference, as the list is, so that the first cases a word finds are those of a page.
  key: ['word', 'reference', 'case_id'],
  indexes: [],
});

/** One row for each deadline that runs. */
export const deadlines = defineTable({
  name: 'deadline',
  columns: {
    case_id: 'text',
    name: 'text',
    workflow: 'text',
    role: 'text',
    due_at: 'text',
    /** The revision of the event since which it runs with this date. */
    since_revision: 'integer',
  },
  key: ['case_id', 'name'],
  indexes: [['due_at'], ['role', 'due_at']],
});

/**
 * The case list, how many cases each cell has, the words they are found by, and the deadlines that run: one checkpoint,
 * so that queries that join them are of one moment.
 */
export const casesProjection: CaseProjection = {
  view: { name: 'cases', version: 2, tables: [caseList, caseCells, caseWords, deadlines] },

  reads: ({ caseId }) => [{ table: caseList, key: [caseId] }],

  apply(event, rows) {
    const before = rows.get(caseList, [event.caseId]);
    const after = caseRow(event, before);
    if (after.due !== before?.due) {
      replaceDeadlines(event, rows, readDue(before?.due ?? '{}'), readDue(after.due));
    }
    if (after.cell !== before?.cell) {
      if (before !== undefined) rows.add(caseCells, cellKey(before), -1);
      rows.add(caseCells, cellKey(after), 1);
    }
    if (after.words !== before?.words) replaceWords(rows, before, after);
    rows.put(caseList, after);
  },
};

function caseRow(event: CaseEvent, before: CaseRow | undefined): CaseRow {
  const { recorded, caseId, workflow, envelope } = event;
  const { type, occurredAt, recordedAt } = recorded;
  const { state: leaf, summary } = envelope;
  const { place = null, outcome = null, assignee = null } = summary;
  const due = envelope.due === undefined ? (before?.due ?? '{}') : JSON.stringify(envelope.due);
  const tellsSubject = workflow.source.subject[type] !== undefined;
  const dueAt = due === before?.due ? before.due_at : earliest(readDue(due));
  const subject = tellsSubject ? workflow.subject(type, event.data) : undefined;
  const reference = before?.reference ?? referenceOf(workflow.opening.opens, event.data);
  const latin = subject?.latin ?? before?.subject_latin ?? null;
  const arabic = subject?.arabic ?? before?.subject_arabic ?? null;
  const isFound = before !== undefined && subject === undefined;
  return {
    case_id: caseId,
    workflow: workflow.name,
    reference,
    subject_latin: latin,
    subject_arabic: arabic,
    state: topOf(leaf),
    leaf,
    place,
    outcome,
    assignee,
    revision: Number(recorded.revision),
    position: Number(recorded.position),
    opened_at: before?.opened_at ?? occurredAt,
    state_since: before?.leaf === leaf ? before.state_since : occurredAt,
    occurred_at: occurredAt,
    recorded_at: recordedAt,
    due,
    due_at: dueAt,
    due_order: dueAt ?? neverDue,
    cell: caseCell({
      workflow: workflow.name,
      leaf,
      place: place ?? '',
      outcome: outcome ?? '',
    }),
    words: isFound ? before.words : wordsOfCase(reference, latin, arabic),
  };
}

/** The order of cases without a due date: after all others. */
const neverDue = '9999-12-31T23:59:59.999Z';

/** What a list is narrowed by, as one text. */
export const caseCell = ({
  workflow,
  leaf,
  place,
  outcome,
}: Omit<RowOf<typeof caseCells>, 'cases'>): string => [workflow, leaf, place, outcome].join('|');

const cellKey = ({ workflow, leaf, place, outcome }: CaseRow): readonly string[] => [
  workflow,
  leaf,
  place ?? '',
  outcome ?? '',
];

/** The words of a case follow from what the list shows of it. */
function wordsOfCase(reference: string, latin: string | null, arabic: string | null): string {
  const words = new Set([...wordsOfReference(reference), ...wordsOf(latin ?? ''), ...wordsOf(arabic ?? '')]);
  return [...words].map((word) => ` ${word}`).join('');
}

function replaceWords(rows: Rows, before: CaseRow | undefined, { words, reference, case_id }: CaseRow): void {
  const [known, wanted] = [(before?.words ?? '').split(' ').slice(1), words.split(' ').slice(1)];
  for (const word of known) if (!wanted.includes(word)) rows.remove(caseWords, [word, reference, case_id]);
  for (const word of wanted) if (!known.includes(word)) rows.put(caseWords, { word, reference, case_id });
}

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
      workflow: workflow.name,
      role,
      due_at: dueAt,
      since_revision: Number(recorded.revision),
    });
  }
}

const readDue = (text: string): DueDates => (text === '{}' ? {} : (JSON.parse(text) as DueDates));

const earliest = (due: DueDates): string | null => Object.values(due).sort(compareText)[0] ?? null;

const referenceOf = (field: string, data: unknown): string =>
  String((data as Readonly<Record<string, unknown>>)[field]);

/** The top-level state of a leaf: `camped` of `camped.returning.consented`. */
export const topOf = (leaf: string): string => leaf.split('.', 1)[0] ?? leaf;
