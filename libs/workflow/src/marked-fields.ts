import type { z } from 'zod';
import { formSchemaOf, type FormSchema } from './form-schema.js';
import { remembered } from './remembered.js';

/** A field of a form whose schema says something in its meta data. */
export interface MarkedField<Mark> {
  /** The names that lead to it; `*` stands for each item of a list or record. */
  readonly steps: readonly string[];
  readonly mark: Mark;
}

/** Finds the fields of forms for which `markOf` answers, each form once. */
export function markedFields<Mark>(
  markOf: (schema: FormSchema) => Mark | undefined,
): (form: z.ZodType) => readonly MarkedField<Mark>[] {
  return remembered((form) => fieldsIn(markOf, formSchemaOf(form), []));
}

function fieldsIn<Mark>(
  markOf: (schema: FormSchema) => Mark | undefined,
  schema: FormSchema,
  steps: readonly string[],
): readonly MarkedField<Mark>[] {
  const mark = markOf(schema);
  if (mark !== undefined) return [{ steps, mark }];
  const { properties = {}, items, additionalProperties: others, anyOf = [], oneOf = [], allOf = [] } = schema;
  const inner = [
    ...Object.entries(properties),
    ...(items === undefined ? [] : [['*', items] as const]),
    ...(typeof others === 'object' ? [['*', others] as const] : []),
  ];
  return [
    ...inner.flatMap(([name, one]) => fieldsIn(markOf, one, [...steps, name])),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => fieldsIn(markOf, one, steps)),
  ];
}

/** Calls with each text of an input that stands at the steps of a field, and its path. */
export function forEachText(
  input: unknown,
  { steps }: Pick<MarkedField<unknown>, 'steps'>,
  call: (path: string, text: string) => void,
): void {
  visit(input, { steps, place: 0, path: '' }, call);
}

/** Where a walk along the steps of a field has come to. */
interface Walk {
  readonly steps: readonly string[];
  readonly place: number;
  readonly path: string;
}

function visit(value: unknown, walk: Walk, call: (path: string, text: string) => void): void {
  const { steps, place, path } = walk;
  const step = steps[place];
  if (step === undefined) {
    if (typeof value === 'string') call(path, value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const record = value as Readonly<Record<string, unknown>>;
  for (const name of step === '*' ? Object.keys(record) : [step])
    visit(record[name], { steps, place: place + 1, path: path === '' ? name : `${path}.${name}` }, call);
}
