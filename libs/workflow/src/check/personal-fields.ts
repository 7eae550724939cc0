import type { z } from 'zod';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { personalFields, type DataClass } from '../event.js';
import { paragraph } from '../field.js';
import { schemasOf } from './events.js';
import { finder, type Finding } from './finding.js';
import { eachSchema } from './plain-schema.js';

/** Personal fields that would be stored in the clear because their mark is missing or stands where it is not seen. */
export function checkPersonalFields(source: AnyWorkflowSource): readonly Finding[] {
  return [
    ...markedElsewhere(source),
    ...lostMarks(source),
    ...unmarkedFreeText(source),
    ...unmarkedSubjects(source),
  ];
}

/** The same field name is the same thing: a text marked in one event is personal in the next as well. */
function markedElsewhere(source: AnyWorkflowSource): readonly Finding[] {
  const marked = new Map<string, { type: string; dataClass: DataClass }>();
  for (const [type, schema] of schemasOf(source)) {
    for (const [path, dataClass] of personalFields(schema)) marked.set(lastName(path), { type, dataClass });
  }
  return unmarkedTexts(source).flatMap(({ type, path }) => {
    const twin = marked.get(lastName(path));
    return twin === undefined
      ? []
      : [unmarked(source, type, path, `has the name of a field that ${twin.type} marks as ${twin.dataClass}`)];
  });
}

/** What somebody typed freely may name a person, whatever the field was meant for. */
function unmarkedFreeText(source: AnyWorkflowSource): readonly Finding[] {
  const unmarkedIn = unmarkedTexts(source);
  const found = Object.entries(source.commands).flatMap(([name, { input, yields }]) =>
    freeTexts(input).flatMap((field) =>
      unmarkedIn
        .filter(({ type, path }) => yields.includes(type) && path === field)
        .map(({ type, path }) => ({ type, path, name })),
    ),
  );
  return found.map(({ type, path, name }) =>
    unmarked(source, type, path, `is free text that ${name} takes, which may name a person`),
  );
}

/** A mark inside a union or a record has no fixed path, so nobody would seal what it marks. */
function lostMarks(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'events.ts');
  return [...schemasOf(source)].flatMap(([type, schema]) => {
    const seen = personalFields(schema);
    return textsIn(schema, isMarked)
      .filter((path) => !seen.has(path))
      .map((path) =>
        report(
          'personal-mark-lost',
          `event ${type}, field ${path},`,
          'is marked as personal inside a union, tuple or record, where it cannot be sealed',
          'mark the whole field, or give it a name of its own',
        ),
      );
  });
}

function unmarkedSubjects(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'events.ts');
  return [...schemasOf(source)]
    .filter(([type, schema]) => source.subject[type] !== undefined && ![...personalFields(schema).values()].includes('identity'))
    .map(([type]) =>
      report(
        'subject-not-personal',
        `event ${type}`,
        'says who the case is about and marks no field as identity',
        "wrap the fields that 'subject' reads in personal('identity', …)",
      ),
    );
}

const unmarked = (source: AnyWorkflowSource, type: string, path: string, what: string): Finding =>
  finder(source, 'events.ts')(
    'personal-mark-missing',
    `event ${type}, field ${path},`,
    what,
    'wrap it in personal(…), or give it another name',
  );
