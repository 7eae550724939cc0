import type { AnyWorkflowSource } from '../define-workflow.js';
import { didYouMean, nearestOf } from '../nearest.js';
import { columnKinds, columnOf } from '../views/column.js';
import type { AnyViewSource } from '../views/view.js';
import { finder, type Finding } from './finding.js';

/** What a store makes of a name is longer, and has room for so many. */
const namesTogetherMax = 40;
const columnCharactersMax = 30;
const viewName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const columnName = /^[a-z][A-Za-z0-9]*$/;

/** What stands beside the columns in a row, or beside the filters in a question. */
const taken: readonly string[] = ['reference', 'caseId', 'case', 'limit', 'cursor', 'sort', 'atLeast'];

/** Finds views with names that cannot be theirs, with keys, filters and events that do not exist. */
export function checkViews(source: AnyWorkflowSource): readonly Finding[] {
  return Object.entries(source.views ?? {}).flatMap(([name, view]) => {
    const report = reporter(source, name);
    return [
      ...nameFaults(source, name).map((fault) => report('view-name', ...fault)),
      ...columnFaults(view).map((fault) => report('view-column', ...fault)),
      ...namedFaults(view).map((fault) => report('view-column-unknown', ...fault)),
      ...eventFaults(source, view).map((fault) => report('view-event-unknown', ...fault)),
      ...versionFaults(view).map((fault) => report('view-version', ...fault)),
    ];
  });
}

/** What is wrong, and what to do. */
type Fault = readonly [what: string, remedy: string];

const reporter = (source: AnyWorkflowSource, name: string) => (rule: string, what: string, remedy: string) =>
  finder(source, 'views.ts')(rule, `view ${name}`, what, remedy);

function nameFaults({ name: workflow }: AnyWorkflowSource, name: string): readonly Fault[] {
  if (!viewName.test(name))
    return [
      ['has a name that is no part of an address', "use small letters, digits and hyphens: 'visits-held'"],
    ];
  if (workflow.length + name.length <= namesTogetherMax) return [];
  return [
    [
      `has a name that is too long: it and '${workflow}' have more than ${namesTogetherMax} letters together`,
      'shorten it',
    ],
  ];
}

function columnFaults({ columns }: AnyViewSource): readonly Fault[] {
  const names = Object.keys(columns);
  if (names.length === 0) return [['has no columns', 'name one, with its kind']];
  return names.flatMap((name, index) => {
    const faults: Fault[] = [];
    if (!columnName.test(name) || name.length > columnCharactersMax)
      faults.push([
        `has the column '${name}', whose name stores do not take`,
        `use up to ${columnCharactersMax} letters and digits: 'visitOn'`,
      ]);
    if (taken.includes(name))
      faults.push([`has the column '${name}', a name that has a meaning already`, 'give it another name']);
    if (names.slice(0, index).some((other) => other.toLowerCase() === name.toLowerCase()))
      faults.push([`has two columns '${name}' that differ only in capitals`, 'rename one']);
    const { kind } = columnOf(name, columns[name] ?? 'text');
    if (!columnKinds.includes(kind))
      faults.push([
        `has the column '${name}' of an unknown kind`,
        `use one of ${columnKinds.join(', ')}, with ? where a value may be absent`,
      ]);
    return faults;
  });
}

function namedFaults({ columns, key = [], filters = [] }: AnyViewSource): readonly Fault[] {
  const missing = (part: string, names: readonly string[]): readonly Fault[] =>
    names
      .filter((name) => !Object.hasOwn(columns, name))
      .map((name) => [
        `names '${name}' in '${part}', which is no column${didYouMean(nearestOf(name, Object.keys(columns)))}`,
        'name one of its columns',
      ]);
  const absent = key
    .filter((name) => columns[name]?.endsWith('?') === true)
    .map((name): Fault => [`has '${name}' in its key, which may be absent`, `take the ? from its kind`]);
  const twice = (
    [
      ['key', key],
      ['filters', filters],
    ] as const
  ).flatMap(([part, names]) =>
    names
      .filter((name, index) => names.indexOf(name) < index)
      .map((name): Fault => [`names '${name}' twice in '${part}'`, 'remove one']),
  );
  return [...missing('key', key), ...missing('filters', filters), ...absent, ...twice];
}

function eventFaults({ events }: AnyWorkflowSource, { rows }: AnyViewSource): readonly Fault[] {
  const types = Object.keys(rows);
  if (types.length === 0) return [['follows from no event, so it is always empty', "add one to 'rows'"]];
  return types
    .filter((type) => !Object.hasOwn(events, type))
    .map((type) => [
      `follows ${type}, an event that does not exist${didYouMean(nearestOf(type, Object.keys(events)))}`,
      'correct its name, or add it to events.ts',
    ]);
}

const versionFaults = ({ version }: AnyViewSource): readonly Fault[] =>
  Number.isInteger(version) && version > 0 && version < versionMax
    ? []
    : [[`has no version from 1 to ${versionMax - 1}`, "give it 'version: 1'"]];

/** Above it a store's version says that something else than the functions has changed. */
const versionMax = 1000;
