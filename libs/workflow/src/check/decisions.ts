import { z } from 'zod';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { schemasOf } from './events.js';
import { finder, type Finding } from './finding.js';

/**
 * Finds commands that need `decide` and lack it: without it a command records its form as its one event. Of those
 * that have it, finds what they ask for and record nowhere.
 */
export function checkDecisions(source: AnyWorkflowSource): readonly Finding[] {
  return [...undecided(source), ...formsThatAreNoEvent(source), ...fieldsOfNoEvent(source)];
}

function fieldsOfNoEvent(source: AnyWorkflowSource): readonly Finding[] {
  const schemas = schemasOf(source);
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands)
    .filter(
      ([, { decide, yields }]) => decide && yields.every((type) => schemas.get(type) instanceof z.ZodObject),
    )
    .flatMap(([name, { input, yields, notRecorded = [] }]) => {
      const recorded = yields.flatMap((type) => fieldsOf(schemas.get(type)));
      return fieldsOf(input)
        .filter((field) => !recorded.includes(field) && !notRecorded.includes(field))
        .map((field) =>
          report(
            'field-not-recorded',
            `command ${name}`,
            `asks for ${field}, which ${yields.join(' and ')} cannot keep`,
            "add the field to the event, or list it in 'notRecorded' when decide only reads it",
          ),
        );
    });
}

const fieldsOf = (schema: z.ZodType | undefined): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

const withoutDecide = ({ commands }: AnyWorkflowSource) =>
  Object.entries(commands).filter(([, { decide }]) => decide === undefined);

function undecided(source: AnyWorkflowSource): readonly Finding[] {
  return withoutDecide(source)
    .filter(([, { yields }]) => yields.length > 1)
    .map(([name, { yields }]) =>
      missing(source, name, `may lead to ${yields.join(' or ')} and does not say which`, "give it 'decide'"),
    );
}

function formsThatAreNoEvent(source: AnyWorkflowSource): readonly Finding[] {
  const schemas = schemasOf(source);
  return withoutDecide(source).flatMap(([name, { input, yields }]) => {
    const [type = ''] = yields;
    const data = yields.length === 1 ? schemas.get(type) : undefined;
    const difference = data && differenceOf(input, data, '');
    return difference === undefined
      ? []
      : [
          missing(
            source,
            name,
            `records its form as ${type}, but ${difference}`,
            "give it 'decide', or the form and the event the same fields",
          ),
        ];
  });
}

const missing = (source: AnyWorkflowSource, name: string, what: string, remedy: string): Finding =>
  finder(source, 'commands.ts')('decide-missing', `command ${name}`, what, remedy);

/**
 * The first field that keeps a form from being the data of an event, in words. Compares the fields of
 * objects, also inside lists; the types have compared everything else.
 */
function differenceOf(form: z.ZodType, data: z.ZodType, path: string): string | undefined {
  const [given, wanted] = [bare(form), bare(data)];
  if (given instanceof z.ZodArray && wanted instanceof z.ZodArray)
    return differenceOf(given.element as z.ZodType, wanted.element as z.ZodType, path);
  if (!(given instanceof z.ZodObject) || !(wanted instanceof z.ZodObject)) return undefined;
  const fields = given.shape as Readonly<Record<string, z.ZodType>>;
  const recorded = wanted.shape as Readonly<Record<string, z.ZodType>>;
  for (const name of new Set([...Object.keys(fields), ...Object.keys(recorded)])) {
    const at = path === '' ? name : `${path}.${name}`;
    const difference = fieldDifference(fields[name], recorded[name], at);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function fieldDifference(
  form: z.ZodType | undefined,
  data: z.ZodType | undefined,
  path: string,
): string | undefined {
  if (data === undefined) return `the event has no field ${path}`;
  const mayLack = form === undefined || form instanceof z.ZodOptional;
  if (mayLack && !(data instanceof z.ZodOptional)) return `the event needs ${path}, which the form may lack`;
  return form && differenceOf(form, data, path);
}

/** The schema inside `optional` and `nullable`. */
function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}
