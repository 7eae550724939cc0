// @ts-check
/** Signing in with a password, and with a code of the authenticator app where one is set up. */

import { ask, Problem } from './ask.js';
import { inside } from './page.js';

/** @import { Values } from './forms.js' */

/**
 * Signs in with what a form has. Once a code is needed, the form asks for it.
 * @param {HTMLFormElement} form
 * @param {Values} values
 * @throws {Problem}
 */
export async function signInWithPassword(form, { person, password, code }) {
  try {
    const typed = code?.replaceAll(/\s/g, '');
    await ask('POST', '/session', { person, password, ...(typed !== undefined && { code: typed }) });
  } catch (error) {
    const input = inside(form, '[name=code]', HTMLInputElement);
    if (error instanceof Problem && error.code === 'SECOND_FACTOR_REQUIRED') {
      inside(form, '.field:has([name=code])', HTMLElement).hidden = false;
      input.focus();
    }
    // A code is right once, so the next attempt takes another one.
    input.value = '';
    throw error;
  }
}
