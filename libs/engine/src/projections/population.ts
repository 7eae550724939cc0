import { epochMsOf, type Instant } from '@safeconduct/workflow';
import type { CaseEvent } from '../events/case-event.js';
import type { ClockName } from '../moment.js';
import type { LedgerPart } from '../ports/ledger-queries.js';
import { defineTable, type RowOf, type Value } from '../ports/view-store.js';
import { cellAfter, leafOf } from './case-cell.js';
import type { CaseProjection, LogIndex, Rows } from './projection.js';

/** One row for each stretch in which a case stayed in one cell of the ledger, in both clocks. */
export const stays = defineTable({
  name: 'stay',
  columns: {
    case_id: 'case',
    /** 0 for the stretch that still lasts, else the revision of the event that ended it. */
    ended_by: 'integer',
    /** The cell (`readCaseCell`), and the one before; null for the first. */
    cell: 'name',
    before: 'name?',
    /** Since when the case was in this state, by the clock of what happened; its place may have changed since. */
    state_since: 'instant',
    occurred_from: 'instant',
    occurred_until: 'instant?',
    /** How many events the log had with the one that began the stretch, and with the one that ended it. */
    ordinal_from: 'integer',
    ordinal_until: 'integer?',
  },
  key: ['case_id', 'ended_by'],
  // By cell, so that the cases that were in a rare one are found without looking at all the others.
  indexes: [
    ['cell', 'occurred_from'],
    ['cell', 'ordinal_from'],
  ],
});

/** How much one counter of the ledger changed within one span of one clock. */
export const ledger = defineTable({
  name: 'ledger',
  columns: {
    /** Which of the `spans` it is. */
    grain: 'integer',
    /** Which span of that length, counted from the first one of the clock. */
    span: 'integer',
    /** `cell|` and the cell (`readCaseCell`), or `event|workflow|type|tags` with the tags that hold after the event. */
    counter: 'name',
    change: 'integer',
  },
  key: ['grain', 'span', 'counter'],
  indexes: [],
});

type StayRow = RowOf<typeof stays>;

/**
 * Where everybody is and was. Each case is in exactly one cell (state, place, outcome, tags) at each moment, so every figure
 * taken from the cells adds up to the persons entered. `stay` keeps the stretches; `ledger` sums their changes by spans of
 * several lengths, so that the figures of a moment need the long spans before it, the shorter ones within the long one it
 * falls into, and only the stays of the shortest. So it matters neither how long ago it was nor how much happened then.
 */
export const populationProjection: CaseProjection = {
  view: { name: 'population', version: 6, tables: [stays, ledger] },

  reads: ({ caseId }) => [{ table: stays, key: [caseId, 0] }],

  apply(event, rows, index) {
    const { recorded, envelope, state } = event;
    const { workflow, summary } = envelope;
    const spans = shortestSpans(recorded.occurredAt, index);
    count(rows, spans, eventCounter(workflow, recorded.type, summary.tags), 1);
    const before = rows.get(stays, [event.caseId, 0]);
    const cell = cellAfter(workflow, state, summary);
    if (cell === before?.cell) return;
    if (before !== undefined) {
      rows.append(stays, ended(before, event, index));
      count(rows, spans, cellCounter(before.cell), -1);
    }
    rows.put(stays, begun(event, { cell, before, index }));
    count(rows, spans, cellCounter(cell), 1);
  },

  wider: (_table, key) => longerSpans(key),
};

/** Cells and types are counted under these names. */
const cellCounter = (cell: string): string => `cell|${cell}`;
const eventCounter = (workflow: string, type: string, tags = ''): string =>
  `event|${workflow}|${type}|${tags}`;

/** Spans of one length. */
export interface Span {
  /** Names the length in the ledger. */
  readonly grain: number;
  /** In milliseconds, or in events. */
  readonly length: number;
}

export const dayMs = 86_400_000;

/**
 * The lengths of each clock, long ones first; each is a multiple of the next. What happened is counted by 30 days, days and
 * five minutes in UTC. What is known is counted by a million and by a thousand events of the log, which follow that clock.
 */
export const spans: Readonly<Record<ClockName, readonly [Span, ...Span[]]>> = {
  occurred: [
    { grain: 0, length: 30 * dayMs },
    { grain: 1, length: dayMs },
    { grain: 2, length: 300_000 },
  ],
  recorded: [
    { grain: 3, length: 1_000_000 },
    { grain: 4, length: 1000 },
  ],
};

/** How long the parts of a period are, in milliseconds. */
export const partMs: Readonly<Record<LedgerPart, number>> = { day: dayMs, hour: 3_600_000, quarter: 900_000 };

/** Which span of a length a millisecond or an ordinal falls into. */
export const spanOf = (value: number, { length }: Span): number => Math.floor(value / length);

const [fiveMinutes, thousands] = [spans.occurred.at(-1), spans.recorded.at(-1)] as readonly [Span, Span];

const shortestSpans = (occurredAt: Instant, { ordinal }: LogIndex): readonly [number, number] => [
  spanOf(epochMsOf(occurredAt), fiveMinutes),
  spanOf(ordinal, thousands),
];

function count(
  rows: Rows,
  [five, thousand]: readonly [number, number],
  counter: string,
  change: number,
): void {
  rows.add(ledger, [fiveMinutes.grain, five, counter], change);
  rows.add(ledger, [thousands.grain, thousand, counter], change);
}

/** What is counted in a span is counted in the longer ones that hold it. */
function longerSpans([grain, span, counter = null]: readonly Value[]): readonly (readonly Value[])[] {
  const [shortest, all] =
    grain === fiveMinutes.grain ? [fiveMinutes, spans.occurred] : [thousands, spans.recorded];
  return all
    .slice(0, -1)
    .map((longer) => [longer.grain, Math.floor(Number(span) / (longer.length / shortest.length)), counter]);
}

function ended(stay: StayRow, { recorded }: CaseEvent, { ordinal }: LogIndex): StayRow {
  return {
    ...stay,
    ended_by: Number(recorded.revision),
    occurred_until: recorded.occurredAt,
    ordinal_until: ordinal,
  };
}

interface Begun {
  readonly cell: string;
  readonly before: StayRow | undefined;
  readonly index: LogIndex;
}

function begun({ recorded, caseId, state }: CaseEvent, { cell, before, index }: Begun): StayRow {
  const { occurredAt } = recorded;
  const isSameState = before !== undefined && leafOf(before.cell) === state;
  return {
    case_id: caseId,
    ended_by: 0,
    cell,
    before: before?.cell ?? null,
    state_since: isSameState ? before.state_since : occurredAt,
    occurred_from: occurredAt,
    occurred_until: null,
    ordinal_from: index.ordinal,
    ordinal_until: null,
  };
}
