import type { ViewRow } from './evidence.js';
import type { ReplayedEvent } from './replay.js';
import type { MakeTables, LogIndex } from './views.js';

const day = 24 * 60 * 60 * 1000;
/** How long the spans of each number are: milliseconds of what happened, then events of the log. */
const lengths = {
  happened: [
    [0, 30 * day],
    [1, day],
    [2, 5 * 60 * 1000],
  ],
  logged: [
    [3, 1_000_000],
    [4, 1000],
  ],
} as const;

/** Where everybody is and was, and how the figures changed in spans of several lengths. */
export const ledgerTables: MakeTables = ({ workflow, events, indexOf }) => {
  const stays: ViewRow[] = [];
  const open = new Map<
    string,
    { readonly cell: string; readonly row: Record<string, string | number | null> }
  >();
  const changes = new Map<string, number>();
  for (const event of events) {
    const { recorded, caseId } = event;
    const index = indexOf(recorded);
    const cell = `${workflow.name}|${cellOf(event)}`;
    const before = open.get(caseId);
    const note = noteIn(changes, Date.parse(recorded.occurredAt), index);
    note(`event|${workflow.name}|${recorded.type}|${recorded.metadata['tags'] ?? ''}`, 1);
    if (before?.cell === cell) continue;
    if (before !== undefined) {
      const end = { occurred_until: recorded.occurredAt, ordinal_until: index.ordinal };
      Object.assign(before.row, { ended_by: Number(recorded.revision), ...end });
      note(`cell|${before.cell}`, -1);
    }
    note(`cell|${cell}`, 1);
    const row = stayOf(event, index, { cell, before: before?.cell ?? null });
    stays.push(row);
    open.set(caseId, { cell, row });
  }
  return { stay: stays, ledger: ledger(changes) };
};

/** What the ledger counts of a case after an event. */
export const cellOf = ({ recorded: { metadata } }: ReplayedEvent): string =>
  ['state', 'place', 'outcome', 'tags'].map((name) => metadata[name] ?? '').join('|');

function stayOf(
  { recorded: { occurredAt }, caseId }: ReplayedEvent,
  { ordinal }: LogIndex,
  cells: { readonly cell: string; readonly before: string | null },
): Record<string, string | number | null> {
  return {
    ...{ case_id: caseId, ended_by: 0, ...cells },
    ...{ occurred_from: occurredAt, occurred_until: null },
    ...{ ordinal_from: ordinal, ordinal_until: null },
  };
}

/** Grain, span and counter of a row. */
type Key = readonly [number, number, string];

const noteIn =
  (changes: Map<string, number>, happenedMs: number, { ordinal }: LogIndex) =>
  (counter: string, by: number): void => {
    const both = [
      [happenedMs, lengths.happened],
      [ordinal, lengths.logged],
    ] as const;
    for (const [value, all] of both) {
      for (const [grain, length] of all) {
        const key = JSON.stringify([grain, Math.floor(value / length), counter]);
        changes.set(key, (changes.get(key) ?? 0) + by);
      }
    }
  };

const ledger = (changes: ReadonlyMap<string, number>): readonly ViewRow[] =>
  [...changes].map(([key, change]) => {
    const [grain, span, counter] = JSON.parse(key) as Key;
    return { grain, span, counter, change };
  });
