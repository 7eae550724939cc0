import { caseOfficerOf, type DemoRole } from '../actors.js';
import { dayOf, days, hours, startOfDay, type LocalSeconds } from '../calendar.js';
import { actorFor, oneOf, type Person } from '../person.js';

/** A cell: one text for all rows, or a function of person and time. */
export type Cell = string | ((person: Person, at: LocalSeconds) => string);

/** One file of the caseload: who takes the step, when, and what is recorded. */
export interface Step {
  readonly by: Cell;
  readonly confirmedBy?: Cell;
  readonly onBehalfOf?: 'subject';
  /** When the step of a person is taken. Always later than `last`, the step before it. */
  readonly at: (person: Person, last: LocalSeconds) => LocalSeconds;
  readonly data: Readonly<Record<string, Cell>>;
}

/** An actor of a role; the same one in all steps of a case that ask the same question. */
export const some = (role: DemoRole, question: string) => (person: Person) =>
  actorFor(person, role, question);

/** One case officer stays with a case from its screening on; the case is assigned to them. */
export const caseOfficer = ({ index }: Person): string => caseOfficerOf(index);
export const bySubject = { by: caseOfficer, onBehalfOf: 'subject' } as const;

export const interpreter = (question: string) => (person: Person) =>
  `int-0${1 + person.draw(`interpreter ${question}`, 6)}`;

/** One of several texts for the same. */
export const words = (question: string, texts: readonly string[]) => (person: Person) =>
  oneOf(texts, person.draw(`words ${question}`, texts.length));

/** A number of a document, `VRF-00042`. */
export const numbered = (prefix: string) => (person: Person) => `${prefix}-${person.number}`;

/** The fields of a counselling session whose numbers begin with the prefix. */
export const counselling = (prefix: string, packVersion: string) => ({
  sessionNo: numbered(prefix),
  interpreterId: interpreter('counselling'),
  packVersion,
  counselOffered: 'true',
});

/** Stands for the SHA-256 of an invented artefact: 64 hexadecimal digits that are drawn, not hashed. */
export function drawnHash(artefact: string): (person: Person) => string {
  const questions = Array.from({ length: 8 }, (_, word) => `${artefact} hash ${word}`);
  return ({ draw }) => questions.map((question) => hexWord(draw(question, 2 ** 32))).join('');
}

const hexWord = (value: number): string => value.toString(16).padStart(8, '0');

/** Some time after the step before. */
export const after =
  (question: string, least: number, most: number): Step['at'] =>
  ({ draw }, last) =>
    last + least + draw(`time until ${question}`, most - least);

/** In the daytime, some days after the step before. */
export const daysAfter =
  (question: string, least: number, most: number): Step['at'] =>
  ({ draw }, last) =>
    startOfDay(last) +
    days(least + draw(`days until ${question}`, most - least + 1)) +
    hours(8) +
    draw(`time of ${question}`, hours(12));

/** On a day, between two hours of it. */
export const on =
  (date: string, from = 8, to = 20): Step['at'] =>
  ({ draw }) =>
    dayOf(date) + hours(from) + draw(`time on ${date}`, hours(to - from));

/** In the daytime, on one of some days. */
export const between =
  (first: string, last: string): Step['at'] =>
  ({ draw }) =>
    startOfDay(dayOf(first) + draw(`day from ${first}`, dayOf(last) - dayOf(first) + days(1))) +
    hours(8) +
    draw(`time from ${first}`, hours(12));

/**
 * This many days before the handover of the person, between two hours of the day. The hours of two steps of
 * one day never overlap, so each follows the one before.
 */
export const beforeReturn =
  (count: number, from = 8, to = 20): Step['at'] =>
  ({ path, draw }) =>
    (path.returnDay ?? 0) - days(count) + hours(from) + draw(`time ${count} ${from}`, hours(to - from));

/** This many days after the handover, early enough in the day to be entered on it. */
export const afterReturn =
  (least: number, most: number): Step['at'] =>
  ({ path, draw }) =>
    (path.returnDay ?? 0) +
    days(least + draw(`days after return ${least}`, most - least + 1)) +
    hours(8) +
    draw(`time after return ${least}`, hours(7));
