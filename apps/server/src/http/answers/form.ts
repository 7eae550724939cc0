import { classOfEventField } from '@safeconduct/engine';
import {
  fieldsOf,
  fieldText,
  hintText,
  languages,
  registryKey,
  valueText,
  widgetOf,
  type Command,
  type Language,
  type Workflow,
} from '@safeconduct/workflow';
import { z } from 'zod';
import { inBoth } from './both-languages.js';

type Schema = Record<string, unknown>;

const forms = new WeakMap<Command, Map<Language, Schema>>();

/**
 * The JSON Schema of a command's form, with all that a screen needs to draw it: of each field its title, hint, place, widget
 * and data class, and the texts of choices. Made once a language: definitions do not change while a process runs.
 */
export function formOf(workflow: Workflow, command: Command, language: Language): Schema {
  const known = forms.get(command) ?? new Map<Language, Schema>();
  forms.set(command, known);
  let form = known.get(language);
  if (form === undefined) {
    form = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' });
    describeFields(form, { workflow, command, language, schema: command.input, path: '' });
    known.set(language, form);
  }
  return form;
}

interface Describing {
  readonly workflow: Workflow;
  readonly command: Command;
  readonly language: Language;
  /** The schema of the part that is described. */
  readonly schema: z.ZodType;
  /** The names that lead to it. */
  readonly path: string;
}

/** Describes every field, also those inside objects, lists and the branches of a union. */
function describeFields(part: Schema, describing: Describing): void {
  const fields = fieldsOf(describing.schema);
  const properties = Object.entries((part['properties'] ?? {}) as Record<string, Schema>);
  for (const [order, [name, field]] of properties.entries()) {
    const schema = fields.get(name) ?? z.unknown();
    const path = describing.path === '' ? name : `${describing.path}.${name}`;
    describeField(field, { ...describing, schema, path, name, order });
    describeFields(field, { ...describing, schema, path });
    if (typeof field['items'] === 'object')
      describeFields(field['items'] as Schema, { ...describing, schema, path });
  }
  for (const branch of [part['anyOf'], part['oneOf'], part['allOf']])
    for (const inner of (branch ?? []) as Schema[]) describeFields(inner, describing);
}

function describeField(
  field: Schema,
  { workflow, command, language, schema, path, name, order }: Describing & { name: string; order: number },
): void {
  const titles = titlesOf(workflow, command, name);
  field['title'] = titles[language];
  field['x-titles'] = titles;
  field['x-order'] = order;
  const hints = languages.map((one) => hintText(workflow.texts[one], command.name, name));
  if (hints.every((hint) => hint !== undefined)) {
    field['x-hints'] = Object.fromEntries(languages.map((one, index) => [one, hints[index]]));
    field['description'] = hints[languages.indexOf(language)];
  }
  const widget = widgetOf(schema);
  if (widget !== undefined) field['x-widget'] = widget;
  if (widget === 'checklist')
    field['x-items'] = Object.fromEntries(
      [...fieldsOf(schema).keys()].map((item) => [item, titlesOf(workflow, command, item)]),
    );
  const dataClass = classOfField(workflow, command, path);
  if (dataClass !== undefined) field['x-data-class'] = dataClass;
  addValueTexts(field, workflow);
  if (typeof field['items'] === 'object') addValueTexts(field['items'] as Schema, workflow);
}

const titlesOf = (workflow: Workflow, command: Command, name: string) =>
  inBoth(workflow, (texts) => fieldText(texts, command.name, name), name);

/** The class in which an event keeps what is filled in. */
const classOfField = (workflow: Workflow, { yields }: Command, path: string): string | undefined =>
  yields.map((type) => classOfEventField(workflow, type, path)).find((one) => one !== undefined);

/** The texts of a registry with more codes than these are not repeated in each form that has a field of it. */
const fewCodes = 20;

function addValueTexts(field: Schema, workflow: Workflow): void {
  const values = field['enum'];
  if (!Array.isArray(values) || (registryKey in field && values.length > fewCodes)) return;
  const text = (value: string) => inBoth(workflow, (texts) => valueText(texts, value), value);
  field['x-values'] = Object.fromEntries(values.map((value) => [String(value), text(String(value))]));
}
