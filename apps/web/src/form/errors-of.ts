import type { FieldIssue, Problem } from '../api/problem.js';

/** What is wrong with each field, by its path. */
export type FieldErrors = ReadonlyMap<string, string>;

const inData = /^data\.?/;
/** One item of a list, which is answered in one field. */
const ofItem = /\.\d+$/;

const fieldPath = (path: string): string => path.replace(inData, '').replace(ofItem, '');

/** The errors of an answer by field. A path of the answer names a field of the data, or an item in it by its number. */
export function errorsOf(problem: Problem | undefined): FieldErrors {
  const errors = new Map<string, string>();
  for (const { path, message } of problem?.issues ?? []) {
    const at = fieldPath(path);
    if (!errors.has(at)) errors.set(at, message);
  }
  return errors;
}

/** Those that belong to no field that is shown: they are said above the form. */
export const errorsElsewhere = (
  problem: Problem | undefined,
  shown: ReadonlySet<string>,
): readonly FieldIssue[] =>
  (problem?.issues ?? []).filter(({ path }) => !shown.has(ofAnyRow(fieldPath(path))));

/** The path of a field that several rows have, whichever of them it is in: `members.*.name`. */
export const ofAnyRow = (path: string): string => path.replaceAll(/\.\d+\./g, '.*.');
