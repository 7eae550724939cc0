import { z } from 'zod';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { schemasOf } from './events.js';
import { finder, type Finding } from './finding.js';

/** Exactly one command opens a case. Without it the workflow cannot be compiled. */
export function checkOpening(source: AnyWorkflowSource): readonly Finding[] {
  const opening = openingOf(source);
  if (opening.length === 1) return [];
  const found = opening.length === 0 ? 'none' : opening.map(([name]) => name).join(' and ');
  return [
    finder(source, 'commands.ts')(
      'opening-command',
      'the catalogue of commands',
      `must have exactly one command that opens a case, found ${found}`,
      "give that one 'opens', the field that is the natural key, and no other",
    ),
  ];
}

/** The opening command requires the natural key, and the event that opens the case records it under the same name. */
export function checkNaturalKey(source: AnyWorkflowSource): readonly Finding[] {
  const schemas = schemasOf(source);
  return openingOf(source).flatMap(([name, { input, opens, yields }]) => [
    ...(hasText(input, opens) ? [] : [noKey(source, 'commands.ts', `command ${name}`, opens)]),
    ...(yields.some((type) => hasText(schemas.get(type), opens))
      ? []
      : yields
          .filter((type) => schemas.has(type))
          .map((type) => noKey(source, 'events.ts', `event ${type}`, opens))),
  ]);
}

/** The fields by which a second case of a person is seen are texts of the opening command. */
export const checkCompared = (source: AnyWorkflowSource): readonly Finding[] =>
  openingOf(source).flatMap(([name, { input }]) =>
    Object.values<string>({ ...source.compared })
      .filter((field) => !isText(requiredIn(input, field)))
      .map((field) =>
        finder(source, 'index.ts')(
          'compared-field',
          "'compared'",
          `names '${field}', which is no text in the form of ${name}`,
          'name a field of the form',
        ),
      ),
  );

/**
 * The event types that open a case: those of the opening command that record the natural key. Others that it leads to
 * follow them.
 */
export function openingEventsOf(source: AnyWorkflowSource): ReadonlySet<string> {
  const schemas = schemasOf(source);
  const opening = openingOf(source).flatMap(([, { opens, yields }]) => {
    const withKey = yields.filter((type) => hasText(schemas.get(type), opens));
    return withKey.length > 0 ? withKey : yields;
  });
  return new Set(opening);
}

const openingOf = ({ commands }: AnyWorkflowSource) =>
  Object.entries(commands).filter(([, { opens }]) => opens !== undefined);

const noKey = (source: AnyWorkflowSource, file: string, where: string, opens: string | undefined): Finding =>
  finder(source, file)(
    'opening-key',
    where,
    `has no required text '${String(opens)}', the natural key of a case`,
    "add the field, or name another one in 'opens'",
  );

const hasText = (schema: z.ZodType | undefined, field: string | undefined): boolean =>
  isText(fieldIn(schema, field));

function fieldIn(schema: z.ZodType | undefined, field: string | undefined): z.ZodType | undefined {
  if (!(schema instanceof z.ZodObject) || field === undefined) return undefined;
  return (schema.shape as Record<string, z.ZodType>)[field];
}

/** What a field has where it is not left out. */
function requiredIn(schema: z.ZodType, field: string): z.ZodType | undefined {
  const found = fieldIn(schema, field);
  return found instanceof z.ZodOptional ? (found.unwrap() as z.ZodType) : found;
}

/** A choice of texts, such as a day or a year, is a text. */
const isText = (schema: z.ZodType | undefined): boolean =>
  schema instanceof z.ZodUnion
    ? schema.options.every((option) => isText(option as z.ZodType))
    : schema?.def.type === 'string';
