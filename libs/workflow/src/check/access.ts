import {
  completedAccess,
  purposes,
  purposesOfNoRole,
  type AnyAccessSource,
  type CaseScope,
  type RoleAccess,
} from '../access/access.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { statesByPath } from '../chart-states.js';
import { finder, type Finding } from './finding.js';

const file = 'access.ts';

/** Every role and every class has a line in the matrix of who may read what, and every name in it is known. */
export function checkAccess(source: AnyWorkflowSource): readonly Finding[] {
  const { access } = source;
  if (access === undefined)
    return [
      finder(source, file)(
        'access-missing',
        'the definition',
        'does not say who may read what, so nobody may',
        "declare it with 'accessOf' and name it in index.ts as 'access'",
      ),
    ];
  return [
    ...namesOf(source, access),
    ...source.roles
      .filter((role) => !(role in access.roles))
      .map((role) =>
        finder(source, file)('access-role-missing', `role ${role}`, 'has no line', 'say what the role reads'),
      ),
    ...Object.entries(access.roles).flatMap(([role, row]) => ofRole(source, access, { role, row })),
  ];
}

interface Line {
  readonly role: string;
  readonly row: RoleAccess;
}

function ofRole(source: AnyWorkflowSource, access: AnyAccessSource, { role, row }: Line): readonly Finding[] {
  const report = finder(source, file);
  const { classes } = completedAccess(access);
  const where = `role ${role}`;
  const sees = Object.keys(row.sees);
  const ungranted = row.purposes.filter((purpose) => purposesOfNoRole.includes(purpose));
  return [
    ...unknown(source, { where: `${where}, purpose`, known: purposes }, row.purposes),
    ...unknown(source, { where: `${where}, class`, known: classes }, sees),
    ...classes
      .filter((one) => !sees.includes(one))
      .map((one) => report('access-class-missing', where, `has no line for ${one}`, `add it to 'sees'`)),
    ...ungranted.map((purpose) =>
      report('access-purpose-reserved', where, `has the purpose ${purpose}`, 'no role has it; remove it'),
    ),
    ...(row.purposes.length > 0 || (row.cases.length === 0 && row.figures === 'none')
      ? []
      : [report('access-purpose-missing', where, 'reads for no purpose', 'name one')]),
    ...row.cases.flatMap((scope) => ofScope(source, { role, row }, scope)),
  ];
}

function ofScope(source: AnyWorkflowSource, { role, row }: Line, scope: CaseScope): readonly Finding[] {
  const report = finder(source, file);
  const where = `role ${role}`;
  const states = [...statesByPath(source.chart).keys()];
  const isCounted = scope.of === 'registered';
  return [
    ...unknown(source, { where: `${where}, state`, known: states }, scope.states ?? []),
    ...unknown(source, { where: `${where}, purpose`, known: row.purposes }, scope.purposes ?? []),
    ...((scope.withinHours !== undefined) === isCounted
      ? []
      : [
          report(
            'access-hours',
            where,
            isCounted
              ? 'sees what it registered without an end'
              : `has hours for cases of ${scope.of}, where they mean nothing`,
            isCounted ? "add 'withinHours'" : "remove 'withinHours'",
          ),
        ]),
  ];
}

/** The names of the matrix besides those of its lines. */
function namesOf(source: AnyWorkflowSource, access: AnyAccessSource): readonly Finding[] {
  const { classes } = completedAccess(access);
  const { places = [], tags = {} } = source;
  const facts = Object.keys(access.facts).filter((path) => !/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(path));
  return [
    ...unknown(source, { where: 'role', known: source.roles }, Object.keys(access.roles)),
    ...unknown(source, { where: 'unit', known: places }, access.units),
    ...unknown(source, { where: 'event', known: Object.keys(source.events) }, Object.keys(access.events)),
    ...unknown(source, { where: 'class', known: classes }, [
      ...Object.values(access.events).flatMap((one) => (typeof one === 'string' ? one : Object.values(one))),
      ...Object.values(access.facts),
      ...Object.values(access.tags),
    ]),
    ...unknown(source, { where: 'tag', known: Object.keys(tags) }, Object.keys(access.tags)),
    ...facts.map((path) =>
      finder(source, file)('access-fact', `fact ${path}`, 'is no path', 'write names with dots between them'),
    ),
  ];
}

interface Named {
  readonly where: string;
  readonly known: readonly string[];
}

const unknown = (source: AnyWorkflowSource, { where, known }: Named, given: readonly string[]) =>
  [...new Set(given)]
    .filter((name) => !known.includes(name))
    .map((name) =>
      finder(source, file)(
        'access-name-unknown',
        where,
        `names '${name}', which does not exist`,
        'correct the name',
      ),
    );
