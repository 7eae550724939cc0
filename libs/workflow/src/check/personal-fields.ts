import type { z } from 'zod';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { dataClassOf, personalFields, type DataClass } from '../event.js';
import { paragraph, wordsAsHeard } from '../field.js';
import { schemasOf } from './events.js';
import { finder, type Finding } from './finding.js';
import { eachSchema } from './plain-schema.js';

/**
 * Finds personal fields that would be stored in the clear, because their mark is missing or is where it has
 * no effect.
 */
export function checkPersonalFields(source: AnyWorkflowSource): readonly Finding[] {
  const marks = marksByName(source);
  return [...schemasOf(source)].flatMap(([type, schema]) => [
    ...unmarkedTexts(source, marks, [type, schema]),
    ...lostMarks(source, type, schema),
    ...unmarkedSubject(source, type, schema),
  ]);
}

/** Where each marked field is marked first, by its name. */
type Marks = ReadonlyMap<string, { readonly type: string; readonly dataClass: DataClass }>;

function marksByName(source: AnyWorkflowSource): Marks {
  const marks = new Map<string, { type: string; dataClass: DataClass }>();
  for (const [type, schema] of schemasOf(source))
    for (const [path, dataClass] of personalFields(schema))
      if (!marks.has(lastName(path))) marks.set(lastName(path), { type, dataClass });
  return marks;
}

function unmarkedTexts(
  source: AnyWorkflowSource,
  marks: Marks,
  [type, schema]: readonly [type: string, schema: z.ZodType],
): readonly Finding[] {
  const report = finder(source, 'events.ts');
  return clearTexts(schema).flatMap((path) => {
    const reason = markedElsewhere(marks, path) ?? typedFreely(source, type, path);
    return reason === undefined
      ? []
      : [
          report(
            'personal-mark-missing',
            `event ${type}, field ${path},`,
            reason,
            'wrap it in personal(…), or give it another name',
          ),
        ];
  });
}

/** A field name has one meaning: a text marked in one event is personal in every other event. */
function markedElsewhere(marks: Marks, path: string): string | undefined {
  const found = marks.get(lastName(path));
  return found && `has the name of a field that ${found.type} marks as ${found.dataClass}`;
}

/** Free text may name a person, whatever the field is for. */
function typedFreely(source: AnyWorkflowSource, type: string, path: string): string | undefined {
  const found = Object.entries(source.commands).find(
    ([, { input, yields }]) => yields.includes(type) && pathsOf(input, isFreeText).includes(path),
  );
  return found && `holds the free text that ${found[0]} takes, which may name a person`;
}

/** A mark inside a union, tuple or record has no fixed path, so the field would not be sealed. */
function lostMarks(source: AnyWorkflowSource, type: string, schema: z.ZodType): readonly Finding[] {
  const report = finder(source, 'events.ts');
  const seen = personalFields(schema);
  return pathsOf(schema, isMarked)
    .filter((path) => !seen.has(path))
    .map((path) =>
      report(
        'personal-mark-lost',
        `event ${type}, field ${path},`,
        'is marked as personal inside a union, tuple or record, where it cannot be sealed',
        'mark the whole field instead',
      ),
    );
}

function unmarkedSubject(source: AnyWorkflowSource, type: string, schema: z.ZodType): readonly Finding[] {
  const isNamed = [...personalFields(schema).values()].includes('identity');
  if (isNamed) return [];
  return (['subject', 'identifiers'] as const)
    .filter((key) => source[key]?.[type] !== undefined)
    .map((key) =>
      finder(source, 'events.ts')(
        'subject-not-personal',
        `event ${type}`,
        'says who the case is about and marks no field as identity',
        `wrap the fields that '${key}' reads in personal('identity', …)`,
      ),
    );
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const isMarked = (schema: z.ZodType): boolean => dataClassOf(schema) !== undefined;
const isFreeText = (schema: z.ZodType): boolean => schema === paragraph || schema === wordsAsHeard;
const isText = (schema: z.ZodType): boolean => schema.def.type === 'string';

/** The texts of an event that are stored in the clear. */
const clearTexts = (schema: z.ZodType): readonly string[] => pathsOf(schema, isText, isMarked);

function pathsOf(
  schema: z.ZodType,
  isWanted: (schema: z.ZodType) => boolean,
  isClosed: (schema: z.ZodType) => boolean = () => false,
): readonly string[] {
  const paths = new Set<string>();
  eachSchema(schema, (path, inner) => {
    if (isClosed(inner)) return false;
    if (isWanted(inner)) paths.add(path);
    return true;
  });
  return [...paths];
}
