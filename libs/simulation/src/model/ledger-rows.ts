import type { ViewRow } from './evidence.js';
import type { ReplayedEvent } from './replay.js';
import type { MakeTables } from './views.js';

const positionDigits = 15;
/** Clock, and how many characters of an instant are a span. */
const grains = [
  ['occurred', [7, 10, 16]],
  ['recorded', [9, 12]],
] as const;

/** The stays of all cases, and the changes of the counts in spans of several lengths. */
export const ledgerTables: MakeTables = ({ workflow, events }) => {
  const stays: ViewRow[] = [];
  const open = new Map<
    string,
    { readonly cell: string; readonly row: Record<string, string | number | null> }
  >();
  const changes = new Map<string, number>();
  for (const event of events) {
    const { recorded, caseId } = event;
    const cell = cellOf(event);
    const before = open.get(caseId);
    note(changes, workflow.name, event, ['event', recorded.type, 1]);
    if (before?.cell === cell) continue;
    if (before !== undefined) {
      const end = { occurred_until: recorded.occurredAt, recorded_until: recorded.recordedAt };
      Object.assign(before.row, { ended_by: Number(recorded.revision), ...end });
      note(changes, workflow.name, event, ['cell', before.cell, -1]);
    }
    note(changes, workflow.name, event, ['cell', cell, 1]);
    const row = stayOf(workflow.name, event, before?.cell ?? null);
    stays.push(row);
    open.set(caseId, { cell, row });
  }
  return { stay: stays, ledger: ledger(changes) };
};

const cellOf = ({ recorded: { metadata } }: ReplayedEvent): string =>
  [metadata['state'], metadata['place'] ?? '', metadata['outcome'] ?? ''].join('|');

function stayOf(
  workflow: string,
  { recorded, caseId }: ReplayedEvent,
  before: string | null,
): Record<string, string | number | null> {
  const { metadata, position, occurredAt, recordedAt } = recorded;
  return {
    ...{ case_id: caseId, ended_by: 0, workflow, leaf: metadata['state'] ?? null },
    ...{ place: metadata['place'] ?? null, outcome: metadata['outcome'] ?? null, before },
    ...{ position: Number(position), occurred_from: occurredAt, occurred_until: null },
    ...{ recorded_from: recordedAt, recorded_until: null },
  };
}

/** Workflow, clock, grain, span, kind and counter of a row. */
type Key = readonly [string, string, number, string, string, string];

type Change = readonly [kind: 'event' | 'cell', counter: string, by: number];

function note(
  changes: Map<string, number>,
  workflow: string,
  { recorded }: ReplayedEvent,
  [kind, counter, by]: Change,
): void {
  const position = String(recorded.position).padStart(positionDigits, '0');
  for (const [clock, lengths] of grains) {
    for (const grain of lengths) {
      const span = (clock === 'occurred' ? recorded.occurredAt : position).slice(0, grain);
      const key = JSON.stringify([workflow, clock, grain, span, kind, counter]);
      changes.set(key, (changes.get(key) ?? 0) + by);
    }
  }
}

const ledger = (changes: ReadonlyMap<string, number>): readonly ViewRow[] =>
  [...changes].map(([key, change]) => {
    const [workflow, clock, grain, span, kind, counter] = JSON.parse(key) as Key;
    return { workflow, clock, grain, span, kind, counter, change };
  });
