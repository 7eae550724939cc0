import { z } from 'zod';

/** The reason why a field is sealed, and so who may open it (`docs/explanation/officer-case.md`). */
export type DataClass = 'identity' | 'narrative' | 'medical' | 'witness';

/** The current shape of one event type, and how each earlier shape becomes the next one. */
export interface EventDefinition<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** Schema version, from 1. It is one more than the number of upcasters. */
  readonly version: number;
  /** `upcasters[0]` turns version 1 into version 2, and so on. Pure; derives from the old event alone. */
  readonly upcasters: readonly Upcaster[];
}

/**
 * Old shape to the next shape. A value that the old event does not have is recorded as unknown, never
 * invented.
 */
export type Upcaster = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** What a workflow author lists: a zod object (version 1), or one with the history of its shape. */
export type EventSource = z.ZodType | EventDefinition;
export type EventSources = Readonly<Record<string, EventSource>>;

type SchemaOf<E extends EventSource> = E extends EventDefinition<infer S> ? S : E;

/** The data of event type `T`. */
export type DataOf<E extends EventSources, T extends keyof E> = z.infer<SchemaOf<E[T]>>;

/** An event that was decided and not yet recorded. */
export interface NewFact {
  readonly type: string;
  readonly data: unknown;
}

/** The union of all events of a catalogue as `{type, data}`. */
export type EventOf<E extends EventSources> = {
  [T in keyof E & string]: { readonly type: T; readonly data: DataOf<E, T> };
}[keyof E & string];

/** What the compiler knows of a schema that is marked as personal. */
export interface Personal {
  readonly [marked]: DataClass;
}
declare const marked: unique symbol;

/** Marks a field as personal. The mark is part of the schema, so that all later code can find it. */
export function personal<S extends z.ZodType>(dataClass: DataClass, schema: S): S & Personal {
  // The mark stands in the meta data of the schema; that of the type exists for the compiler alone.
  return schema.meta({ dataClass }) as S & Personal;
}

/**
 * An event whose shape has changed since its first release; the upcasters lead from version 1 to this schema.
 */
export function versioned<S extends z.ZodType>(
  schema: S,
  upcasters: readonly Upcaster[],
): EventDefinition<S> {
  return { schema, version: upcasters.length + 1, upcasters };
}

/** The definition behind a catalogue entry. */
export function eventDefinition(source: EventSource): EventDefinition {
  return source instanceof z.ZodType ? { schema: source, version: 1, upcasters: [] } : source;
}

/** The class a schema is marked with, if it is marked itself. */
export function dataClassOf(schema: z.ZodType): DataClass | undefined {
  return schema.meta()?.['dataClass'] as DataClass | undefined;
}

/**
 * Every personal field of a schema by its path, with its class. The fields of objects in a list have the path
 * of the list: `relatives.name`. What is marked inside a union, tuple or record is not found; `checkWorkflow`
 * refuses it.
 */
export function personalFields(schema: z.ZodType): ReadonlyMap<string, DataClass> {
  const found = new Map<string, DataClass>();
  collect(schema, '', found);
  return found;
}

function collect(schema: z.ZodType, path: string, found: Map<string, DataClass>): void {
  const dataClass = dataClassOf(schema);
  if (dataClass !== undefined) found.set(path, dataClass);
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    collect(schema.unwrap() as z.ZodType, path, found);
  } else if (schema instanceof z.ZodArray) collect(schema.element as z.ZodType, path, found);
  else if (schema instanceof z.ZodObject) {
    for (const [field, inner] of Object.entries(schema.shape)) {
      collect(inner as z.ZodType, path === '' ? field : `${path}.${field}`, found);
    }
  }
}
