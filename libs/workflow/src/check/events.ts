import { z } from 'zod';
import { statesByPath } from '../chart-states.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { eventDefinition } from '../event.js';
import { aboutState } from './chart-shape.js';
import { finder, type Finding } from './finding.js';
import { notPlain } from './plain-schema.js';

/**
 * The catalogue of events: complete, of plain strict shapes, each with upcasters from version 1 without a
 * gap.
 */
export function checkEvents(source: AnyWorkflowSource): readonly Finding[] {
  return [
    ...undefinedEvents(source),
    ...missingSchemas(source),
    ...[...schemasOf(source)].flatMap(([type, schema]) => looseSchema(source, type, schema)),
    ...brokenChains(source),
  ];
}

/** The current schema of every event type that has one. */
export function schemasOf(source: AnyWorkflowSource): ReadonlyMap<string, z.ZodType> {
  const schemas = new Map<string, z.ZodType>();
  for (const [type, event] of Object.entries(source.events)) {
    const schema = isMissing(event) ? undefined : eventDefinition(event).schema;
    if (schema instanceof z.ZodType) schemas.set(type, schema);
  }
  return schemas;
}

// A schema is missing at run time when two files import each other in a circle, which the compiler does not
// see.
const isMissing = (value: unknown): boolean => value === undefined || value === null;

function missingSchemas(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'events.ts');
  const schemas = schemasOf(source);
  return Object.keys(source.events)
    .filter((type) => !schemas.has(type))
    .map((type) =>
      report(
        'event-without-schema',
        `event ${type}`,
        'has no schema',
        'give it a z.strictObject; if it has one, two files import each other in a circle',
      ),
    );
}

function undefinedEvents(source: AnyWorkflowSource): readonly Finding[] {
  return [...mentions(source)]
    .filter(([type]) => !(type in source.events))
    .map(([type, { file, by }]) =>
      finder(source, file)(
        'event-undefined',
        `event ${type}`,
        `is named by ${by} and defined nowhere`,
        'add it to events.ts, or correct the name',
      ),
    );
}

/** Every event type that is named outside the catalogue, with the first place that names it. */
function mentions(
  source: AnyWorkflowSource,
): ReadonlyMap<string, { readonly file: string; readonly by: string }> {
  const found = new Map<string, { file: string; by: string }>();
  const note = (types: readonly string[], file: string, by: string) => {
    for (const type of types) if (!found.has(type)) found.set(type, { file, by });
  };
  for (const [path, { on }] of statesByPath(source.chart))
    note(Object.keys(on ?? {}), 'chart.ts', aboutState(path));
  for (const [name, { yields }] of Object.entries(source.commands)) {
    note(yields, 'commands.ts', `'yields' of ${name}`);
  }
  note(Object.keys(source.evolve), 'facts.ts', "'evolve'");
  note(Object.keys(source.subject), 'index.ts', "'subject'");
  note(Object.keys(source.identifiers ?? {}), 'index.ts', "'identifiers'");
  return found;
}

function looseSchema(source: AnyWorkflowSource, type: string, schema: z.ZodType): readonly Finding[] {
  const report = finder(source, 'events.ts');
  return notPlain(schema).map(({ path, what, remedy }) =>
    report('event-not-plain', path === '' ? `event ${type}` : `event ${type}, field ${path},`, what, remedy),
  );
}

function brokenChains(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'events.ts');
  return [...schemasOf(source).keys()].flatMap((type) => {
    const { version, upcasters } = eventDefinition(source.events[type] as z.ZodType);
    const missing = Array.from({ length: version - 1 }, (_, index) => index + 1).filter(
      (from) => typeof upcasters[from - 1] !== 'function',
    );
    const gaps = missing.map((from) =>
      report(
        'upcaster-missing',
        `event ${type}`,
        `has no upcaster from version ${from} to ${from + 1}`,
        'list one upcaster per earlier version, oldest first',
      ),
    );
    if (upcasters.length < version) return gaps;
    return [
      ...gaps,
      report(
        'upcaster-superfluous',
        `event ${type}`,
        `has ${upcasters.length} upcasters for version ${version}`,
        "let 'versioned' count: the version is one more than the upcasters",
      ),
    ];
  });
}
