import {
  positionOf,
  type Position,
  type Row,
  type TableDefinition,
  type ViewBatch,
  type ViewDefinition,
} from '@safeconduct/engine';

export const timeline: TableDefinition = {
  name: 'timeline',
  columns: { position: 'integer', case_id: 'text', revision: 'integer' },
  key: ['position'],
  indexes: [['case_id', 'revision']],
};

const ledger: TableDefinition = {
  name: 'ledger',
  columns: { counter: 'text', change: 'integer' },
  key: ['counter'],
  indexes: [],
};

/** A view whose rows can be told from its checkpoint: a row a position, and their number. */
export const counted: ViewDefinition = { name: 'counted', version: 1, tables: [timeline, ledger] };

/** The next `count` positions. */
export function countedBatch(from: Position, count: number): ViewBatch {
  const to = positionOf(from + BigInt(count));
  const rows: Row[] = Array.from({ length: count }, (_, index) => {
    const position = Number(from) + index + 1;
    return { position, case_id: `case-${position % 7}`, revision: position };
  });
  return {
    from,
    to,
    recordedAt: '2025-01-01T00:00:00.000Z',
    taken: Number(to),
    latestAt: '2025-01-01T00:00:00.000Z',
    changes: [
      { table: 'timeline', put: rows, remove: [], add: [] },
      { table: 'ledger', put: [], remove: [], add: [{ counter: 'rows', change: count }] },
    ],
  };
}
