import { compareText, readTags, type RecordedSummary } from '@safeconduct/workflow';
import type { AskedDeadlines, AskedTags, CellFilter, CellScope } from '../ports/view-queries.js';

/** What lists are narrowed by and the ledger counts by. Place, outcome and tags are empty where there is none. */
export interface CaseCell {
  readonly workflow: string;
  /** The innermost state as a dotted path. */
  readonly leaf: string;
  readonly place: string;
  readonly outcome: string;
  /** As they are recorded (`tagsText`). */
  readonly tags: string;
}

/** A cell as one text. Names of workflows and states, places, outcomes and tags hold no bar. */
export const caseCell = ({ workflow, leaf, place, outcome, tags }: CaseCell): string =>
  `${workflow}|${leaf}|${place}|${outcome}|${tags}`;

/** The cell of a case whose last event recorded this. */
export const cellAfter = (
  workflow: string,
  leaf: string,
  { place = '', outcome = '', tags = '' }: RecordedSummary,
): string => caseCell({ workflow, leaf, place, outcome, tags });

/** Reads a cell back. */
export function readCaseCell(cell: string): CaseCell {
  const [workflow = '', leaf = '', place = '', outcome = '', tags = ''] = cell.split('|');
  return { workflow, leaf, place, outcome, tags };
}

/** The innermost state of a cell, without reading all of it. */
export function leafOf(cell: string): string {
  const begin = cell.indexOf('|') + 1;
  return cell.slice(begin, cell.indexOf('|', begin));
}

/** `camped`, `camped.returning` and `camped.returning.cleared` for the last one. */
export const pathsTo = (leaf: string): readonly string[] =>
  leaf.split('.').map((_step, index, steps) => steps.slice(0, index + 1).join('.'));

/** A cell of the list of cases: also by which deadlines run. */
export interface ListCell extends CaseCell {
  /** Their names, in order. */
  readonly running: readonly string[];
}

/** The same as one text: that of the cell, and the names. Names of deadlines hold no bar and no semicolon. */
export const listCell = (cell: string, running: readonly string[]): string =>
  `${cell}|${running.toSorted(compareText).join(';')}`;

/** Reads a cell of the list back. */
export function readListCell(text: string): ListCell {
  const names = text.slice(text.lastIndexOf('|') + 1);
  return { ...readCaseCell(text), running: names === '' ? [] : names.split(';') };
}

/** Whether one of some deadlines runs, of each that is asked for. */
export const isRunning = ({ workflow, running }: ListCell, asked: readonly AskedDeadlines[] = []): boolean =>
  asked.every((names) => (names[workflow] ?? []).some((name) => running.includes(name)));

/** Whether a cell is one of those that are meant. */
export const isInFilter = (
  cell: CaseCell,
  { workflow, states, leaves, place, outcome, tags }: CellFilter,
): boolean =>
  (workflow === undefined || cell.workflow === workflow) &&
  (leaves === undefined || leaves[cell.workflow]?.includes(cell.leaf) === true) &&
  (states === undefined || states.some((state) => isWithin(cell.leaf, state))) &&
  (place === undefined || cell.place === place) &&
  (outcome === undefined || cell.outcome === outcome) &&
  hasTags(cell.tags, tags);

/** Whether a cell is one of those by which a reader sees cases. */
export const isInScope = (cell: CaseCell, { workflow, states, unit }: CellScope): boolean =>
  cell.workflow === workflow &&
  (states === undefined || states.some((state) => isWithin(cell.leaf, state))) &&
  (unit === undefined || cell.place === unit.at || !unit.units.includes(cell.place));

/** Whether a state is another one or a sub-state of it. */
const isWithin = (leaf: string, state: string): boolean => leaf === state || leaf.startsWith(`${state}.`);

/** Whether recorded tags have one of the codes that are asked for, of each tag that is asked for. */
export function hasTags(recorded: string, asked: AskedTags = {}): boolean {
  const wanted = Object.entries(asked);
  if (wanted.length === 0) return true;
  const tags = readTags(recorded);
  return wanted.every(([name, codes]) => codes.includes(tags[name] ?? ''));
}
