import { positionOf } from '../../ports/position.js';
import type {
  Generation,
  Row,
  TableDefinition,
  Value,
  ViewBatch,
  ViewDefinition,
  ViewStore,
} from '../../ports/view-store.js';

export const deadlines: TableDefinition = {
  name: 'deadline',
  columns: { case_id: 'text', name: 'text', workflow: 'text', role: 'text', due_at: 'text' },
  key: ['case_id', 'name'],
  indexes: [['due_at']],
};

export const timeline: TableDefinition = {
  name: 'timeline',
  columns: {
    position: 'integer',
    case_id: 'text',
    revision: 'integer',
    confirmed_by: 'text?',
    on_behalf_of: 'text?',
  },
  key: ['position'],
  indexes: [['case_id', 'revision']],
};

export const ledger: TableDefinition = {
  name: 'ledger',
  columns: { workflow: 'text', counter: 'text', change: 'integer' },
  key: ['workflow', 'counter'],
  indexes: [],
};

/** One view of three tables, and one of none that a test fills beside it. */
export const sample: ViewDefinition = { name: 'sample', version: 1, tables: [deadlines, timeline, ledger] };
export const other: ViewDefinition = { name: 'other', version: 1, tables: [] };

export const recordedAt = '2025-01-01T00:00:00.000Z';

export const deadline = (caseId: string, more: Row = {}): Row => ({
  case_id: caseId,
  name: 'coolingOff',
  workflow: 'test',
  role: 'system',
  due_at: '2025-02-01T00:00:00.000Z',
  ...more,
});

export const moment = (position: number, more: Row = {}): Row => ({
  position,
  case_id: 'c',
  revision: position,
  confirmed_by: null,
  on_behalf_of: null,
  ...more,
});

export const sum = (counter: string, change: number): Row => ({ workflow: 'test', counter, change });

interface Changes {
  readonly deadlines?: readonly Row[];
  readonly timeline?: readonly Row[];
  readonly removed?: readonly (readonly Value[])[];
  readonly added?: readonly Row[];
}

/** A batch from one position to another; `removed` are keys of deadlines, `added` rows of the ledger. */
export const batch = (from: bigint, to: bigint, changes: Changes = {}): ViewBatch => ({
  from: positionOf(from),
  to: positionOf(to),
  recordedAt,
  taken: Number(to),
  latestAt: recordedAt,
  changes: [
    { table: 'deadline', put: changes.deadlines ?? [], remove: changes.removed ?? [], add: [] },
    { table: 'timeline', put: changes.timeline ?? [], remove: [], add: [] },
    { table: 'ledger', put: [], remove: [], add: changes.added ?? [] },
  ].filter(({ put, remove, add }) => put.length + remove.length + add.length > 0),
});

/** A generation of the sample view with these rows, live. */
export async function live(
  views: ViewStore,
  changes: Changes,
  view: ViewDefinition = sample,
): Promise<Generation> {
  const begun = await views.begin(view);
  return views.promote(await views.commit(begun, view, batch(0n, 1n, changes)), view);
}

/** The case ids that a reader of the live generation sees. */
export async function seen(views: ViewStore): Promise<readonly Value[]> {
  const rows = await views.scan(deadlines, { limit: 100 });
  return rows.map((row) => row['case_id'] ?? null);
}
