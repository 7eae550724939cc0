import { scopes } from '@safeconduct/contracts';
import type { Language } from '@safeconduct/workflow';
import { html, nothing, type Html } from '../../html.js';
import { codeField, field, framed, messages, newPasswordFields } from './parts.js';
import { signInTexts, type SignInTexts } from './texts.js';

export interface AccountView {
  readonly language: Language;
  readonly here: (language: Language) => string;
  /** Where one signs in to come back. */
  readonly signIn: string;
  readonly issuer: string | undefined;
  readonly isDemonstration: boolean;
  /** In words, by the name of the role. */
  readonly roles: Readonly<Record<string, string>>;
}

type Texts = SignInTexts['account'];
const daysUsual = '90';

/** The page of one’s account. It holds nothing of anybody: its script asks the API as whoever signed in. */
export function accountPage(view: AccountView): string {
  const { language, here, signIn, issuer, roles, isDemonstration } = view;
  const texts = signInTexts[language];
  const { account, script, scopes: ofScopes, means, acts } = texts;
  const parts = [
    passwordPart(account, texts.invitation.passwordHint),
    totpPart(account),
    passkeysPart(account),
    tokensPart(account, texts),
    listPart('sessions', account.sessions),
    listPart('acts', account.acts),
    administrationPart(account),
  ];
  return framed({
    ...{ language, title: account.title, isDemonstration, elsewhere: here, isWide: true },
    script: { name: 'account', said: { script, scopes: ofScopes, means, acts, roles } },
    body: html`<h1>${account.title}</h1>
      <p id="loading" data-sign-in="${signIn}"><span role="alert"></span>${account.loading}</p>
      <div id="account" class="stack" hidden>${whoPart(account)}${parts}</div>
      ${freshDialog(texts, { signIn, issuer })}`,
  });
}

const whoPart = (texts: Texts): Html =>
  html`<section id="who" class="card stack">
    <h2 id="who-title"><bdi id="name"></bdi></h2>
    ${messages}
    <dl id="facts" class="facts">
      <dt>${texts.roles}</dt>
      <dd id="roles"></dd>
      <dt>${texts.unit}</dt>
      <dd id="unit"></dd>
      <dt>${texts.means}</dt>
      <dd id="means"></dd>
    </dl>
    <div class="row">
      <button type="button" class="button" id="sign-out">${texts.signOut}</button>
      <button type="button" class="button danger" id="sign-out-everywhere">${texts.signOutEverywhere}</button>
    </div>
  </section>`;

const passwordPart = (texts: Texts, hint: string): Html =>
  part(
    'password',
    texts.password,
    html`<p class="soft">${texts.passwordNote}</p>
      <form id="change-password" class="stack" method="post" novalidate>
        <input name="person" autocomplete="username" hidden />
        ${field({ id: 'current', name: 'current', type: 'password', label: texts.currentPassword, autocomplete: 'current-password' })}
        ${newPasswordFields('next-password', texts, hint)}<button class="button main">
          ${texts.changePassword}
        </button>
      </form>`,
  );

const totpPart = (texts: Texts): Html =>
  part(
    'totp',
    texts.totp,
    html`<div id="totp-off" class="stack" hidden>
        <p>${texts.totpOff}</p>
        <button type="button" class="button" id="totp-begin">${texts.totpBegin}</button>
      </div>
      <form id="totp-confirm" class="stack" method="post" novalidate hidden>
        <p>${texts.totpScan}</p>
        <div id="totp-picture"></div>
        <p>
          ${texts.totpKey}: <bdi dir="ltr"><code id="totp-secret"></code></bdi>
        </p>
        ${field({ id: 'totp-code', name: 'code', label: texts.totpCode, autocomplete: 'one-time-code', inputMode: 'numeric' })}
        <button class="button main">${texts.totpConfirm}</button>
      </form>
      <div id="totp-on" class="stack" hidden>
        <p>${texts.totpOn}</p>
        <button type="button" class="button danger" id="totp-remove">${texts.totpRemove}</button>
      </div>`,
  );

const passkeysPart = (texts: Texts): Html =>
  part(
    'passkeys',
    texts.passkeys,
    html`<p class="soft">${texts.passkeysNote}</p>
      <ul class="items" id="passkey-list"></ul>
      <form id="passkey-add" class="stack" method="post" novalidate hidden>
        ${field({ id: 'passkey-name', name: 'name', label: texts.passkeyName, autocomplete: 'off', direction: 'auto' })}
        <button class="button main">${texts.passkeyAdd}</button>
      </form>
      <p id="passkeys-unsupported" class="soft" hidden>${texts.passkeysUnsupported}</p>`,
  );

function tokensPart(texts: Texts, { scopes: names }: SignInTexts): Html {
  const choices = scopes.map(
    (scope) =>
      html`<label class="choice"
        ><input type="checkbox" name="scope" value="${scope}" /> <span>${names[scope]}</span></label
      >`,
  );
  return part(
    'tokens',
    texts.tokens,
    html`<p class="soft">${texts.tokensNote}</p>
      <ul class="items" id="token-list"></ul>
      ${secretPart('token-made', texts.tokenMade)}
      <form id="token-make" class="stack" method="post" novalidate>
        ${field({ id: 'token-name', name: 'name', label: texts.tokenName, autocomplete: 'off', direction: 'auto' })}
        <fieldset class="stack tight">
          <legend>${texts.tokenScopes}</legend>
          ${choices}
        </fieldset>
        <div class="short">
          ${field({ id: 'token-days', name: 'days', type: 'number', label: texts.tokenDays, autocomplete: 'off', inputMode: 'numeric', value: daysUsual })}
        </div>
        <button class="button main">${texts.tokenMake}</button>
      </form>`,
  );
}

/** A list that the script fills. A long one is scrolled, also by the keyboard. */
const listPart = (id: 'sessions' | 'acts', title: string): Html =>
  part(
    id,
    title,
    html`<ul class="items ${id}" id="${id}-list" tabindex="0" aria-labelledby="${id}-title"></ul>`,
  );

const administrationPart = (texts: Texts): Html =>
  html`<section id="administration" class="card stack" aria-labelledby="administration-title" hidden>
    <h2 id="administration-title" tabindex="-1">${texts.administration}</h2>
    ${messages}
    <p class="soft">${texts.administrationNote}</p>
    ${secretPart('invitation-made', texts.invited)}
    <form id="administer" class="stack" method="post" novalidate>
      ${field({ id: 'other-person', name: 'person', label: texts.administrationPerson, autocomplete: 'off' })}
      <div class="row">
        <button class="button main" name="what" value="invite">${texts.invite}</button>
        <button class="button danger" name="what" value="end">${texts.endSessions}</button>
      </div>
    </form>
  </section>`;

const part = (id: string, title: string, body: Html): Html =>
  html`<section id="${id}" class="card stack" aria-labelledby="${id}-title">
    <h2 id="${id}-title" tabindex="-1">${title}</h2>
    ${messages}${body}
  </section>`;

/** Where something is shown once. */
const secretPart = (id: string, note: string): Html =>
  html`<div id="${id}" class="stack tight" hidden>
    <p>${note} <span class="ends"></span></p>
    <p class="secret">
      <bdi dir="ltr"><code></code></bdi>
    </p>
    <p><button type="button" class="button copy"></button></p>
  </div>`;

function freshDialog(
  texts: SignInTexts,
  { signIn, issuer }: { readonly signIn: string; readonly issuer: string | undefined },
): Html {
  const { account } = texts;
  const elsewhere =
    issuer === undefined
      ? nothing
      : html`<p><a href="${signIn}">${texts.signIn.issuer.replace('{issuer}', () => issuer)}</a></p>`;
  return html`<dialog id="fresh" aria-labelledby="fresh-title">
    <form class="stack" method="post" novalidate>
      <h2 id="fresh-title">${account.freshTitle}</h2>
      <p>${account.freshNote}</p>
      ${messages}<input name="person" autocomplete="username" hidden />
      ${field({ id: 'fresh-password', name: 'password', type: 'password', label: texts.signIn.password, autocomplete: 'current-password', isFirst: true })}
      ${codeField('fresh-code', texts)}
      <div class="row">
        <button class="button main">${account.freshSubmit}</button>
        <button type="button" class="button" id="fresh-passkey" hidden>${texts.signIn.passkey}</button>
        <button type="button" class="button" id="fresh-cancel">${account.cancel}</button>
      </div>
      ${elsewhere}
    </form>
  </dialog>`;
}
