// @ts-check
/** Forms and buttons: what is missing, what went wrong, what was done. */

import { Problem } from './ask.js';
import { filled, inside, said } from './page.js';

/** Fields that are empty, or do not fit. Each says so itself. */
export class FieldsError extends Error {
  /** @param {readonly (readonly [HTMLInputElement, string])[]} fields  what is wrong with each, the first one first */
  constructor(fields) {
    super(fields.map(([, text]) => text).join(' '));
    this.fields = fields;
  }
}

/**
 * Which field a problem is about, by its reason or its code.
 * @type {Readonly<Record<string, string>>}
 */
const fieldOfProblem = {
  PASSWORD_TOO_SHORT: 'next',
  PASSWORD_TOO_LONG: 'next',
  PASSWORD_GUESSABLE: 'next',
  PASSWORD_COMMON: 'next',
  INVITATION_INVALID: 'code',
  CODE_WRONG: 'code',
  SECOND_FACTOR_REQUIRED: 'code',
};

/**
 * @param {HTMLElement} part
 * @param {unknown} error
 * @returns {readonly (readonly [HTMLInputElement, string])[]} the fields that it is about, and what it says of each
 */
function fieldsOf(part, error) {
  if (error instanceof FieldsError) return error.fields;
  if (!(error instanceof Problem)) return [];
  const name = fieldOfProblem[error.reason ?? ''] ?? fieldOfProblem[error.code];
  const input = name === undefined ? null : part.querySelector(`[name=${name}]`);
  return input instanceof HTMLInputElement ? [[input, error.message]] : [];
}

/**
 * Says at a field what is wrong with it, or that nothing is.
 * @param {HTMLInputElement} input
 * @param {string} text
 */
function tellAt(input, text) {
  const place = document.getElementById(`${input.id}-error`);
  if (place === null) return;
  place.textContent = text;
  input.ariaInvalid = text === '' ? 'false' : 'true';
}

/**
 * @param {HTMLElement} part  an element with messages, or one inside such an element
 * @returns {HTMLElement} the nearest element that has places for messages
 */
function placeOf(part) {
  for (let place = /** @type {HTMLElement | null} */ (part); place !== null; place = place.parentElement)
    if (place.querySelector(':scope > [role=alert]') !== null) return place;
  throw new Error('there is no place for messages');
}

/**
 * Says something in the part of the page it belongs to, in the place of what was said there before.
 * @param {HTMLElement} part
 * @param {{ problem?: string, done?: string }} what
 */
export function tell(part, { problem = '', done = '' }) {
  const place = placeOf(part);
  inside(place, ':scope > [role=alert]', HTMLElement).textContent = problem;
  const status = place.querySelector(':scope > [role=status]');
  if (status !== null) status.textContent = done;
}

/**
 * Runs what a button or a form does, once at a time, and says what went wrong.
 * @param {HTMLElement} part
 * @param {() => Promise<string | void>} action  gives what it did, in words
 */
export async function run(part, action) {
  const place = placeOf(part);
  if (place.ariaBusy === 'true') return;
  place.ariaBusy = 'true';
  tell(place, {});
  for (const input of place.querySelectorAll('input')) tellAt(input, '');
  try {
    const done = await action();
    tell(place, { done: done ?? '' });
  } catch (error) {
    const fields = fieldsOf(place, error);
    for (const [input, text] of fields) tellAt(input, text);
    if (fields.length === 0) tell(place, { problem: error instanceof Error ? error.message : String(error) });
    else fields[0]?.[0].focus();
    if (!(error instanceof Problem) && !(error instanceof FieldsError)) throw error;
  } finally {
    place.ariaBusy = 'false';
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {(values: Values, event: SubmitEvent) => Promise<string | void>} action
 */
export function onSubmit(form, action) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(form, () => action(valuesOf(form), event));
  });
}

/**
 * @param {HTMLButtonElement} button
 * @param {() => Promise<string | void>} action
 */
export function onClick(button, action) {
  button.addEventListener('click', () => void run(button, action));
}

/** @typedef {Record<string, string>} Values  of the fields that are shown, by name */

/**
 * @param {HTMLFormElement} form
 * @returns {Values}
 * @throws {FieldsError} fields that are needed are empty
 */
function valuesOf(form) {
  /** @type {Values} */
  const values = {};
  /** @type {[HTMLInputElement, string][]} */
  const empty = [];
  for (const input of form.querySelectorAll('input')) {
    if (input.type === 'checkbox' || input.closest('.field[hidden], fieldset[hidden]') !== null) continue;
    const value = input.type === 'password' ? input.value : input.value.trim();
    if (value === '' && input.type !== 'hidden') {
      const label = input.labels?.[0]?.textContent.trim() ?? input.name;
      empty.push([input, filled(said.script.required, { field: label })]);
    }
    values[input.name] = value;
  }
  if (empty.length > 0) throw new FieldsError(empty);
  return values;
}

/**
 * @param {HTMLFormElement} form
 * @param {Values} values
 * @returns {string} the new password of a form that asks for it twice
 * @throws {FieldsError}
 */
export function newPassword(form, { next = '', again }) {
  if (next !== again)
    throw new FieldsError([[inside(form, '[name=again]', HTMLInputElement), said.script.differ]]);
  return next;
}
