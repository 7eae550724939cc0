// @ts-check
/** Forms and buttons: what is missing, what went wrong, what was done. */

import { Problem } from './ask.js';
import { filled, inside, said } from './page.js';

/** Somebody left a field empty, or two fields do not fit. It is said beside the form. */
export class FieldError extends Error {
  /**
   * @param {string} message
   * @param {HTMLInputElement} input
   */
  constructor(message, input) {
    super(message);
    this.input = input;
  }
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
  try {
    const done = await action();
    tell(place, { done: done ?? '' });
  } catch (error) {
    tell(place, { problem: error instanceof Error ? error.message : String(error) });
    if (error instanceof FieldError) error.input.focus();
    else if (!(error instanceof Problem)) throw error;
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
 * @throws {FieldError} a field that is needed is empty
 */
function valuesOf(form) {
  /** @type {Values} */
  const values = {};
  for (const input of form.querySelectorAll('input')) {
    if (input.type === 'checkbox' || input.closest('.field[hidden], fieldset[hidden]') !== null) continue;
    const value = input.type === 'password' ? input.value : input.value.trim();
    if (value === '' && input.type !== 'hidden') {
      const label = input.labels?.[0]?.textContent.trim() ?? input.name;
      throw new FieldError(filled(said.script.required, { field: label }), input);
    }
    values[input.name] = value;
  }
  return values;
}

/**
 * @param {HTMLFormElement} form
 * @param {Values} values
 * @returns {string} the new password of a form that asks for it twice
 * @throws {FieldError}
 */
export function newPassword(form, { next = '', again }) {
  if (next !== again)
    throw new FieldError(said.script.differ, inside(form, '[name=again]', HTMLInputElement));
  return next;
}
