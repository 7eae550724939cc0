// @ts-check
/** The page of one’s account. */

import { showAdministration } from './administration.js';
import { ask, Problem } from './ask.js';
import { newPassword, onClick, onSubmit, tell } from './forms.js';
import { expect, freshly } from './fresh.js';
import { showLists } from './lists.js';
import { byId, element, inside, isolated, said, showTimesFor } from './page.js';
import { hasPasskeys, makePasskey } from './passkeys.js';
import { showOnce } from './secret.js';
import { showTotp, startTotp } from './totp.js';

/** @import { Account, BrowserOptions, CreatedToken, Session } from '@safeconduct/contracts' */

const loading = byId('loading', HTMLElement);
const signInPage = loading.dataset['signIn'] ?? '/sign-in?';

const otherLanguage = inside(document, 'a[hreflang]', HTMLAnchorElement);

const goToSignIn = () => {
  location.assign(signInPage);
};

/** To the page where one signs in, which says that this is done. */
const leave = () => {
  location.replace(`${signInPage}&signed-out`);
};

/** @returns {Promise<Session>} */
const getSession = () => ask('GET', '/session');
/** @returns {Promise<Account>} */
const getAccount = () => ask('GET', '/account');

await begin();

async function begin() {
  try {
    const [session, account] = await Promise.all([getSession(), getAccount()]);
    if (isShownOtherwise(session)) return;
    keepLanguage(session);
    showTimesFor(session.preferences);
    showWho(session, account);
    show(account);
    if (session.permissions.keepsDirectory) showAdministration();
    loading.hidden = true;
    byId('account', HTMLElement).hidden = false;
  } catch (error) {
    if (error instanceof Problem && error.code === 'SIGN_IN_REQUIRED') goToSignIn();
    else inside(loading, '[role=alert]', HTMLElement).textContent = String(error);
  }
}

/**
 * Goes to the page in the language that the person prefers, unless the address names one.
 * @param {Session} session
 * @returns {boolean} whether it goes there
 */
function isShownOtherwise({ preferences }) {
  if (preferences.language !== otherLanguage.hreflang) return false;
  if (new URLSearchParams(location.search).has('language')) return false;
  location.replace(otherLanguage.href);
  return true;
}

/**
 * The language that is chosen here is the one that the person prefers from then on.
 * @param {Session} session
 */
function keepLanguage({ preferences }) {
  otherLanguage.addEventListener('click', (event) => {
    event.preventDefault();
    const chosen = otherLanguage.hreflang;
    const there = () => {
      location.assign(otherLanguage.href);
    };
    void ask('POST', '/session/preferences', { ...preferences, language: chosen }).then(there, there);
  });
}

/**
 * @param {Session} session
 * @param {Account} account
 */
function showWho({ nameLatin, nameArabic, roles, unit, means }, { person }) {
  const names = document.documentElement.lang === 'ar' ? [nameArabic, nameLatin] : [nameLatin, nameArabic];
  byId('name', HTMLElement).textContent = names.find((name) => name !== null && name !== '') ?? person;
  byId('name', HTMLElement).after(' ', element('small', '(', isolated(person), ')'));
  byId('roles', HTMLElement).textContent = roles
    .map((role) => said.roles[role] ?? role)
    .join(said.script.comma);
  byId('unit', HTMLElement).replaceChildren(isolated(unit ?? said.script.noUnit));
  byId('means', HTMLElement).textContent = said.means[means] ?? means;
  const form = byId('change-password', HTMLFormElement);
  inside(form, '[name=person]', HTMLInputElement).defaultValue = person;
  expect(person);
}

/** @param {Account} account */
function show(account) {
  byId('password', HTMLElement).hidden = !account.hasPassword;
  byId('passkey-add', HTMLFormElement).hidden = !hasPasskeys();
  byId('passkeys-unsupported', HTMLElement).hidden = hasPasskeys();
  showTotp(account);
  showLists(account, show);
}

onClick(byId('sign-out', HTMLButtonElement), async () => {
  await ask('DELETE', '/session');
  leave();
});

onClick(byId('sign-out-everywhere', HTMLButtonElement), async () => {
  await ask('DELETE', '/session?everywhere=true');
  leave();
});

onSubmit(byId('change-password', HTMLFormElement), async ({ current, next = '', again = '' }) => {
  const form = byId('change-password', HTMLFormElement);
  const body = { current, next: newPassword(form, { next, again }) };
  show(await ask('POST', '/account/password', body));
  form.reset();
  return said.script.passwordChanged;
});

startTotp(show);

onSubmit(byId('passkey-add', HTMLFormElement), async ({ name }) => {
  /** @type {BrowserOptions | undefined} */
  const offered = await freshly(() => ask('POST', '/account/passkeys/options', {}));
  if (offered === undefined) return;
  const credential = await makePasskey(offered);
  show(await ask('POST', '/account/passkeys', { name, credential }));
  byId('passkey-add', HTMLFormElement).reset();
  return said.script.passkeyAdded;
});

onSubmit(byId('token-make', HTMLFormElement), async ({ name, days }) => {
  const form = byId('token-make', HTMLFormElement);
  const scopes = new FormData(form).getAll('scope');
  const chosen = { name, days: Number(days), scopes };
  if (scopes.length === 0) {
    tell(form, { problem: said.script.noScope });
    return;
  }
  /** @type {CreatedToken | undefined} */
  const made = await freshly(() => ask('POST', '/account/tokens', chosen));
  if (made === undefined) return;
  showOnce('token-made', made.token, undefined);
  form.reset();
  show(await getAccount());
});
