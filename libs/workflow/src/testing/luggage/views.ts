import { viewsOf } from '../../index.js';
import type { Events } from './definition.js';

const view = viewsOf<Events>();

/** One row a claim, while it is open. */
const claims = view({
  version: 1,
  columns: { channel: 'code', bags: 'integer', filedAt: 'instant', tracedLast: 'day?', isLate: 'boolean' },
  filters: ['channel', 'bags', 'filedAt', 'tracedLast', 'isLate'],
  rows: {
    ClaimFiled: (_rows, { channel, bags }, { occurredAt }) => [
      { channel, bags, filedAt: occurredAt, isLate: false },
    ],
    BagTraced: (rows, _data, { occurredAt }) =>
      rows.map((row) => ({ ...row, tracedLast: occurredAt.slice(0, 10) })),
    AnswerOverdue: (rows) => rows.map((row) => ({ ...row, isLate: true })),
    ClaimPaid: () => [],
    ClaimRefused: () => [],
  },
});

/** One row for each bag that was found. */
const traced = view({
  version: 1,
  columns: { bag: 'integer', place: 'text', by: 'text?' },
  key: ['bag'],
  filters: ['place'],
  rows: {
    BagTraced: (rows, { place }, { actor }) => [...rows, { bag: rows.length + 1, place, by: actor.id }],
  },
});

export const views = { claims, traced };
