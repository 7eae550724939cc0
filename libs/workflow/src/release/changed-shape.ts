import { isSameJson } from '../canonical-json.js';
import type { Shape } from '../canonical-definition.js';

/** How one field of a shape has changed. */
export interface ShapeChange {
  /** `relatives.name`; empty for the whole. */
  readonly field: string;
  /** What has changed, as the end of a sentence: `is new and required`. */
  readonly what: string;
  /** Data of the shape before may not have the shape of now. */
  readonly breaks: boolean;
}

/**
 * The changes from one JSON Schema to another, field by field. A change whose effect is not known counts as one that
 * breaks. Titles, descriptions and marks of personal fields change no shape.
 */
export function changedShape(before: Shape, now: Shape, field = ''): readonly ShapeChange[] {
  if (isSameJson(before, now)) return [];
  const [plainBefore, plainNow] = [withoutMarks(before), withoutMarks(now)];
  const marks: ShapeChange[] =
    before['dataClass'] === now['dataClass']
      ? []
      : [{ field, what: markedAs(now['dataClass']), breaks: false }];
  const kind = kindOf(before);
  if (kind !== kindOf(now))
    return [...marks, { field, what: `is ${kindOf(now)} instead of ${kind}`, breaks: true }];
  if (kind === 'object' && isObject(before) && isObject(now))
    return [...marks, ...changedFields(before, now, field)];
  const [itemsBefore, itemsNow] = [before['items'], now['items']];
  if (kind === 'array' && isShape(itemsBefore) && isShape(itemsNow)) {
    const { items: _before, ...listBefore } = plainBefore;
    const { items: _now, ...listNow } = plainNow;
    return [
      ...marks,
      ...changedShape(itemsBefore, itemsNow, field),
      ...changedLimits(listBefore, listNow, field),
    ];
  }
  return [...marks, ...changedLimits(plainBefore, plainNow, field)];
}

function changedFields(before: ObjectShape, now: ObjectShape, above: string): readonly ShapeChange[] {
  const names = new Set([...Object.keys(before.properties), ...Object.keys(now.properties)]);
  return [...names].flatMap((name): readonly ShapeChange[] => {
    const field = above === '' ? name : `${above}.${name}`;
    const [old, current] = [before.properties[name], now.properties[name]];
    const [wasNeeded, isNeeded] = [before, now].map(({ required = [] }) => required.includes(name));
    if (old === undefined)
      return [
        { field, what: isNeeded === true ? 'is new and required' : 'is new', breaks: isNeeded === true },
      ];
    if (current === undefined) return [{ field, what: 'is gone', breaks: true }];
    const need: readonly ShapeChange[] =
      wasNeeded === isNeeded
        ? []
        : [
            {
              field,
              what: isNeeded === true ? 'is required now' : 'may be left out now',
              breaks: isNeeded === true,
            },
          ];
    return [...need, ...changedShape(old, current, field)];
  });
}

/** Limits that let less through when they are lower, and when they are higher. */
const upper = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems']);
const lower = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems']);

function changedLimits(before: Shape, now: Shape, field: string): readonly ShapeChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names]
    .filter((name) => !isSameJson(before[name], now[name]))
    .map((name) => {
      const [old, current] = [before[name], now[name]];
      const what =
        current === undefined
          ? `has no ${name} any more`
          : `has ${name} ${JSON.stringify(current)}${old === undefined ? '' : ` instead of ${JSON.stringify(old)}`}`;
      return { field, what, breaks: !letsAtLeastAsMuch(name, old, current) };
    });
}

function letsAtLeastAsMuch(name: string, before: unknown, now: unknown): boolean {
  const isLimit = upper.has(name) || lower.has(name) || name === 'pattern' || name === 'format';
  if (now === undefined) return isLimit || name === 'enum' || name === 'const';
  if (upper.has(name)) return typeof before === 'number' && Number(now) >= before;
  if (lower.has(name)) return typeof before === 'number' && Number(now) <= before;
  if (name !== 'enum' || !Array.isArray(before) || !Array.isArray(now)) return false;
  return before.every((value) => now.includes(value));
}

/** In the words of an author. */
function kindOf(shape: Shape): string {
  if (typeof shape['type'] === 'string') return shape['type'];
  if ('anyOf' in shape || 'oneOf' in shape) return 'one of several shapes';
  return 'const' in shape || 'enum' in shape ? 'string' : 'anything';
}

const markedAs = (dataClass: unknown): string =>
  typeof dataClass === 'string' ? `is personal (${dataClass}) now` : 'is not personal any more';

interface ObjectShape extends Shape {
  readonly properties: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null;
const isObject = (shape: Shape): shape is ObjectShape => isShape(shape['properties']);

const marks = new Set(['dataClass', 'title', 'description', '$schema', 'id']);

/** The same shape without what says nothing about the values; in an object shape, of all fields. */
function withoutMarks(shape: Shape): Shape {
  const plain = (value: unknown): unknown =>
    isShape(value) && !Array.isArray(value) ? withoutMarks(value) : value;
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => !marks.has(name))
      .map(([name, value]) => [
        name,
        // Names of fields are not words of JSON Schema: a field may be called `title`.
        name === 'properties'
          ? Object.fromEntries(Object.entries(value as object).map(([one, of]) => [one, plain(of)]))
          : plain(value),
      ]),
  );
}
