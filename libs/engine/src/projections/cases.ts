import type { TableDefinition } from '../ports/view-store.js';
import type { CaseEvent } from '../events/case-event.js';
import type { DueDates } from '../events/envelope.js';
import type { CaseProjection, Rows } from './projection.js';
import { wordsOf, wordsOfReference } from './search-words.js';
import type { CaseCellRow, CaseRow } from './view-tables.js';

const caseList: TableDefinition = {
  name: 'case_list',
  columns: {
    case_id: 'text',
    workflow: 'text',
    reference: 'text',
    subject_latin: 'text?',
    subject_arabic: 'text?',
    state: 'text',
    leaf: 'text',
    place: 'text?',
    outcome: 'text?',
    assignee: 'text?',
    revision: 'integer',
    position: 'integer',
    opened_at: 'text',
    state_since: 'text',
    occurred_at: 'text',
    recorded_at: 'text',
    due: 'text',
    due_at: 'text?',
    due_order: 'text',
    cell: 'text',
    words: 'text',
  },
  key: ['case_id'],
  // A list is narrowed to some cells, of everybody or of one officer, and each order of such a cell is one range of an
  // index. Cases without an officer are in none of his. A past list is walked by reference, whatever cell a case is in now.
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
};

const cellTable: TableDefinition = {
  name: 'case_cell',
  columns: { workflow: 'text', leaf: 'text', place: 'text', outcome: 'text', cases: 'integer' },
  key: ['workflow', 'leaf', 'place', 'outcome'],
  indexes: [],
};

const wordTable: TableDefinition = {
  name: 'case_word',
  columns: { word: 'text', reference: 'text', case_id: 'text' },
  // By reference, as the list is, so that the first cases a word finds are those of a page.
  key: ['word', 'reference', 'case_id'],
  indexes: [],
};

const deadlineTable: TableDefinition = {
  name: 'deadline',
  columns: {
    case_id: 'text',
    name: 'text',
    workflow: 'text',
    role: 'text',
    due_at: 'text',
    since_revision: 'integer',
  },
  key: ['case_id', 'name'],
  indexes: [['due_at'], ['role', 'due_at']],
};

/**
 * The case list, how many cases each cell has, the words they are found by, and the deadlines that run: one checkpoint,
 * so that queries that join them are of one moment.
 */
export const casesProjection: CaseProjection = {
  view: { name: 'cases', version: 2, tables: [caseList, cellTable, wordTable, deadlineTable] },

  reads: ({ caseId }) => [{ table: caseList, key: [caseId] }],

  apply(event, rows) {
    const before = rows.get(caseList, [event.caseId]) as CaseRow | undefined;
    const after = caseRow(event, before);
    if (after.due !== before?.due) {
      replaceDeadlines(event, rows, readDue(before?.due ?? '{}'), readDue(after.due));
    }
    if (after.cell !== before?.cell) {
      if (before !== undefined) rows.add(cellTable, cellKey(before), -1);
      rows.add(cellTable, cellKey(after), 1);
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
export const caseCell = ({ workflow, leaf, place, outcome }: Omit<CaseCellRow, 'cases'>): string =>
  [workflow, leaf, place, outcome].join('|');

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
  for (const word of known) if (!wanted.includes(word)) rows.remove(wordTable, [word, reference, case_id]);
  for (const word of wanted) if (!known.includes(word)) rows.put(wordTable, { word, reference, case_id });
}

function replaceDeadlines(
  { caseId, workflow, recorded }: CaseEvent,
  rows: Rows,
  before: DueDates,
  after: DueDates,
): void {
  for (const name of Object.keys(before)) if (!(name in after)) rows.remove(deadlineTable, [caseId, name]);
  for (const [name, dueAt] of Object.entries(after)) {
    if (before[name] === dueAt) continue;
    const role = workflow.deadlines[name]?.role ?? '';
    rows.put(deadlineTable, {
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

const earliest = (due: DueDates): string | null => Object.values(due).sort()[0] ?? null;

const referenceOf = (field: string, data: unknown): string =>
  String((data as Readonly<Record<string, unknown>>)[field]);

/** The top-level state of a leaf: `camped` of `camped.returning.consented`. */
export const topOf = (leaf: string): string => leaf.split('.', 1)[0] ?? leaf;
