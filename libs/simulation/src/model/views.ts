import type { RecordedEvent } from '@safeconduct/engine';
import { compareText, type Workflow } from '@safeconduct/workflow';
import { caseTables } from './case-rows.js';
import { declaredTables } from './declared-rows.js';
import type { ReportViolation, Evidence, ViewRow, ViewsSeen } from './evidence.js';
import { ledgerTables } from './ledger-rows.js';
import { refusalTables, timelineTables } from './event-rows.js';
import { proposalTables } from './proposal-rows.js';
import type { ReplayedEvent, Replayed } from './replay.js';

/** How many events the log has up to one, and the latest recorded time of these. */
export interface LogIndex {
  readonly ordinal: number;
  readonly knownAt: string;
}

/** What a view must show after some events. */
export type MakeTables = (given: {
  readonly workflow: Workflow;
  readonly events: readonly ReplayedEvent[];
  readonly log: readonly RecordedEvent[];
  readonly indexOf: (event: RecordedEvent) => LogIndex;
}) => Readonly<Record<string, readonly ViewRow[]>>;

const views: Readonly<Record<string, MakeTables>> = {
  cases: caseTables,
  timeline: timelineTables,
  population: ledgerTables,
  refusals: refusalTables,
  proposals: proposalTables,
};

/** The views of all workflows, and those that this one declares. */
const viewsOf = (workflow: Workflow): Readonly<Record<string, MakeTables>> => ({
  ...views,
  ...declaredTables(workflow),
});

/**
 * After every crash and at the end, each view has the rows that follow from the log up to its checkpoint. At
 * the end every view has reached the end of the log.
 */
export function checkViews(evidence: Evidence, replayed: Replayed, report: ReportViolation): void {
  const indexes = indexesIn(evidence.log);
  const indexOf = ({ position }: RecordedEvent) => indexes.get(position) as LogIndex;
  const makers = viewsOf(evidence.workflow);
  for (const seen of evidence.views) {
    checkAllThere(seen, Object.keys(makers), report);
    for (const { view, checkpoint, tables } of seen.views) {
      const events = replayed.events.filter(({ recorded }) => recorded.position <= checkpoint);
      const log = evidence.log.filter(({ position }) => position <= checkpoint);
      const expected = makers[view]?.({ workflow: evidence.workflow, events, log, indexOf }) ?? {};
      for (const [table, rows] of Object.entries(expected)) {
        // A cell without cases may still have a row with the count 0.
        const found = (tables[table] ?? []).filter(({ cases }) => cases !== 0);
        const difference = differenceOf(rows, found);
        if (difference !== undefined)
          report('view is not a replay', `${table} at position ${checkpoint}: ${difference}`);
      }
      if (view === 'cases') checkWords(tables, report);
    }
  }
}

/** Each event of the log by its position. */
export function indexesIn(log: readonly RecordedEvent[]): ReadonlyMap<bigint, LogIndex> {
  const indexes = new Map<bigint, LogIndex>();
  let knownAt = '';
  for (const [index, { position, recordedAt }] of log.entries()) {
    if (recordedAt > knownAt) knownAt = recordedAt;
    indexes.set(position, { ordinal: index + 1, knownAt });
  }
  return indexes;
}

function checkAllThere(
  { views: seen, reached }: ViewsSeen,
  names: readonly string[],
  report: ReportViolation,
): void {
  for (const name of names) {
    const checkpoint = seen.find(({ view }) => view === name)?.checkpoint ?? 0n;
    if (checkpoint < reached)
      report('view left behind', `${name} is at ${checkpoint}, and had time to be at ${reached}`);
  }
}

/**
 * The search words of a case are those that its rows name: words of its reference, and hashes of personal terms. Another
 * spec tests how texts become words.
 */
function checkWords(tables: Readonly<Record<string, readonly ViewRow[]>>, report: ReportViolation): void {
  const named = [
    ...wordsNamed(tables['case_list'], ['words']),
    ...wordsNamed(tables['case_search'], ['names', 'birth_year', 'documents']),
  ];
  const kept = (tables['case_word'] ?? []).map(({ word, case_id: id }) => `${word} ${id}`);
  if ([...new Set(named)].sort(compareText).join('\n') !== kept.sort(compareText).join('\n'))
    report(
      'view is not a replay',
      'case_word: not the words that the rows of case_list and case_search name',
    );
}

const wordsNamed = (rows: readonly ViewRow[] = [], columns: readonly string[]): readonly string[] =>
  rows.flatMap((row) =>
    columns.flatMap((name) =>
      String(row[name])
        .split(' ')
        .slice(1)
        .map((word) => `${word} ${row['case_id']}`),
    ),
  );

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
