import { readTags, type RecordedSummary } from '@safeconduct/workflow';
import type { AskedTags, CellFilter, CellScope } from '../ports/view-queries.js';

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

/** Whether a cell is one of those that are meant. */
export const isInFilter = (cell: CaseCell, { workflow, state, place, outcome, tags }: CellFilter): boolean =>
  (workflow === undefined || cell.workflow === workflow) &&
  (state === undefined || cell.leaf === state || cell.leaf.startsWith(`${state}.`)) &&
  (place === undefined || cell.place === place) &&
  (outcome === undefined || cell.outcome === outcome) &&
  hasTags(cell.tags, tags);

/** Whether a cell is one of those by which a reader sees cases. */
export const isInScope = (cell: CaseCell, { workflow, states, unit }: CellScope): boolean =>
  cell.workflow === workflow &&
  (states === undefined ||
    states.some((state) => cell.leaf === state || cell.leaf.startsWith(`${state}.`))) &&
  (unit === undefined || cell.place === unit.at || !unit.units.includes(cell.place));

/** Whether recorded tags have one of the codes that are asked for, of each tag that is asked for. */
export function hasTags(recorded: string, asked: AskedTags = {}): boolean {
  const wanted = Object.entries(asked);
  if (wanted.length === 0) return true;
  const tags = readTags(recorded);
  return wanted.every(([name, codes]) => codes.includes(tags[name] ?? ''));
}
