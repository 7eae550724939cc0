import type { Workflow } from '@safeconduct/workflow';
import { keepers } from '../people/decide-change.js';

/**
 * The roles that may have the log checked and read what was found: those that a workflow lets read the whole log of reads,
 * and those that keep the directory. What is found names cases of every unit.
 */
export const logVerifiers = (workflows: Iterable<Workflow>): readonly string[] => [
  ...new Set([
    ...[...workflows].flatMap(({ access }) =>
      Object.keys(access.roles).filter((role) => access.roles[role]?.readLog === 'all'),
    ),
    ...keepers,
  ]),
];
