import type { RecordedEvent } from '@safeconduct/engine';
import { compareText, type Workflow } from '@safeconduct/workflow';
import { caseTables } from './case-rows.js';
import type { Accuse, Evidence, ViewRow, ViewsSeen } from './evidence.js';
import { ledgerTables } from './ledger-rows.js';
import { refusalTables, timelineTables } from './line-rows.js';
import type { Moment, Replayed } from './replay.js';

/** How many events the log has up to one, and the latest recorded time of these. */
export interface Place {
  readonly ordinal: number;
  readonly knownAt: string;
}

/** What a view must show after some events. */
export type MakeTables = (given: {
  readonly workflow: Workflow;
  readonly moments: readonly Moment[];
  readonly log: readonly RecordedEvent[];
  readonly placeOf: (event: RecordedEvent) => Place;
}) => Readonly<Record<string, readonly ViewRow[]>>;

const views: Readonly<Record<string, MakeTables>> = {
  cases: caseTables,
  timeline: timelineTables,
  population: ledgerTables,
  refusals: refusalTables,
};

/**
 * Each view is what the log up to its checkpoint says, after every crash and at the end; and at the end every view has
 * come to the end of the log.
 */
export function checkViews(evidence: Evidence, replayed: Replayed, accuse: Accuse): void {
  const places = placesIn(evidence.log);
  const placeOf = ({ position }: RecordedEvent) => places.get(position) as Place;
  for (const seen of evidence.views) {
    checkAllThere(seen, accuse);
    for (const { view, checkpoint, tables } of seen.views) {
      const moments = replayed.moments.filter(({ recorded }) => recorded.position <= checkpoint);
      const log = evidence.log.filter(({ position }) => position <= checkpoint);
      const expected = views[view]?.({ workflow: evidence.workflow, moments, log, placeOf }) ?? {};
      for (const [table, rows] of Object.entries(expected)) {
        // A cell that everybody has left may stand there with nobody in it.
        const found = (tables[table] ?? []).filter(({ cases }) => cases !== 0);
        const difference = differenceOf(rows, found);
        if (difference !== undefined)
          accuse('view is not a replay', `${table} at position ${checkpoint}: ${difference}`);
      }
      if (view === 'cases') checkWords(tables, accuse);
    }
  }
}

function placesIn(log: readonly RecordedEvent[]): ReadonlyMap<bigint, Place> {
  const places = new Map<bigint, Place>();
  let knownAt = '';
  for (const [index, { position, recordedAt }] of log.entries()) {
    if (recordedAt > knownAt) knownAt = recordedAt;
    places.set(position, { ordinal: index + 1, knownAt });
  }
  return places;
}

function checkAllThere({ views: seen, reached }: ViewsSeen, accuse: Accuse): void {
  for (const name of Object.keys(views)) {
    const checkpoint = seen.find(({ view }) => view === name)?.checkpoint ?? 0n;
    if (checkpoint < reached)
      accuse('view left behind', `${name} is at ${checkpoint}, and had time to be at ${reached}`);
  }
}

/** The words a case is found by are those its row names. How they are cut is a matter of its own spec. */
function checkWords(tables: Readonly<Record<string, readonly ViewRow[]>>, accuse: Accuse): void {
  const named = (tables['case_list'] ?? []).flatMap(({ case_id: id, words }) =>
    String(words)
      .split(' ')
      .slice(1)
      .map((word) => `${word} ${id}`),
  );
  const kept = (tables['case_word'] ?? []).map(({ word, case_id: id }) => `${word} ${id}`);
  if (named.sort(compareText).join('\n') !== kept.sort(compareText).join('\n'))
    accuse('view is not a replay', 'case_word: not the words that the rows of case_list name');
}

function differenceOf(expected: readonly ViewRow[], found: readonly ViewRow[]): string | undefined {
  const columns = Object.keys(expected[0] ?? found[0] ?? {}).filter(
    (name) => expected.length === 0 || name in (expected[0] as ViewRow),
  );
  const textOf = (row: ViewRow) => JSON.stringify(columns.map((name) => row[name] ?? null));
  const [wanted, there] = [new Set(expected.map(textOf)), new Set(found.map(textOf))];
  const missing = [...wanted].find((row) => !there.has(row));
  const extra = [...there].find((row) => !wanted.has(row));
  if (missing === undefined && extra === undefined && expected.length === found.length) return undefined;
  return `${columns.join(', ')}: expected ${missing ?? 'nothing more'}, found ${extra ?? 'nothing else'}`;
}
