import type { DefinedCommand, DefinedState, DefinedTransition, Definition } from '../canonical-definition.js';
import { isSameJson } from '../canonical-json.js';
import { changedShape } from './changed-shape.js';

/** One change between two definitions of a workflow. */
export interface DefinitionChange {
  /** The file in which an author finds it. */
  readonly file: 'chart.ts' | 'events.ts' | 'commands.ts' | 'deadlines.ts' | 'roles.ts' | 'index.ts';
  /** What it concerns: `state camped`, `event NoteAdded, field note,`. */
  readonly where: string;
  /** What has changed, as the end of a sentence. */
  readonly what: string;
  /** What recorded events need although the version is raised; left out where a new version is enough. */
  readonly remedy?: string | undefined;
}

/** The changes from one definition to another, in the words of an author. */
export function changedDefinition(before: Definition, now: Definition): readonly DefinitionChange[] {
  return [
    ...changedRoles(before, now),
    ...changedChart(before.chart, now.chart),
    ...changedEvents(before.events, now.events),
    ...changedCommands(before.commands, now.commands),
    ...changedDeadlines(before.deadlines, now.deadlines),
    ...changedTags(before.tags, now.tags),
  ];
}

function changedRoles(before: Definition, now: Definition): readonly DefinitionChange[] {
  return pairs(toRecord(before.roles), toRecord(now.roles)).map(([role, was]) => ({
    file: 'roles.ts',
    where: `role ${role}`,
    what: was === undefined ? 'is new' : 'is gone',
  }));
}

function changedChart(before: DefinedState, now: DefinedState): readonly DefinitionChange[] {
  return pairs(statesIn(before), statesIn(now)).flatMap(([path, was, is]) => {
    const where = path === '' ? 'the chart' : `state ${path}`;
    const change = (what: string, remedy?: string): DefinitionChange => ({
      file: 'chart.ts',
      where,
      what,
      remedy,
    });
    if (was === undefined) return [change('is new')];
    if (is === undefined) {
      const remedy = `keep its name: formerly: ['${path}'] in the state where its cases are now`;
      return [change('is gone', remedy)];
    }
    return [
      ...(was.initial === is.initial
        ? []
        : [change(`begins in ${is.initial ?? 'no sub-state'} instead of ${was.initial ?? 'none'}`)]),
      ...(was.end === is.end ? [] : [change(is.end ? 'is an end now' : 'is no end any more')]),
      ...changedTransitions(was, is).map((what) => change(what)),
    ];
  });
}

function changedTransitions(was: DefinedState, is: DefinedState): readonly string[] {
  return pairs(was.on, is.on).map(([type, old, current]) => {
    if (old === undefined) return `takes ${type} now`;
    if (current === undefined) return `does not take ${type} any more`;
    return `${inWords(current)} on ${type}, before it ${inWords(old)}`;
  });
}

const inWords = (transitions: readonly DefinedTransition[]): string =>
  transitions
    .map(({ target, guard }) => {
      const moves = target === undefined ? 'stays' : `goes to ${target}`;
      return guard === undefined ? moves : `${moves} where '${guard}' holds`;
    })
    .join(', else ');

function changedEvents(before: Definition['events'], now: Definition['events']): readonly DefinitionChange[] {
  return pairs(before, now).flatMap(([type, was, is]): readonly DefinitionChange[] => {
    const file = 'events.ts';
    const where = `event ${type}`;
    if (was === undefined) return [{ file, where, what: 'is new' }];
    if (is === undefined)
      return [
        { file, where, what: 'is gone', remedy: 'keep it, and its place in the chart: it may be recorded' },
      ];
    if (is.version < was.version) {
      const remedy = `keep its ${was.version - 1} upcasters`;
      return [{ file, where, what: `has version ${is.version} instead of ${was.version}`, remedy }];
    }
    const raised = is.version > was.version;
    return changedShape(was.schema, is.schema).map(({ field, what, breaks }) => ({
      file,
      where: field === '' ? where : `${where}, field ${field},`,
      what,
      remedy:
        breaks && !raised ? `write 'versioned' with an upcaster from version ${was.version}` : undefined,
    }));
  });
}

function changedCommands(
  before: Definition['commands'],
  now: Definition['commands'],
): readonly DefinitionChange[] {
  return pairs(before, now).flatMap(([name, was, is]): readonly DefinitionChange[] => {
    const file = 'commands.ts';
    const where = `command ${name}`;
    if (was === undefined) return [{ file, where, what: 'is new' }];
    if (is === undefined) return [{ file, where, what: 'is gone' }];
    const form = changedShape(was.input, is.input).map(({ field, what }) => ({
      file,
      where: field === '' ? `form of ${where}` : `form of ${where}, field ${field},`,
      what,
    }));
    return [...form, ...changedRules(was, is).map((what) => ({ file, where, what }))] as DefinitionChange[];
  });
}

/** Every key of a command but its form, as its author knows it. */
function changedRules(was: DefinedCommand, is: DefinedCommand): readonly string[] {
  const { input: _was, ...rulesBefore } = was;
  const { input: _is, ...rulesNow } = is;
  return pairs(rulesBefore, rulesNow).map(
    ([rule, old, current]) => `has '${rule}' ${shown(current)} instead of ${shown(old)}`,
  );
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return value === undefined ? 'none' : JSON.stringify(value);
};

function changedDeadlines(
  before: Definition['deadlines'],
  now: Definition['deadlines'],
): readonly DefinitionChange[] {
  return pairs(before, now).map(([name, was, is]) => ({
    file: 'deadlines.ts',
    where: `deadline ${name}`,
    what:
      was === undefined
        ? 'is new'
        : is === undefined
          ? 'is gone'
          : 'sends another command, or is of another role',
  }));
}

/** Lists and figures of the past are narrowed by what was recorded, so a code of a tag is never taken away. */
function changedTags(
  before: Definition['tags'] = {},
  now: Definition['tags'] = {},
): readonly DefinitionChange[] {
  return pairs(before, now).flatMap(([tag, was = [], is = []]) =>
    pairs(toRecord(was), toRecord(is)).map(([code, known]): DefinitionChange => ({
      ...{ file: 'index.ts', where: `code ${code} of tag ${tag}` },
      ...(known === undefined
        ? { what: 'is new' }
        : { what: 'is gone', remedy: 'keep it: it may be recorded' }),
    })),
  );
}

/** Every name whose value differs, with both values. */
function pairs<Value>(
  before: Readonly<Record<string, Value>>,
  now: Readonly<Record<string, Value>>,
): readonly (readonly [string, Value | undefined, Value | undefined])[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => !isSameJson(before[name], now[name]))
    .map((name) => [name, before[name], now[name]] as const);
}

const toRecord = (names: readonly string[]): Readonly<Record<string, true>> =>
  Object.fromEntries(names.map((name) => [name, true as const]));

/** Every state by its path, without what is below it; the chart itself under the empty path. */
function statesIn(state: DefinedState, path = ''): Readonly<Record<string, DefinedState>> {
  const inner = Object.entries(state.states).map(([name, child]) =>
    statesIn(child, path === '' ? name : `${path}.${name}`),
  );
  return Object.assign({ [path]: { ...state, states: {} } }, ...inner) as Readonly<
    Record<string, DefinedState>
  >;
}
