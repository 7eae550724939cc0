import { clocks, type ClockName } from '../queries/moment.js';
import type { TableDefinition, Value } from '../ports/view-store.js';
import type { CaseEvent } from '../events/case-event.js';
import type { CaseProjection, Rows } from './projection.js';
import type { StayRow } from './view-tables.js';

const stayTable: TableDefinition = {
  name: 'stay',
  columns: {
    case_id: 'text',
    ended_by: 'integer',
    workflow: 'text',
    leaf: 'text',
    place: 'text?',
    outcome: 'text?',
    before: 'text?',
    position: 'integer',
    state_since: 'text',
    occurred_from: 'text',
    occurred_until: 'text?',
    recorded_from: 'text',
    recorded_until: 'text?',
  },
  key: ['case_id', 'ended_by'],
  // By state, so that those who were in a rare one are found without looking at everybody else.
  indexes: [
    ['leaf', 'occurred_from'],
    ['leaf', 'position'],
  ],
};

const ledgerTable: TableDefinition = {
  name: 'ledger',
  columns: {
    workflow: 'text',
    clock: 'text',
    grain: 'integer',
    span: 'text',
    kind: 'text',
    counter: 'text',
    change: 'integer',
  },
  key: ['workflow', 'clock', 'grain', 'span', 'kind', 'counter'],
  indexes: [],
};

/**
 * Where everybody is and was. Each case is in exactly one cell (state, place, outcome) at each moment, so every figure
 * taken from the cells adds up to the persons entered. `stay` keeps the stretches; `ledger` sums their changes by spans of
 * several lengths, so that the figures of a moment need the long spans before it, the shorter ones within the long one it
 * falls into, and only the stays of the shortest. So it matters neither how long ago it was nor how much happened then.
 */
export const populationProjection: CaseProjection = {
  view: { name: 'population', version: 3, tables: [stayTable, ledgerTable] },

  reads: ({ caseId }) => [{ table: stayTable, key: [caseId, 0] }],

  apply(event, rows) {
    count(event, rows, 'event', event.recorded.type, 1);
    const before = rows.get(stayTable, [event.caseId, 0]) as StayRow | undefined;
    const cell = cellAfter(event);
    const cellBefore = before && cellOf(before.leaf, before.place, before.outcome);
    if (cell === cellBefore) return;
    if (before !== undefined) {
      rows.append(stayTable, ended(before, event));
      count(event, rows, 'cell', cellBefore ?? '', -1);
    }
    rows.put(stayTable, begun(event, before));
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
    rows.add(ledgerTable, [envelope.workflow, clock, grain, span, kind, counter], change);
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
