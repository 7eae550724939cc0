import { z } from 'zod';
import { bounds, boundedIssues } from './bounds.js';
import { eachSchema } from './check/plain-schema.js';
import { didYouMean, nearestOf } from './nearest.js';
import type { Issue } from './refusal.js';
import { brokenRule } from './rule.js';

/** A text that can be a mistyped name of a field. Any other text is not repeated, because it may be data. */
const fieldName = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

/** What a form lacks or has too much, as an answer lists it: named, bounded, without what was typed. */
export function formIssues(form: z.ZodType, { issues }: z.ZodError, input: unknown): readonly Issue[] {
  const listed = issues.slice(0, bounds.issues).flatMap((issue) => issuesOf(form, issue, input));
  const left = issues.length - Math.min(issues.length, bounds.issues);
  return left === 0
    ? boundedIssues(listed)
    : boundedIssues([...listed, ...Array<Issue>(left).fill(unlisted)]);
}

/** Stands for an issue that is counted and not listed. */
const unlisted: Issue = { path: '', code: 'more_issues', message: '' };

function issuesOf(form: z.ZodType, issue: z.core.$ZodIssue, input: unknown): readonly Issue[] {
  const path = issue.path.join('.');
  const { code } = issue;
  if (code !== 'unrecognized_keys') return [{ path, ...brokenRule(issue, input) }];
  const names = issue.keys.filter((key) => fieldName.test(key));
  if (names.length === 0) return [{ path, code, message: 'has a field that is not known' }];
  // Beyond the bound a name is only counted.
  const fields = fieldsAt(form, issue.path);
  return names.map((name, index) => {
    const meant = index < bounds.issues ? nearestOf(name, fields) : undefined;
    return {
      path: path === '' ? name : `${path}.${name}`,
      code,
      message: `is not known${didYouMean(meant)}`,
    };
  });
}

/** The names of the fields of the objects at a path, in which the numbers of items do not count. */
function fieldsAt(form: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const wanted = path.filter((step) => typeof step !== 'number').join('.');
  const fields: string[] = [];
  eachSchema(form, (at, schema) => {
    if (at === wanted && schema instanceof z.ZodObject) fields.push(...Object.keys(schema.shape));
    return true;
  });
  return fields;
}
