import { compareText, type Instant } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { CaseGroup, VisibleCases } from '../ports/view-queries.js';
import type { GroupsOf } from './case-facets.js';
import type { CaseSearch } from './queries.js';

/** How much work one officer has, or how much lies with nobody. Closed cases are no work. */
export interface OfficerLoad {
  /** Null: nobody. */
  readonly officer: string | null;
  readonly open: number;
  /** Of these: the earliest date that runs has passed. */
  readonly overdue: number;
  /** Of these: that date has not passed and is before the end of what is soon. */
  readonly dueSoon: number;
  /** Of these: a deadline runs by which one of the roles of the officer has to act; null where these are not known. */
  readonly waitingOnThem: number | null;
}

/** Somebody whom cases can be given to. */
export interface Officer {
  readonly id: string;
  readonly unit: string | null;
  readonly roles: readonly string[];
}

export interface WorkloadRequest {
  /** Whatever it says of due dates and of what is open is replaced. */
  readonly search: CaseSearch;
  readonly now: Instant;
  /** The end of what is soon. */
  readonly soonUntil: Instant;
  /** Those who are in the answer also without a case, as far as they may have one. */
  readonly officers: readonly Officer[];
  /** The roles of somebody who has cases; undefined where they are not known. */
  readonly rolesOf: (officer: string) => readonly string[] | undefined;
}

/**
 * Counts groups of cases, and looks at no case where counters have the numbers. Nobody comes first, then officers by id.
 * @throws UnknownNameError
 */
export async function workload(
  register: Register,
  groupsOf: GroupsOf,
  { search, now, soonUntil, officers, rolesOf }: WorkloadRequest,
): Promise<readonly OfficerLoad[]> {
  const open: CaseSearch = { ...search, open: true };
  const groups = await groupsOf(open);
  const overdue = byOfficer(await groupsOf({ ...open, dueBefore: now }));
  const dueSoon = byOfficer(await groupsOf({ ...open, dueFrom: now, dueBefore: soonUntil }));
  const all = byOfficer(groups);
  const waiting = byOfficer(groups.filter((group) => isWaitingOn(register, group, rolesOf)));
  const named = new Set([...all.keys()].filter((officer) => officer !== null));
  for (const one of officers) if (mayHaveCaseAt(register, search, one)) named.add(one.id);
  const count = (counts: ReadonlyMap<string | null, number>, officer: string | null) =>
    counts.get(officer) ?? 0;
  return [null, ...[...named].sort(compareText)].map((officer) => ({
    officer,
    open: count(all, officer),
    overdue: count(overdue, officer),
    dueSoon: count(dueSoon, officer),
    waitingOnThem: officer === null || rolesOf(officer) === undefined ? null : count(waiting, officer),
  }));
}

/**
 * Whether an officer may have cases that a reader sees: one of the unit of the reader, or without a unit, and the reader
 * themself. Of others a reader of one unit would see that they have nothing, which says nothing of their work.
 */
export const mayHaveSeenCase =
  (visible: VisibleCases) =>
  ({ id, unit }: Officer): boolean =>
    visible.some(({ cells, assignee, opened }) => {
      if (opened !== undefined) return false;
      if (assignee !== undefined) return assignee === id;
      return cells.some((cell) => isOfUnit(unit, cell.unit));
    });

/** The same where cases of one place are asked for. */
const mayHaveCaseAt = (register: Register, { place }: CaseSearch, { unit }: Officer): boolean => {
  if (place === undefined) return true;
  const units = [...register.values()].flatMap(({ access }) => access.units);
  return isOfUnit(unit, { at: place, units });
};

const isOfUnit = (
  unit: string | null,
  asked: { readonly at: string; readonly units: readonly string[] } | undefined,
): boolean => asked === undefined || unit === null || unit === asked.at || !asked.units.includes(unit);

function byOfficer(groups: readonly CaseGroup[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { assignee, cases } of groups) counts.set(assignee, (counts.get(assignee) ?? 0) + cases);
  return counts;
}

function isWaitingOn(
  register: Register,
  { assignee, cell }: CaseGroup,
  rolesOf: WorkloadRequest['rolesOf'],
): boolean {
  if (assignee === null) return false;
  const roles = rolesOf(assignee) ?? [];
  return cell.running.some((name) => {
    const role = register.get(cell.workflow)?.deadlines[name]?.role;
    return role !== undefined && roles.includes(role);
  });
}
