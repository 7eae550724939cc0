import type { Language } from '@safeconduct/workflow';
import { html, nothing, type Html } from '../../html.js';
import { codeField, field, framed, messages, newPasswordFields } from './parts.js';
import { signInTexts, type SignInTexts } from './texts.js';

/** An account whose password is shown, because the persons of its data are invented. */
export interface ShownAccount {
  readonly person: string;
  /** In words. */
  readonly role: string;
  readonly password: string;
}

type Texts = SignInTexts['signIn'];

export interface SignInView {
  readonly language: Language;
  /** Where whoever signed in goes on: a path of this server. */
  readonly next: string;
  /** The address of the page in a language, for a password or for the code of an invitation. */
  readonly here: (language: Language, way: 'password' | 'invitation') => string;
  readonly way: 'password' | 'invitation';
  /** The server of OpenID Connect where people can sign in; undefined: there is none. */
  readonly issuer: string | undefined;
  /** Whether there are passwords, passkeys and invitations. */
  readonly hasLocalAccounts: boolean;
  /** Whether nobody is registered yet, so that the next one is the first administrator. */
  readonly isNew: boolean;
  /** Whether somebody comes here who has just signed out. */
  readonly hasLeft: boolean;
  readonly isDemonstration: boolean;
  readonly accounts: readonly ShownAccount[];
}

/** The page where one signs in, or makes one’s account with the code of an invitation. */
export function signInPage(view: SignInView): string {
  const { language, here, way, isDemonstration } = view;
  const texts = signInTexts[language];
  const body = way === 'password' ? passwordPart(view, texts) : invitationPart(view, texts);
  return framed({
    ...{ language, body, isDemonstration },
    title: way === 'password' ? texts.signIn.title : texts.invitation.title,
    elsewhere: (other) => here(other, way),
    script: { name: 'sign-in', said: { script: texts.script } },
  });
}

function passwordPart(view: SignInView, texts: SignInTexts): Html {
  const { next, issuer, accounts, hasLeft, hasLocalAccounts } = view;
  const { signIn } = texts;
  const left = html`<p class="notice done" role="status">${signIn.left}</p>`;
  return html`<div class="stack">
      <h1>${signIn.title}</h1>
      ${hasLeft ? left : nothing}${newPart(view, signIn)}
      <section class="card">
        <form id="sign-in" class="stack" method="post" novalidate data-next="${next}">
          ${messages}${hasLocalAccounts ? passwordFields(texts) : nothing}
          <div class="stack tight">
            ${hasLocalAccounts ? passwordButtons(signIn) : nothing}${issuerLink(issuer, next, signIn)}
          </div>
        </form>
      </section>
      ${hasLocalAccounts ? otherWays(view, signIn) : nothing}
    </div>
    ${demonstrationPart(accounts, signIn)}`;
}

const registering = 'safeconduct person RegisterPerson';

/** What to do where nobody can sign in yet. */
function newPart({ isNew, hasLocalAccounts, here, language }: SignInView, texts: Texts): Html {
  if (!isNew) return nothing;
  const way = html`<p>${texts.newWithCode}</p>
    <p><a class="button main" href="${here(language, 'invitation')}">${texts.newUseCode}</a></p>`;
  return html`<section id="new" class="notice stack tight" aria-labelledby="new-title">
    <h2 id="new-title">${texts.newTitle}</h2>
    ${hasLocalAccounts ? way : html`<p>${texts.newWithIssuer.replace('{command}', registering)}</p>`}
  </section>`;
}

const passwordFields = (texts: SignInTexts): readonly Html[] => [
  field({
    ...{ id: 'person', name: 'person', label: texts.signIn.person, autocomplete: 'username' },
    ...{ hint: texts.signIn.personHint, isFirst: true },
  }),
  field({
    ...{ id: 'password', name: 'password', type: 'password', label: texts.signIn.password },
    autocomplete: 'current-password',
  }),
  codeField('code', texts),
];

const passwordButtons = (texts: Texts): Html =>
  html`<button class="button main">${texts.submit}</button>
    <button type="button" class="button" id="passkey" hidden>${texts.passkey}</button>`;

const otherWays = ({ here, language }: SignInView, texts: Texts): Html =>
  html`<div class="stack tight">
    <p><a href="${here(language, 'invitation')}">${texts.withInvitation}</a></p>
    <p class="soft small">${texts.forgotten}</p>
  </div>`;

function issuerLink(issuer: string | undefined, next: string, signIn: Texts): Html {
  if (issuer === undefined) return nothing;
  const address = `/oidc/start?next=${encodeURIComponent(next)}`;
  return html`<a class="button" href="${address}">${signIn.issuer.replace('{issuer}', () => issuer)}</a>`;
}

function demonstrationPart(accounts: readonly ShownAccount[], signIn: Texts): Html {
  if (accounts.length === 0) return nothing;
  const items = accounts.map(
    ({ person, role, password }) =>
      html`<li>
        <div>
          <strong class="said-first"><bdi>${role}</bdi></strong>
          <small
            ><bdi><code>${person}</code></bdi> · <bdi><code>${password}</code></bdi></small
          >
        </div>
        <button
          type="button"
          class="button"
          data-person="${person}"
          data-password="${password}"
          aria-label="${signIn.fill}: ${role}"
        >
          ${signIn.fill}
        </button>
      </li>`,
  );
  return html`<section id="demonstration" class="card stack tight" aria-labelledby="demonstration-title">
    <h2 id="demonstration-title">${signIn.demonstration}</h2>
    <p class="soft small">${signIn.demonstrationNote}</p>
    <ul class="items">
      ${items}
    </ul>
  </section>`;
}

function invitationPart({ language, next, here, isNew }: SignInView, { invitation }: SignInTexts): Html {
  return html`<h1>${invitation.title}</h1>
    <section class="card">
      <form id="invitation" class="stack" method="post" novalidate data-next="${next}">
        <p class="soft">${isNew ? invitation.firstNote : invitation.note}</p>
        ${messages}
        ${field({ id: 'invitation-code', name: 'code', label: invitation.code, autocomplete: 'off', isFirst: true })}
        ${isNew ? firstPart(invitation) : nothing}${newPasswordFields('new-password', invitation, invitation.passwordHint)}
        <button class="button main">${invitation.submit}</button>
      </form>
    </section>
    <p><a href="${here(language, 'password')}">${invitation.withPassword}</a></p>`;
}

/** Who the first administrator is, whom nobody has registered. */
const firstPart = (invitation: SignInTexts['invitation']): Html =>
  html`<fieldset id="first" class="stack">
    <legend>${invitation.first}</legend>
    ${field({ id: 'first-person', name: 'person', label: invitation.person, autocomplete: 'username' })}
    ${field({ id: 'name-latin', name: 'nameLatin', label: invitation.nameLatin, autocomplete: 'off' })}
    ${field({ id: 'name-arabic', name: 'nameArabic', label: invitation.nameArabic, autocomplete: 'off', direction: 'auto' })}
  </fieldset>`;
