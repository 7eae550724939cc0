import { hash } from 'node:crypto';
import type { DemoRole } from '../actors.js';
import { dayOf, days, hours, type Moment } from '../calendar.js';
import { actorFor, type Person } from '../person.js';

/** A cell: the same in every row, or what it says for a person at a moment. */
export type Cell = string | ((person: Person, at: Moment) => string);

/** One file of the caseload: who takes the step, when, and what is written down. */
export interface Step {
  readonly by: Cell;
  readonly confirmedBy?: Cell;
  readonly onBehalfOf?: 'subject';
  /** When a person takes the step. Always later than `last`, his step before. */
  readonly at: (person: Person, last: Moment) => Moment;
  readonly data: Readonly<Record<string, Cell>>;
}

/** Somebody of a role; the same one in all steps of a case that ask the same question. */
export const some = (role: DemoRole, question: string) => (person: Person) =>
  actorFor(person, role, question);

/** One case officer goes with a case from its screening on. */
export const caseOfficer = some('caseOfficer', 'case officer');
export const bySubject = { by: caseOfficer, onBehalfOf: 'subject' } as const;

export const interpreter = (question: string) => (person: Person) =>
  `int-0${1 + person.draw(`interpreter ${question}`, 6)}`;

/** A number of a document, `VRF-00042`. */
export const numbered = (prefix: string) => (person: Person) => `${prefix}-${person.number}`;

/** SHA-256 of an invented artefact. */
export const fingerprint = (artefact: string) => (person: Person) =>
  hash('sha256', `${artefact} ${person.number} ${person.draw(artefact, 2 ** 32)}`);

/** Some time after the step before. */
export const after =
  (question: string, least: number, most: number): Step['at'] =>
  ({ draw }, last) =>
    last + least + draw(`time until ${question}`, most - least);

/** On a day, between two hours of it. */
export const on =
  (date: string, from = 8, to = 20): Step['at'] =>
  ({ draw }) =>
    dayOf(date) + hours(from) + draw(`time on ${date}`, hours(to - from));

/**
 * So many days before the handover that the person's return is prepared for, between two hours of the day. The hours of
 * two steps of one day never overlap, so each follows the one before.
 */
export const beforeReturn =
  (count: number, from = 8, to = 20): Step['at'] =>
  ({ fate, draw }) =>
    (fate.returnDay ?? 0) - days(count) + hours(from) + draw(`time ${count} ${from}`, hours(to - from));
