import { compareText } from '@safeconduct/workflow';
import type { CaseFilter, CaseGroup, CaseOrder } from '../../ports/view-queries.js';
import { readCaseCell, readListCell } from '../../projections/case-cell.js';
import { neverDue } from '../../projections/cases.js';
import { isFoundBy, type CaseRow } from './searched.js';

/** Whether a row is in a list, by looking at all of it. Who sees the case is judged elsewhere. */
export function fits(row: CaseRow, filter: CaseFilter): boolean {
  const { leaf, place, workflow, tags: recorded } = readCaseCell(row.cell);
  const { states, leaves, assignee, caseIds, running = [], words = [] } = filter;
  const has = ([name, codes]: readonly [string, readonly string[]]) =>
    recorded.split(';').some((tag) => codes.some((code) => tag === `${name}=${code}`));
  const runs = Object.keys(JSON.parse(row.due) as object);
  return (
    (states === undefined || states.some((state) => leaf === state || leaf.startsWith(`${state}.`))) &&
    (leaves === undefined || leaves[workflow]?.includes(leaf) === true) &&
    (filter.place === undefined || place === filter.place) &&
    Object.entries(filter.tags ?? {}).every(has) &&
    (assignee === undefined || row.assignee === (assignee ?? '')) &&
    (caseIds === undefined || caseIds.includes(row.case_id)) &&
    running.every((asked) => runs.some((name) => asked[workflow]?.includes(name) === true)) &&
    isInPeriods(row, filter) &&
    words.every((word) => isFoundBy(row, word))
  );
}

function isInPeriods(
  { due_order: due, state_since: since, recorded_at: updated }: CaseRow,
  { dueFrom, dueBefore, sinceFrom, sinceBefore, updatedFrom }: CaseFilter,
): boolean {
  return (
    (dueFrom === undefined || (due >= dueFrom && due !== neverDue)) &&
    (dueBefore === undefined || due < dueBefore) &&
    (sinceFrom === undefined || since >= sinceFrom) &&
    (sinceBefore === undefined || since < sinceBefore) &&
    (updatedFrom === undefined || updated >= updatedFrom)
  );
}

const small = (name: string | null): string =>
  (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ـ', '').toLowerCase();

/** What rows are compared by, one after the other. */
const keys: Readonly<Record<CaseOrder['by'], (row: CaseRow) => readonly string[]>> = {
  reference: (row) => [row.reference],
  due: (row) => [row.due_order],
  since: (row) => [row.state_since],
  updated: (row) => [row.recorded_at],
  subject: (row) => [small(row.subject_latin)],
  subjectArabic: (row) => [small(row.subject_arabic)],
  state: (row) => [readCaseCell(row.cell).leaf, row.reference],
  assignee: (row) => [row.assignee, row.reference],
};

/** The ids of rows, in an order. */
export function inOrder(rows: readonly CaseRow[], { by, descending }: CaseOrder): readonly string[] {
  const sign = descending ? -1 : 1;
  const placed = rows.map((row) => ({ id: row.case_id, place: [...keys[by](row), row.case_id] }));
  const compare = (one: readonly string[], other: readonly string[]): number =>
    one.map((text, index) => compareText(text, other[index] ?? '')).find((verdict) => verdict !== 0) ?? 0;
  return placed.toSorted((one, other) => sign * compare(one.place, other.place)).map(({ id }) => id);
}

/** How many rows each officer has in each cell. */
export const groupsOf = (rows: readonly CaseRow[]): readonly CaseGroup[] =>
  [...Map.groupBy(rows, ({ cell, assignee }) => `${cell}#${assignee}`).values()].flatMap((some) =>
    some.slice(0, 1).map(({ cell, assignee }) => ({
      cell: readListCell(cell),
      assignee: assignee === '' ? null : assignee,
      cases: some.length,
    })),
  );

/** Groups, to be compared whatever order they are in. */
export const groupTexts = (groups: readonly CaseGroup[]): readonly string[] =>
  groups
    .map(({ cell, assignee, cases }) => JSON.stringify([...Object.entries(cell).sort(), assignee, cases]))
    .sort(compareText);

/** The innermost state of each case in groups, in order. */
export const leavesOf = (groups: readonly CaseGroup[]): readonly string[] =>
  groups.flatMap(({ cell, cases }) => Array<string>(cases).fill(cell.leaf)).sort(compareText);

/** Groups of one cell and officer as one: a reader may see their cases in several ways. */
export const joinedGroups = (groups: readonly CaseGroup[]): readonly CaseGroup[] =>
  [...Map.groupBy(groups, ({ cell, assignee }) => JSON.stringify([cell, assignee])).values()].flatMap(
    (some) =>
      some.slice(0, 1).map((one) => ({ ...one, cases: some.reduce((sum, { cases }) => sum + cases, 0) })),
  );
