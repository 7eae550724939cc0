import type { Reader } from '@safeconduct/engine';
import { hours, plus, type CaseScope, type Purpose, type RoleAccess } from '@safeconduct/workflow';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { roles, type Role } from '../../../workflows/officer-case/roles.js';
import type { Caseload, LoadedCase } from './caseload.js';

const { access } = officerCase;
const facilities = access.units;

/** How a reader stands to cases. */
export const relations = {
  'nothing to do with any case': { id: 'x-1' },
  'the officer of some cases': { id: 'co-1' },
  'the one who registered them': { id: 'intake-1' },
  'of the unit QAIM': { id: 'x-1', unit: 'QAIM' },
  'of the unit RUTBA': { id: 'x-1', unit: 'RUTBA' },
  'of a unit that is no facility': { id: 'x-1', unit: 'HEADQUARTERS' },
} as const;
export type Relation = keyof typeof relations;

export type PurposefulReader = Reader & { readonly purpose: Purpose };

export const readerOf = (role: string, relation: Relation, purpose: Purpose): PurposefulReader => ({
  actor: { ...relations[relation], roles: [role] },
  purpose,
  operation: 'test',
});

/** What the matrix says, in words of its own: whether a scope has a case. */
function has(
  scope: CaseScope,
  { actor, purpose }: PurposefulReader,
  { one, now }: { readonly one: LoadedCase; readonly now: string },
): boolean {
  if (scope.purposes?.includes(purpose) === false) return false;
  if (scope.states?.every((state) => !`${one.leaf}.`.startsWith(`${state}.`)) === true) return false;
  switch (scope.of) {
    case 'all':
      return true;
    case 'assigned':
      return one.assignee === actor.id;
    case 'registered':
      return one.openedBy === actor.id && plus(one.openedAt, hours(scope.withinHours ?? 0)) >= now;
    case 'unit':
      return (
        actor.unit !== undefined &&
        facilities.includes(actor.unit) &&
        (one.place === actor.unit || !facilities.includes(one.place ?? ''))
      );
  }
}

export const lineOf = (role: string): RoleAccess => access.roles[role] as RoleAccess;

/** Whether the matrix gives a reader a case. */
export const seesCase = (
  load: Pick<Caseload, 'now'>,
  reader: PurposefulReader,
  role: string,
  one: LoadedCase,
): boolean => {
  const line = lineOf(role);
  const at = { one, now: load.now() };
  return line.purposes.includes(reader.purpose) && line.cases.some((scope) => has(scope, reader, at));
};

const every = (role: Role): readonly [Role, Relation][] =>
  (Object.keys(relations) as Relation[]).map((relation) => [role, relation]);
/** Every role in every relation. */
export const questions = roles.flatMap(every);
