import type { memberSchemas } from './problem-members.js';

/** A kind of problem: its status, its further members, what it means and what to do. */
export interface ProblemKind {
  readonly status: number;
  /** Extension members that may stand beside `type`, `title`, `status`, `detail` and `code`. */
  readonly members: readonly (keyof typeof memberSchemas)[];
  readonly meaning: string;
  readonly remedy: string;
}

export const kind = (
  status: number,
  meaning: string,
  remedy: string,
  members: ProblemKind['members'] = [],
): ProblemKind => ({ status, meaning, remedy, members });
