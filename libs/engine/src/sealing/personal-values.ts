import { personalFields, type DataClass } from '@safeconduct/workflow';
import type { z } from 'zod';

/** Where the personal values of some data are: a class stands for the value, a list for fields by name. */
export type PersonalPlaces = DataClass | readonly (readonly [field: string, places: PersonalPlaces])[];

/** Values of one class, each with its path: `decisions.0.relative`; the path of the data themselves is empty. */
export interface ValuesOfClass {
  readonly paths: string[];
  readonly values: unknown[];
}

/** Data with a stand-in for each personal value, and the values by class. */
export interface TakenOut {
  readonly clear: unknown;
  readonly taken: ReadonlyMap<DataClass, ValuesOfClass>;
}

/** The personal fields of a schema as places; `undefined` where it has none. */
export function personalPlaces(schema: z.ZodType): PersonalPlaces | undefined {
  const known = placesOf.get(schema);
  if (known !== undefined) return known.places;
  const found = { places: nested(personalFields(schema)) };
  placesOf.set(schema, found);
  return found.places;
}

const placesOf = new WeakMap<z.ZodType, { readonly places: PersonalPlaces | undefined }>();

function nested(fields: ReadonlyMap<string, DataClass>): PersonalPlaces | undefined {
  if (fields.size === 0) return undefined;
  const ofData = fields.get('');
  if (ofData !== undefined) return ofData;
  const byField = new Map<string, Map<string, DataClass>>();
  for (const [path, dataClass] of fields) {
    const [name = '', ...rest] = path.split('.');
    const below = byField.get(name) ?? new Map<string, DataClass>();
    byField.set(name, below.set(rest.join('.'), dataClass));
  }
  return Array.from(byField, ([name, below]) => [name, nested(below) as PersonalPlaces] as const);
}

/** Takes the personal values out of data, which stay as they are. */
export function takeOut(data: unknown, places: PersonalPlaces): TakenOut {
  const taken = new Map<DataClass, ValuesOfClass>();
  return { clear: withStandIns(data, { places, path: '', taken }), taken };
}

interface Taking {
  readonly places: PersonalPlaces;
  readonly path: string;
  readonly taken: Map<DataClass, ValuesOfClass>;
}

function withStandIns(data: unknown, { places, path, taken }: Taking): unknown {
  if (typeof places === 'string') {
    let ofClass = taken.get(places);
    if (ofClass === undefined) taken.set(places, (ofClass = { paths: [], values: [] }));
    ofClass.paths.push(path);
    ofClass.values.push(data);
    return standIn(data, sealedWord);
  }
  const prefix = path === '' ? '' : `${path}.`;
  if (Array.isArray(data))
    return data.map((item, index) => withStandIns(item, { places, path: `${prefix}${index}`, taken }));
  if (typeof data !== 'object' || data === null) return data;
  // Copied when the first value is found: most events of a type with personal fields have some, many have none.
  let clear = data as Record<string, unknown>;
  for (const [field, inner] of places) {
    const value = clear[field];
    if (value === undefined) continue;
    if (clear === data) clear = { ...data };
    clear[field] = withStandIns(value, { places: inner, path: prefix + field, taken });
  }
  return clear;
}

/** Puts values back to their paths, in place. @returns the data */
export function putBack(data: unknown, paths: readonly string[], values: readonly unknown[]): unknown {
  let whole = data;
  for (const [index, path] of paths.entries()) whole = withValue(whole, path, () => values[index]);
  return whole;
}

/** Puts what says that a value was erased to the paths of values that cannot be opened any more, in place. */
export function putErased(data: unknown, paths: readonly string[]): unknown {
  let whole = data;
  for (const path of paths) whole = withValue(whole, path, (sealed) => standIn(sealed, erasedWord));
  return whole;
}

function withValue(data: unknown, path: string, valueFor: (standing: unknown) => unknown): unknown {
  if (path === '') return valueFor(data);
  const names = path.split('.');
  const last = names.pop() as string;
  let holder = data as Record<string, unknown>;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  holder[last] = valueFor(holder[last]);
  return data;
}

/** Stands in recorded data for a sealed text. */
const sealedWord = 'sealed';

/** Stands for a text whose key was destroyed. */
export const erasedWord = 'erased';

/** Whether a text is in place of one that cannot be read. */
export const isStandIn = (text: string): boolean => text === sealedWord || text === erasedWord;

/** Of the same kind as the value, so that whoever folds the event need not know: a text, an empty list, or null. */
function standIn(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  return Array.isArray(value) ? [] : null;
}
