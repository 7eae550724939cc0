import type { TableDefinition } from '../ports/view-store.js';
import type { DueDates } from '../history/envelope.js';
import type { ProjectedEvent, Projection, Rows } from './projection.js';
import type { CaseRow } from './view-tables.js';

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
  },
  key: ['case_id'],
  indexes: [
    ['workflow', 'reference'],
    ['workflow', 'leaf', 'reference'],
    ['workflow', 'place', 'reference'],
    ['workflow', 'assignee', 'reference'],
  ],
};

const deadlineTable: TableDefinition = {
  name: 'deadline',
  columns: { case_id: 'text', name: 'text', workflow: 'text', role: 'text', due_at: 'text' },
  key: ['case_id', 'name'],
  indexes: [['due_at'], ['workflow', 'role', 'due_at']],
};

/** The case list and the deadlines that run: one checkpoint, so that the inbox, which joins them, is of one moment. */
export const casesProjection: Projection = {
  view: { name: 'cases', version: 1, tables: [caseList, deadlineTable] },

  reads: ({ caseId }) => [{ table: caseList, key: [caseId] }],

  apply(event, rows) {
    const before = rows.get(caseList, [event.caseId]) as CaseRow | undefined;
    const after = caseRow(event, before);
    if (after.due !== before?.due) {
      replaceDeadlines(event, rows, readDue(before?.due ?? '{}'), readDue(after.due));
    }
    rows.put(caseList, after);
  },
};

function caseRow({ recorded, caseId, workflow, data }: ProjectedEvent, before: CaseRow | undefined): CaseRow {
  const { metadata, type, occurredAt, recordedAt } = recorded;
  const leaf = metadata['state'] ?? '';
  const due = metadata['due'] ?? before?.due ?? '{}';
  const tellsSubject = workflow.source.subject[type] !== undefined;
  const subject = tellsSubject ? workflow.subject(type, data()) : undefined;
  return {
    case_id: caseId,
    workflow: workflow.name,
    reference: before?.reference ?? referenceOf(workflow.opening.opens, data()),
    subject_latin: subject?.latin ?? before?.subject_latin ?? null,
    subject_arabic: subject?.arabic ?? before?.subject_arabic ?? null,
    state: topOf(leaf),
    leaf,
    place: metadata['place'] ?? null,
    outcome: metadata['outcome'] ?? null,
    assignee: metadata['assignee'] ?? null,
    revision: Number(recorded.revision),
    position: Number(recorded.position),
    opened_at: before?.opened_at ?? occurredAt,
    state_since: before?.leaf === leaf ? before.state_since : occurredAt,
    occurred_at: occurredAt,
    recorded_at: recordedAt,
    due,
    due_at: earliest(readDue(due)),
  };
}

function replaceDeadlines(
  { caseId, workflow }: ProjectedEvent,
  rows: Rows,
  before: DueDates,
  after: DueDates,
): void {
  for (const name of Object.keys(before)) if (!(name in after)) rows.remove(deadlineTable, [caseId, name]);
  for (const [name, dueAt] of Object.entries(after)) {
    if (before[name] === dueAt) continue;
    const role = workflow.deadlines[name]?.role ?? '';
    rows.put(deadlineTable, { case_id: caseId, name, workflow: workflow.name, role, due_at: dueAt });
  }
}

const readDue = (text: string): DueDates => (text === '{}' ? {} : (JSON.parse(text) as DueDates));

const earliest = (due: DueDates): string | null => Object.values(due).sort()[0] ?? null;

const referenceOf = (field: string, data: unknown): string => String((data as Readonly<Record<string, unknown>>)[field]);

/** The top-level state of a leaf: `camped` of `camped.returning.consented`. */
export const topOf = (leaf: string): string => leaf.split('.', 1)[0] ?? leaf;
