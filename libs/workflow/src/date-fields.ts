import { z } from 'zod';
import { lifetime, rangeIssue, rangeKey, type DateRange } from './date-range.js';
import type { Issue } from './refusal.js';
import type { Instant } from './time.js';

/** A field of a form that holds a date, a year or an instant. */
export interface DateField {
  /** The names that lead to it; `*` stands for each item of a list or record. */
  readonly steps: readonly string[];
  readonly range: DateRange;
}

interface Schema {
  readonly format?: string;
  readonly [rangeKey]?: DateRange;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const known = new WeakMap<z.ZodType, readonly DateField[]>();

/** The date fields of a form, each with its range. */
export function dateFieldsOf(form: z.ZodType): readonly DateField[] {
  const found =
    known.get(form) ?? fieldsIn(z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema);
  known.set(form, found);
  return found;
}

function fieldsIn(schema: Schema, steps: readonly string[] = []): readonly DateField[] {
  const isDate = schema.format === 'date' || schema.format === 'date-time';
  const range = schema[rangeKey] ?? (isDate ? lifetime : undefined);
  if (range !== undefined) return [{ steps, range }];
  const { properties = {}, items, additionalProperties: others, anyOf = [], oneOf = [], allOf = [] } = schema;
  const inner = [
    ...Object.entries(properties),
    ...(items === undefined ? [] : [['*', items] as const]),
    ...(typeof others === 'object' ? [['*', others] as const] : []),
  ];
  return [
    ...inner.flatMap(([name, one]) => fieldsIn(one, [...steps, name])),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => fieldsIn(one, steps)),
  ];
}

/** Every date of a parsed form that lies where none can be, seen from the time of the command. */
export function dateIssues(form: z.ZodType, input: unknown, now: Instant): readonly Issue[] {
  const issues = new Map<string, Issue>();
  for (const { steps, range } of dateFieldsOf(form))
    forEachText(input, { steps, place: 0, path: '' }, (path, text) => {
      const issue = rangeIssue(path, text, { now, range });
      if (issue !== undefined) issues.set(path, issue);
    });
  return issues.size === 0 ? none : [...issues.values()];
}

const none: readonly Issue[] = [];

/** Where a walk along the steps of a field has come to. */
interface Walk {
  readonly steps: readonly string[];
  readonly place: number;
  readonly path: string;
}

/** Calls with each text at the end of the steps, and its path. */
function forEachText(value: unknown, walk: Walk, call: (path: string, text: string) => void): void {
  const { steps, place, path } = walk;
  const step = steps[place];
  if (step === undefined) {
    if (typeof value === 'string') call(path, value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const record = value as Readonly<Record<string, unknown>>;
  for (const name of step === '*' ? Object.keys(record) : [step])
    forEachText(
      record[name],
      { steps, place: place + 1, path: path === '' ? name : `${path}.${name}` },
      call,
    );
}
