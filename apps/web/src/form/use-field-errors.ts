import { useMemo, useState } from 'react';
import type { Problem } from '../api/problem.js';
import type { Answers } from './data-of.js';
import { errorsOf, type FieldErrors } from './errors-of.js';

/** What is wrong with each field, until what it holds is changed. */
export function useFieldErrors(problem: Problem | undefined, answers: Answers): FieldErrors {
  const [refused, setRefused] = useState({ problem, answers });
  if (refused.problem !== problem) setRefused({ problem, answers });
  return useMemo(
    () => new Map([...errorsOf(problem)].filter(([path]) => isSame(path, refused.answers, answers))),
    [problem, refused, answers],
  );
}

/** Whether nothing was changed in a field, or in those of a group. */
const isSame = (path: string, before: Answers, now: Answers): boolean =>
  Object.keys({ ...before, ...now })
    .filter((name) => name === path || name.startsWith(`${path}.`))
    .every((name) => before[name] === now[name]);
