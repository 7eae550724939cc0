import { z } from 'zod';
import { statesByPath, transitionsOf } from '../chart-states.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { toBeCalled, type ToBeCalled } from '../labels/labels.js';
import { registryFieldsOf } from '../registry.js';
import { remembered } from '../remembered.js';
import { noTexts, wordNames, type Texts } from '../texts.js';
import { guardsOf } from './commands.js';
import { schemasOf } from './events.js';
import { eachSchema } from './plain-schema.js';

/** The parts of `Texts` that are looked up by name. */
export type Section = Exclude<keyof Texts, 'title' | 'description'>;

const { title: _title, description: _description, ...bySection } = noTexts;

/** Them, in the order of `Texts`. */
export const sections = Object.keys(bySection) as readonly Section[];

/** The names of a workflow that people read. */
export interface TextKeys {
  /** The names that must have a text, fields of forms and facts aside. */
  readonly required: Readonly<Record<Exclude<Section, 'fields' | 'facts' | 'hints'>, readonly string[]>>;
  /** The names that may have a text. */
  readonly optional: Readonly<Partial<Record<Section, readonly string[]>>>;
  readonly fields: readonly FormField[];
  /** Whose heads may be the labels of fields. */
  readonly columns: readonly ViewColumn[];
  /** The values of facts and events, which may be called as a field is. */
  readonly values: readonly ToBeCalled[];
}

/** A column of a view. */
export interface ViewColumn {
  readonly view: string;
  readonly column: string;
}

/** A field of a command's form. */
export interface FormField {
  readonly command: string;
  readonly field: string;
}

/** The names of a workflow by the section of `Texts` they are looked up in. */
export const textKeysOf = remembered((source: AnyWorkflowSource): TextKeys => {
  const commands = Object.entries(source.commands);
  const guards = guardsOf(source);
  const states = [...statesByPath(source.chart).keys()].filter((path) => path !== '');
  const views = Object.entries(source.views ?? {});
  const choices = commands.flatMap(([, { input }]) => [
    ...choicesIn(input),
    ...registryFieldsOf(input).flatMap(({ values }) => values),
  ]);
  const asked = commands.flatMap(([, { input }]) => fieldsIn(input));
  const { places = [], outcomes = [], tags = {} } = source;
  return {
    required: {
      roles: source.roles,
      states,
      events: Object.keys(source.events),
      commands: Object.keys(source.commands),
      // A choice between states reads as the states do.
      values: [...choices, ...places, ...outcomes, ...Object.values(tags).flat()].filter(
        (value) => !states.includes(value),
      ),
      guards: guards.map(({ id }) => id),
      codes: guards.flatMap(({ codes }) => codes),
      deadlines: Object.keys(source.deadlines),
      groups: Object.keys(source.factGroups ?? {}),
      views: views.map(([name]) => name),
      // A tag that is a field of a form has the label of that field.
      words: Object.keys(tags).filter((tag) => !asked.includes(tag)),
    },
    optional: {
      values: choices,
      guards: chartGuardsOf(source),
      words: [...wordNames, ...Object.keys(tags)],
      fields: [...schemasOf(source).values()].flatMap(fieldsIn),
      hints: commands.flatMap(([command, { input }]) =>
        fieldsIn(input).flatMap((field) => [field, `${command}.${field}`]),
      ),
    },
    fields: commands.flatMap(([command, { input }]) => fieldsIn(input).map((field) => ({ command, field }))),
    values: toBeCalled(source),
    columns: views.flatMap(([view, { columns }]) => Object.keys(columns).map((column) => ({ view, column }))),
  };
});

const chartGuardsOf = (source: AnyWorkflowSource): readonly string[] =>
  [...statesByPath(source.chart).values()]
    .flatMap(({ on }) => Object.values(on ?? {}).flatMap(transitionsOf))
    .flatMap(({ guard }) => (guard === undefined ? [] : [guard.name]));

/** Field names at any depth: a form labels what stands inside an object or a list as well. */
function fieldsIn(schema: z.ZodType): readonly string[] {
  const names = new Set<string>();
  eachSchema(schema, (path) => {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (name !== '') names.add(name);
    return true;
  });
  return [...names];
}

function choicesIn(schema: z.ZodType): readonly string[] {
  const values: string[] = [];
  eachSchema(schema, (_path, inner) => {
    if (inner instanceof z.ZodEnum) values.push(...inner.options.map(String));
    return true;
  });
  return values;
}
