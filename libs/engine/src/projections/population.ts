import type { CaseEvent } from '../events/case-event.js';
import { clocks, type ClockName } from '../moment.js';
import { defineTable, type RowOf, type Value } from '../ports/view-store.js';
import type { CaseProjection, Rows } from './projection.js';

/** One row for each stretch in which a case stayed in one cell of the ledger, in both clocks. */
export const stays = defineTable({
  name: 'stay',
  columns: {
    case_id: 'text',
    /** 0 for the stretch that still lasts, else the revision of the event that ended it. */
    ended_by: 'integer',
    workflow: 'text',
    leaf: 'text',
    place: 'text?',
    outcome: 'text?',
    /** The cell before, as it is written in the ledger; null for the first. */
    before: 'text?',
    position: 'integer',
    /** Since when the case was in this state, by the clock of what happened; its place may have changed since. */
    state_since: 'text',
    occurred_from: 'text',
    occurred_until: 'text?',
    recorded_from: 'text',
    recorded_until: 'text?',
  },
  key: ['case_id', 'ended_by'],
  // By state, so that the cases that were in a rare one are found without looking at all the others.
  indexes: [
    ['leaf', 'occurred_from'],
    ['leaf', 'position'],
  ],
});

/** How much one counter of the ledger changed within one span of one clock. */
export const ledger = defineTable({
  name: 'ledger',
  columns: {
    workflow: 'text',
    clock: 'text',
    /** How many characters of a moment's text the span is. */
    grain: 'integer',
    /** How the moments of the span begin: `2024-12-07` in the occurred clock; in the recorded clock, a position's digits. */
    span: 'text',
    /** `cell` with counter `leaf|place|outcome`, or `event` with the event's type. */
    kind: 'text',
    counter: 'text',
    change: 'integer',
  },
  key: ['workflow', 'clock', 'grain', 'span', 'kind', 'counter'],
  indexes: [],
});

type StayRow = RowOf<typeof stays>;

/**
 * Where everybody is and was. Each case is in exactly one cell (state, place, outcome) at each moment, so every figure
 * taken from the cells adds up to the persons entered. `stay` keeps the stretches; `ledger` sums their changes by spans of
 * several lengths, so that the figures of a moment need the long spans before it, the shorter ones within the long one it
 * falls into, and only the stays of the shortest. So it matters neither how long ago it was nor how much happened then.
 */
export const populationProjection: CaseProjection = {
  view: { name: 'population', version: 3, tables: [stays, ledger] },

  reads: ({ caseId }) => [{ table: stays, key: [caseId, 0] }],

  apply(event, rows) {
    count(event, rows, 'event', event.recorded.type, 1);
    const before = rows.get(stays, [event.caseId, 0]);
    const cell = cellAfter(event);
    const cellBefore = before && cellOf(before.leaf, before.place, before.outcome);
    if (cell === cellBefore) return;
    if (before !== undefined) {
      rows.append(stays, ended(before, event));
      count(event, rows, 'cell', cellBefore ?? '', -1);
    }
    rows.put(stays, begun(event, before));
    count(event, rows, 'cell', cell, 1);
  },

  wider: (_table, key) => longerSpans(key),
};

/** How a cell is written as one text. */
export const cellOf = (leaf: string, place: Value | undefined, outcome: Value | undefined): string =>
  `${leaf}|${place ?? ''}|${outcome ?? ''}`;

/** Reads a cell back; empty parts are absent. */
export function readCell(cell: string): {
  readonly leaf: string;
  readonly place: string;
  readonly outcome: string;
} {
  const [leaf = '', place = '', outcome = ''] = cell.split('|');
  return { leaf, place, outcome };
}

/**
 * A moment of a clock is a text that sorts, and a span is how it begins: with so many characters, long spans first. A
 * month, a day, a minute in UTC; and a million and a thousand positions, which follow the recorded clock.
 */
export const grains = { occurred: [7, 10, 16], recorded: [9, 12] } as const;

const positionDigits = 15;

/** A position as a text that sorts. */
export const positionText = (position: bigint): string => String(position).padStart(positionDigits, '0');

/** The first position of the span that begins so. */
export const firstPositionIn = (span: string): number => Number(span.padEnd(positionDigits, '0'));

function count(
  { recorded, envelope }: CaseEvent,
  rows: Rows,
  kind: string,
  counter: string,
  change: number,
): void {
  const texts = { occurred: recorded.occurredAt, recorded: positionText(recorded.position) };
  for (const clock of clocks) {
    const grain = shortest(clock);
    const span = texts[clock].slice(0, grain);
    rows.add(ledger, [envelope.workflow, clock, grain, span, kind, counter], change);
  }
}

/** What is counted in a span is counted in the longer ones that hold it. */
function longerSpans(key: readonly Value[]): readonly (readonly Value[])[] {
  const [workflow = null, clock = null, , span, ...counted] = key;
  const longer = grains[clock as ClockName].slice(0, -1);
  return longer.map((grain) => [workflow, clock, grain, String(span).slice(0, grain), ...counted]);
}

const shortest = (clock: ClockName): number => Math.max(...grains[clock]);

function cellAfter({ envelope: { state, summary } }: CaseEvent): string {
  return cellOf(state, summary.place, summary.outcome);
}

function ended(stay: StayRow, { recorded }: CaseEvent): StayRow {
  return {
    ...stay,
    ended_by: Number(recorded.revision),
    occurred_until: recorded.occurredAt,
    recorded_until: recorded.recordedAt,
  };
}

function begun({ recorded, caseId, envelope }: CaseEvent, before: StayRow | undefined): StayRow {
  const { occurredAt, recordedAt, position } = recorded;
  const { workflow, state: leaf, summary } = envelope;
  return {
    case_id: caseId,
    ended_by: 0,
    workflow,
    leaf,
    place: summary.place ?? null,
    outcome: summary.outcome ?? null,
    before: before === undefined ? null : cellOf(before.leaf, before.place, before.outcome),
    position: Number(position),
    state_since: before?.leaf === leaf ? before.state_since : occurredAt,
    occurred_from: occurredAt,
    occurred_until: null,
    recorded_from: recordedAt,
    recorded_until: null,
  };
}
