// @ts-check
/** What every page here needs: its texts, its elements, its times. */

/** @import { Preferences } from '@safeconduct/contracts' */
/** @import { Said } from './said.d.ts' */

export const language = document.documentElement.lang;

/** @type {unknown} */
const given = JSON.parse(document.body.dataset['said'] ?? '{}');
export const said = /** @type {Said} */ (given);

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind} the element of the page that has the id
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} with the id ${id}`);
}

/**
 * @template {HTMLElement} Kind
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind} the first element inside the parent that fits
 */
export function inside(parent, selector, kind) {
  const found = parent.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`there is no ${kind.name} that fits ${selector}`);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]} a new element; texts in it are never markup
 */
export function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/**
 * @param {string} text
 * @returns {HTMLElement} a text of unknown direction, which turns nothing beside it
 */
export const isolated = (text) => element('bdi', text);

/**
 * @param {string} text  with the names of values in braces
 * @param {Record<string, string>} values
 */
export const filled = (text, values) =>
  text.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => values[name] ?? '');

/**
 * @param {{ readonly numerals: string, readonly calendar: string }} manner
 * @returns {Intl.DateTimeFormat}
 */
const timesIn = ({ numerals, calendar }) =>
  new Intl.DateTimeFormat(`${language === 'ar' ? 'ar-IQ' : 'en-GB'}-u-ca-${calendar}-nu-${numerals}`, {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });

let times = timesIn({ numerals: 'latn', calendar: 'gregory' });

/**
 * From now on times are shown with the digits and in the calendar that the person prefers, as on the screens.
 * @param {Preferences} preferences
 */
export function showTimesFor({ numerals, calendar }) {
  const isArabic = numerals === null ? language === 'ar' : numerals === 'arabicIndic';
  times = timesIn({
    numerals: isArabic ? 'arab' : 'latn',
    calendar: calendar === 'islamic' ? 'islamic-umalqura' : 'gregory',
  });
}

/**
 * @param {string} instant
 * @returns {string} as the clock of this device shows it
 */
export const shownTime = (instant) => times.format(new Date(instant));
