import type { ViewRow } from './evidence.js';
import type { Moment } from './replay.js';
import type { MakeTables } from './views.js';

const blockSize = 8192n;
const blockDigits = 12;

/** Where everybody is and was, and how the figures changed by day and by block of positions. */
export const ledgerTables: MakeTables = ({ workflow, moments }) => {
  const stays: ViewRow[] = [];
  const open = new Map<
    string,
    { readonly cell: string; readonly row: Record<string, string | number | null> }
  >();
  const changes = new Map<string, number>();
  for (const moment of moments) {
    const { recorded, caseId } = moment;
    const cell = cellOf(moment);
    const before = open.get(caseId);
    note(changes, workflow.name, moment, ['event', recorded.type, 1]);
    if (before?.cell === cell) continue;
    if (before !== undefined) {
      const end = { occurred_until: recorded.occurredAt, recorded_until: recorded.recordedAt };
      Object.assign(before.row, { ended_by: Number(recorded.revision), ...end });
      note(changes, workflow.name, moment, ['cell', before.cell, -1]);
    }
    note(changes, workflow.name, moment, ['cell', cell, 1]);
    const row = stayOf(workflow.name, moment, before?.cell ?? null);
    stays.push(row);
    open.set(caseId, { cell, row });
  }
  return { stay: stays, ledger: ledger(changes) };
};

const cellOf = ({ recorded: { metadata } }: Moment): string =>
  [metadata['state'], metadata['place'] ?? '', metadata['outcome'] ?? ''].join('|');

function stayOf(
  workflow: string,
  { recorded, caseId }: Moment,
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

type Change = readonly [kind: 'event' | 'cell', counter: string, by: number];

function note(
  changes: Map<string, number>,
  workflow: string,
  { recorded }: Moment,
  [kind, counter, by]: Change,
): void {
  const block = String(recorded.position / blockSize).padStart(blockDigits, '0');
  const spans = [
    ['occurred', recorded.occurredAt.slice(0, 10)],
    ['recorded', block],
  ];
  for (const [clock, span] of spans) {
    const key = JSON.stringify([workflow, clock, span, kind, counter]);
    changes.set(key, (changes.get(key) ?? 0) + by);
  }
}

const ledger = (changes: ReadonlyMap<string, number>): readonly ViewRow[] =>
  [...changes].map(([key, change]) => {
    const [workflow = '', clock = '', span = '', kind = '', counter = ''] = JSON.parse(key) as string[];
    return { workflow, clock, span, kind, counter, change };
  });
