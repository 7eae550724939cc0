import type { AnyWorkflowSource } from '../define-workflow.js';
import { eventDefinition } from '../event.js';
import { remembered } from '../remembered.js';
import { fieldText, type Texts } from '../texts.js';
import { isPathOf, leavesOf, pathsIn, type Leaf } from './leaves.js';
import { valueTypeOf, type ValueType } from './value-type.js';

/** A value that a case or an event can have: where it stands, and what it is. */
export interface Labelled {
  /** As in `withheld` and in the changes of a replay; `*` stands for any key of a record. */
  readonly path: string;
  readonly type: ValueType;
}

/** A fact of a case, in the group in which it is shown. */
export interface LabelledFact extends Labelled {
  readonly group: string;
}

/** The group of all facts of a workflow that declares none. */
export const onlyGroup = 'details';

/** The facts that a case can have, in the order of their shape. */
export function labelledFacts(source: AnyWorkflowSource): readonly LabelledFact[] {
  if (source.facts === undefined) return [];
  const groups = Object.entries(source.factGroups ?? {});
  const types = typesByName(source);
  return leavesOf(source.facts).map((leaf) => {
    const { path } = leaf;
    const [top = ''] = path.split('.', 1);
    const group = groups.find(([, names]) => names.includes(top))?.[0] ?? onlyGroup;
    return { path, type: typeOf(leaf, types), group };
  });
}

/** The values that events of a type have, in the order of their shape. */
export function labelledFields(source: AnyWorkflowSource, type: string): readonly Labelled[] {
  const event = source.events[type];
  if (event === undefined) return [];
  const types = typesByName(source);
  // What is no object has no names; the check of events says so.
  return leavesOf(eventDefinition(event).schema)
    .filter(({ path }) => path !== '')
    .map((leaf) => ({ path: leaf.path, type: typeOf(leaf, types) }));
}

type TypesByName = ReadonlyMap<string, ValueType>;

/** An event keeps a code or a hash as a plain text; what it is, the form says that has a field of its name. */
const typeOf = ({ path, schema }: Leaf, types: TypesByName): ValueType => {
  const own = valueTypeOf(schema);
  return own === 'text' ? (types.get(lastOf(path)) ?? 'text') : own;
};

/** What the fields of forms are, by name, where all forms agree. */
const typesByName = remembered((source: AnyWorkflowSource): TypesByName => {
  const types = new Map<string, Set<ValueType>>();
  for (const { input } of Object.values(source.commands))
    for (const { path, schema } of leavesOf(input)) {
      const name = lastOf(path);
      types.set(name, (types.get(name) ?? new Set()).add(valueTypeOf(schema)));
    }
  return new Map(
    [...types].flatMap(([name, [type, ...others]]) =>
      type === undefined || others.length > 0 ? [] : [[name, type] as const],
    ),
  );
});

/** The paths of some facts of a case that are not in their shape, so that nobody could be told what they are. */
export function unlabelledFacts(source: AnyWorkflowSource, facts: unknown): readonly string[] {
  const { facts: shape } = source;
  if (shape === undefined) return [];
  const declared = leavesOf(shape).map(({ path }) => path);
  return pathsIn(facts).filter((path) => !declared.some((pattern) => isPathOf(pattern, path)));
}

/**
 * The title of a value by its path; `undefined` where its name has none. The text of the whole path or of its end stands as
 * it is; that of the name alone, which all forms and events share, stands behind the title of what it is in.
 */
export function titleOf(texts: Texts, path: string): string | undefined {
  const steps = stepsOf(path);
  for (let start = 0; start < steps.length - 1; start += 1) {
    const own = said(texts.facts[steps.slice(start).join('.')]);
    if (own !== undefined) return own;
  }
  const name = nameText(texts, steps.at(-1) ?? '');
  if (name === undefined) return undefined;
  const around = titleAround(texts, steps);
  return around === undefined ? name : `${around}: ${name}`;
}

/** The same of a value of an event, which may have the text that one of its commands has for the field. */
export function eventTitleOf(texts: Texts, path: string, commands: readonly string[]): string | undefined {
  const own = path.includes('.')
    ? undefined
    : commands.find((name) => said(texts.fields[`${name}.${path}`]) !== undefined);
  return own === undefined ? titleOf(texts, path) : fieldText(texts, own, path);
}

/** Of a thing with parts, at whatever depth: its text by the longest end of its path that has one. */
export function objectTitleOf(texts: Texts, path: string): string | undefined {
  const steps = stepsOf(path);
  for (let start = 0; start < steps.length; start += 1) {
    const own = said(texts.facts[steps.slice(start).join('.')]);
    if (own !== undefined) return own;
  }
  return said(texts.fields[steps.at(-1) ?? '']);
}

function titleAround(texts: Texts, steps: readonly string[]): string | undefined {
  for (let end = steps.length - 1; end > 0; end -= 1) {
    const title = objectTitleOf(texts, steps.slice(0, end).join('.'));
    if (title !== undefined) return title;
  }
  return undefined;
}

const nameText = ({ fields, facts }: Texts, name: string): string | undefined =>
  said(fields[name]) ?? said(facts[name]);

/** A text that is written; that of a skeleton is not. */
const said = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text);

/** A value that has to be called something, and the commands whose fields may call it. */
export interface ToBeCalled {
  readonly path: string;
  readonly commands: readonly string[];
}

/** Everything that facts and events can have. */
export function toBeCalled(source: AnyWorkflowSource): readonly ToBeCalled[] {
  const facts = labelledFacts(source).map(({ path }) => ({ path, commands: [] }));
  const commands = Object.entries(source.commands);
  const fields = Object.keys(source.events).flatMap((type) => {
    const yielding = commands.filter(([, { yields }]) => yields.includes(type)).map(([name]) => name);
    return labelledFields(source, type).map(({ path }) => ({ path, commands: yielding }));
  });
  return [...facts, ...fields];
}

/** The keys under which the texts still lack what some values, or what they stand in, are called. */
export function uncalled(texts: Texts, values: readonly ToBeCalled[]): readonly string[] {
  const keys = new Set<string>();
  for (const { path, commands } of values) {
    const steps = stepsOf(path);
    for (let end = 1; end < steps.length; end += 1) {
      const object = steps.slice(0, end).join('.');
      if (objectTitleOf(texts, object) === undefined) keys.add(object);
    }
    if (eventTitleOf(texts, path, commands) === undefined) keys.add(lastOf(path));
  }
  return [...keys];
}

/** The keys under which a value or what it stands in can have a text: each end of its path. */
export function textKeysOfPath(path: string): readonly string[] {
  const steps = stepsOf(path);
  return steps.flatMap((_, end) =>
    Array.from({ length: end + 1 }, (_one, start) => steps.slice(start, end + 1).join('.')),
  );
}

const stepsOf = (path: string): readonly string[] => path.split('.').filter((step) => step !== '*');
const lastOf = (path: string): string => stepsOf(path).at(-1) ?? path;
