import { z } from 'zod';
import { rangeKey } from '../date-range.js';
import { paragraph, wordsAsHeard } from '../field.js';
import { insideOf, meaningOf, valueTypeOf, type Meaning } from './value-type.js';

/** How a field of a form is filled in, where its shape alone does not say it. */
export const widgets = [
  'textarea',
  'date',
  /** A year, or a day, as precise as it is known. */
  'partialDate',
  'instant',
  /** A file is chosen, and its SHA-256 is calculated. */
  'fileHash',
  'person',
  'code',
  'country',
  'language',
  /** The one value that is accepted is declared. */
  'confirm',
  /** Several questions with the same answers. */
  'checklist',
] as const;
export type Widget = (typeof widgets)[number];

const byMeaning: Readonly<Record<Meaning, Widget>> = {
  hash: 'fileHash',
  person: 'person',
  code: 'code',
  country: 'country',
  language: 'language',
};

/** The widget of a field, by the kind of its schema; of a list, that of its items. */
export function widgetOf(schema: z.ZodType): Widget | undefined {
  const inner = insideOf(schema);
  const said = meaningOf(inner);
  if (said !== undefined) return byMeaning[said];
  if (inner instanceof z.ZodArray) return widgetOf(inner.element as z.ZodType);
  if (inner === paragraph || inner === wordsAsHeard) return 'textarea';
  if (inner instanceof z.ZodLiteral) return 'confirm';
  if (inner instanceof z.ZodObject) return isChecklist(inner) ? 'checklist' : undefined;
  const type = valueTypeOf(inner);
  if (type === 'date') return takesYear(inner) ? 'partialDate' : 'date';
  return type === 'instant' || type === 'person' || type === 'code' ? type : undefined;
}

/** Whether all of its fields are objects of one shape. */
function isChecklist({ shape }: z.ZodObject): boolean {
  const [first, ...others] = Object.values(shape) as readonly z.ZodType[];
  return first instanceof z.ZodObject && others.length > 0 && others.every((one) => one === first);
}

function takesYear(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodUnion)
    return schema.options.some((one) => takesYear(insideOf(one as z.ZodType)));
  const said = schema.meta() ?? {};
  return rangeKey in said && said['format'] === undefined;
}

/** The schemas of the fields of a form, or of a part of one, by name; of a union all of them together. */
export function fieldsOf(schema: z.ZodType): ReadonlyMap<string, z.ZodType> {
  const inner = insideOf(schema);
  if (inner instanceof z.ZodObject) return new Map(Object.entries(inner.shape));
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType);
  if (inner instanceof z.ZodPipe) return fieldsOf(inner.out as z.ZodType);
  if (inner instanceof z.ZodUnion)
    return new Map(inner.options.flatMap((one) => [...fieldsOf(one as z.ZodType)]));
  return new Map();
}
