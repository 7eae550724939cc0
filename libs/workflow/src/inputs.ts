import type { Inputs } from './guard.js';
import { isCalendarDay, parseInstant } from './time.js';
import type { Texts } from './texts.js';

/**
 * What a value is that a guard looked at, so that a sentence shows it to a reader and not to a program. A list has the
 * kind of its elements.
 */
export const inputKinds = [
  /** A recorded instant or day: shown as day and time in the zone of the workflow. */
  'time',
  /** Shown by its text in `values`. */
  'code',
  /** The name of a field, a state, a role, a command, a deadline: shown by its text. */
  'field',
  'state',
  'role',
  'command',
  'deadline',
  'number',
  'boolean',
  /** Shown as it is: a number of a document, a version. */
  'text',
] as const;
export type InputKind = (typeof inputKinds)[number];

/** The kinds of the values that the guards of a workflow look at, by name. A name has one kind in all guards. */
export type InputKinds = Readonly<Record<string, InputKind>>;

/** What `dueGuard` looks at. */
const ofDueGuard: InputKinds = { deadline: 'deadline', dueAt: 'time' };

/** The kinds of a workflow with those of the guard that the language itself has. */
export const allInputKinds = (own: InputKinds = {}): InputKinds => ({ ...ofDueGuard, ...own });

/** The text of a value of a kind that has texts, in one language. */
export function inputText(texts: Texts, kind: InputKind, value: string): string | undefined {
  const section = sectionsOf[kind]?.find((each) => Object.hasOwn(texts[each], value));
  return section && texts[section][value];
}

// A choice between states reads as the states do.
const sectionsOf: Readonly<Partial<Record<InputKind, readonly Section[]>>> = {
  code: ['values', 'states'],
  field: ['fields'],
  state: ['states'],
  role: ['roles'],
  command: ['commands'],
  deadline: ['deadlines'],
};
type Section = 'values' | 'states' | 'fields' | 'roles' | 'commands' | 'deadlines';

/** What of a workflow says how its values are shown. */
interface Shown {
  readonly inputs: InputKinds;
  readonly texts: Readonly<Record<string, Texts>>;
}

/**
 * What is wrong with the values of a verdict: a name without a kind, or a value that is not of the kind of its name. A
 * reader would see it raw.
 */
export function inputFaults({ inputs: kinds, texts }: Shown, inputs: Inputs): readonly string[] {
  return Object.entries(inputs).flatMap(([name, given]) => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) return [`${name} has no kind; say in inputs of index.ts what it is`];
    const values = Array.isArray(given) ? (given as readonly string[]) : [given];
    return values
      .filter((value) => value !== null && !isOfKind(kind, value as Scalar, Object.values(texts)))
      .map((value) => `${name} is ${String(value)}, which is no ${kind}`);
  });
}

type Scalar = string | number | boolean;

function isOfKind(kind: InputKind, value: Scalar, texts: readonly Texts[]): boolean {
  if (kind === 'number' || kind === 'boolean') return typeof value === kind;
  if (typeof value !== 'string') return false;
  if (kind === 'time') return isCalendarDay(value) || isInstant(value);
  // A time that is declared as a text would be shown raw.
  if (kind === 'text') return !isInstant(value);
  return texts.every((each) => inputText(each, kind, value) !== undefined);
}

const isInstant = (value: string): boolean => parseInstant(value) === value;
