// @ts-check
/** A step for which the last sign-in is too old: the page asks for the password again and goes on. */

import { Problem } from './ask.js';
import { onClick, onSubmit, tell } from './forms.js';
import { byId, inside } from './page.js';
import { hasPasskeys, signInWithPasskey } from './passkeys.js';
import { signInWithPassword } from './password-sign-in.js';

const dialog = byId('fresh', HTMLDialogElement);
const form = inside(dialog, 'form', HTMLFormElement);
const passkey = byId('fresh-passkey', HTMLButtonElement);
const done = 'signed in';

onSubmit(form, async (values) => {
  await signInWithPassword(form, values);
  dialog.close(done);
});
onClick(passkey, async () => {
  await signInWithPasskey();
  dialog.close(done);
});
byId('fresh-cancel', HTMLButtonElement).addEventListener('click', () => {
  dialog.close();
});

/**
 * Does something for which one has to have signed in a moment ago.
 * @template Answer
 * @param {() => Promise<Answer>} action
 * @returns {Promise<Answer | undefined>} undefined: the person did not sign in again, and nothing was done
 */
export async function freshly(action) {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'FRESH_SIGN_IN_REQUIRED') throw error;
  }
  return (await signedInAgain()) ? action() : undefined;
}

/** @returns {Promise<boolean>} */
function signedInAgain() {
  form.reset();
  tell(form, {});
  inside(form, '.field:has([name=code])', HTMLElement).hidden = true;
  passkey.hidden = !hasPasskeys();
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        form.reset();
        resolve(dialog.returnValue === done);
      },
      { once: true },
    );
  });
}

/** @param {string} person  who signs in again */
export function expect(person) {
  // The value it begins with, which a reset brings back.
  inside(form, '[name=person]', HTMLInputElement).defaultValue = person;
}
