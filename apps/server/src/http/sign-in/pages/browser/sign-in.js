// @ts-check
/** The page where one signs in, or makes one’s account with the code of an invitation. */

import { ask } from './ask.js';
import { newPassword, onClick, onSubmit } from './forms.js';
import { byId } from './page.js';
import { hasPasskeys, signInWithPasskey } from './passkeys.js';
import { signInWithPassword } from './password-sign-in.js';

if (document.getElementById('sign-in') === null) useInvitation();
else signIn();

/** @param {HTMLFormElement} form  says where to go on: a path of this server, as the server has checked */
const goOn = ({ dataset }) => {
  location.assign(dataset['next'] ?? '/');
};

function signIn() {
  const form = byId('sign-in', HTMLFormElement);
  const passkey = byId('passkey', HTMLButtonElement);
  onSubmit(form, async (values) => {
    await signInWithPassword(form, values);
    goOn(form);
  });
  passkey.hidden = !hasPasskeys();
  onClick(passkey, async () => {
    await signInWithPasskey();
    goOn(form);
  });
  for (const button of document.querySelectorAll('#demonstration button'))
    if (button instanceof HTMLButtonElement)
      button.addEventListener('click', () => {
        fillIn(form, button);
      });
}

/**
 * Fills in an account of the demonstration.
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement} button
 */
function fillIn(form, { dataset }) {
  byId('person', HTMLInputElement).value = dataset['person'] ?? '';
  byId('password', HTMLInputElement).value = dataset['password'] ?? '';
  form.querySelector('button')?.focus();
}

function useInvitation() {
  const form = byId('invitation', HTMLFormElement);
  onSubmit(form, async ({ code, next = '', again = '', ...named }) => {
    const password = newPassword(form, { next, again });
    await ask('POST', '/account', { code, password, ...named });
    goOn(form);
  });
}
