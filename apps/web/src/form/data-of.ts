import { westernDigits } from '../language/digits.js';
import type { Field } from './fields-of.js';

/** What was typed and chosen, by the path of the field. Groups that repeat have a number in the path: `members.0.name`. */
export type Answers = Readonly<Record<string, Answer | undefined>>;
export type Answer = string | boolean | readonly string[];

/**
 * The data of a command, as the API takes it. What was left empty is left out. A number that is none is sent as the text that
 * was typed, so that the server says what is wrong with it.
 */
export function dataOf(fields: readonly Field[], answers: Answers, at = ''): Record<string, unknown> {
  const said = fields.flatMap((field) => {
    const value = valueOf(field, answers, at);
    return value === undefined ? [] : [[lastName(field.path), value] as const];
  });
  return Object.fromEntries(said);
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Where the answer of a field stands, in a group that repeats below its number. */
export const answerPath = (field: Field, at: string): string =>
  at === '' ? field.path : `${at}.${field.path}`;

function valueOf(field: Field, answers: Answers, at: string): unknown {
  const path = answerPath(field, at);
  const answer = answers[path];
  switch (field.kind) {
    case 'group':
      return unlessEmpty(dataOf(field.fields, answers, at));
    case 'groups':
      return ofGroups(field, answers, path);
    case 'yesNo':
      return answer === 'yes' ? true : answer === 'no' ? false : undefined;
    case 'declaration':
      return answer === true ? field.schema.const : undefined;
    case 'choices':
      return Array.isArray(answer) && answer.length > 0 ? answer : undefined;
    case 'lines':
      return ofLines(answer);
    case 'number':
      return ofNumber(answer);
    case 'line':
    case 'registry':
    case 'offered':
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined;
    case 'choice':
    case 'day':
    case 'partialDay':
    case 'instant':
    case 'fileHash':
      return typeof answer === 'string' && answer.trim() !== '' ? westernDigits(answer.trim()) : undefined;
  }
}

function unlessEmpty(data: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.keys(data).length === 0 ? undefined : data;
}

/** How many groups there are of a field that repeats. */
export function groupsIn(answers: Answers, path: string): number {
  const count = answers[`${path}.count`];
  return typeof count === 'string' ? Number(count) : 1;
}

function ofGroups(field: Field, answers: Answers, path: string): unknown {
  const groups = Array.from({ length: groupsIn(answers, path) }, (_, index) =>
    dataOf(field.fields, answers, `${path}.${index}`),
  );
  // An empty one between others is sent, and refused: without it those after it had other numbers than on the screen.
  const filled = groups.findLastIndex((group) => Object.keys(group).length > 0) + 1;
  return filled === 0 ? undefined : groups.slice(0, filled);
}

/** What changes in the answers when one of the groups of a field that repeats is taken out: those after it move up. */
export function withoutGroup(
  answers: Answers,
  path: string,
  index: number,
): readonly (readonly [string, Answer | undefined])[] {
  const count = groupsIn(answers, path);
  const moved = Array.from({ length: count - index }, (_, step) => index + step).flatMap((to) => {
    const [here, next] = [`${path}.${to}.`, `${path}.${to + 1}.`];
    const names = Object.keys(answers).flatMap((name) =>
      [here, next].flatMap((start) => (name.startsWith(start) ? [name.slice(start.length)] : [])),
    );
    return [...new Set(names)].map((name) => [here + name, answers[next + name]] as const);
  });
  return [...moved, [`${path}.count`, String(count - 1)]];
}

function ofLines(answer: Answer | undefined): readonly string[] | undefined {
  if (typeof answer !== 'string') return undefined;
  const lines = answer.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return lines.length === 0 ? undefined : lines;
}

function ofNumber(answer: Answer | undefined): number | string | undefined {
  if (typeof answer !== 'string' || answer.trim() === '') return undefined;
  const text = westernDigits(answer.trim());
  return decimal.test(text) ? Number(text) : text;
}

/** As people write it: `1e3` and `0x10` are mistyped. */
const decimal = /^[+-]?\d+(?:\.\d+)?$/;
