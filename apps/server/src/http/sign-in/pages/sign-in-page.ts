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

export interface SignInView {
  readonly language: Language;
  /** Where whoever signed in goes on: a path of this server. */
  readonly next: string;
  /** The address of the page in a language, for a password or for the code of an invitation. */
  readonly here: (language: Language, way: 'password' | 'invitation') => string;
  readonly way: 'password' | 'invitation';
  /** The server of OpenID Connect where people can sign in; undefined: there is none. */
  readonly issuer: string | undefined;
  readonly accounts: readonly ShownAccount[];
}

/** The page where one signs in, or makes one’s account with the code of an invitation. */
export function signInPage(view: SignInView): string {
  const { language, here, way } = view;
  const texts = signInTexts[language];
  const body = way === 'password' ? passwordPart(view, texts) : invitationPart(view, texts);
  return framed({
    ...{ language, body, script: 'sign-in', isWide: false },
    title: way === 'password' ? texts.signIn.title : texts.invitation.title,
    elsewhere: (other) => here(other, way),
    said: { script: texts.script },
  });
}

function passwordPart(view: SignInView, texts: SignInTexts): Html {
  const { language, next, here, issuer, accounts } = view;
  const { signIn } = texts;
  return html`<h1>${signIn.title}</h1>
    <section>
      <form id="sign-in" method="post" novalidate data-next="${next}">
        ${messages}
        ${field({ id: 'person', name: 'person', label: signIn.person, autocomplete: 'username', hint: signIn.personHint, isFirst: true })}
        ${field({ id: 'password', name: 'password', type: 'password', label: signIn.password, autocomplete: 'current-password' })}
        ${codeField('code', texts)}
        <div class="stacked">
          <button class="main">${signIn.submit}</button>
          <button type="button" id="passkey" hidden>${signIn.passkey}</button
          >${issuerLink(issuer, next, signIn)}
        </div>
      </form>
    </section>
    <p><a href="${here(language, 'invitation')}">${signIn.withInvitation}</a></p>
    <p class="soft">${signIn.forgotten}</p>
    ${demonstrationPart(accounts, signIn)}`;
}

function issuerLink(issuer: string | undefined, next: string, signIn: SignInTexts['signIn']): Html {
  if (issuer === undefined) return nothing;
  const address = `/oidc/start?next=${encodeURIComponent(next)}`;
  return html`<a class="button" href="${address}">${signIn.issuer.replace('{issuer}', () => issuer)}</a>`;
}

function demonstrationPart(accounts: readonly ShownAccount[], signIn: SignInTexts['signIn']): Html {
  if (accounts.length === 0) return nothing;
  const items = accounts.map(
    ({ person, role, password }) =>
      html`<li>
        <div>
          <bdi>${role}</bdi>
          <small
            ><bdi><code>${person}</code></bdi> · <bdi><code>${password}</code></bdi></small
          >
        </div>
        <button
          type="button"
          data-person="${person}"
          data-password="${password}"
          aria-label="${signIn.fill}: ${role}"
        >
          ${signIn.fill}
        </button>
      </li>`,
  );
  return html`<section id="demonstration" aria-labelledby="demonstration-title">
    <h2 id="demonstration-title">${signIn.demonstration}</h2>
    <p class="soft">${signIn.demonstrationNote}</p>
    <ul class="items">
      ${items}
    </ul>
  </section>`;
}

function invitationPart({ language, next, here }: SignInView, { invitation }: SignInTexts): Html {
  return html`<h1>${invitation.title}</h1>
    <section>
      <form id="invitation" method="post" novalidate data-next="${next}">
        <p class="soft">${invitation.note}</p>
        ${messages}
        ${field({ id: 'invitation-code', name: 'code', label: invitation.code, autocomplete: 'off', isFirst: true })}
        ${firstPart(invitation)}${newPasswordFields('new-password', invitation, invitation.passwordHint)}
        <div class="stacked"><button class="main">${invitation.submit}</button></div>
      </form>
    </section>
    <p><a href="${here(language, 'password')}">${invitation.withPassword}</a></p>`;
}

/** Shown once the code turns out to be that of the first administrator. */
const firstPart = (invitation: SignInTexts['invitation']): Html =>
  html`<fieldset id="first" hidden>
    <legend>${invitation.first}</legend>
    ${field({ id: 'first-person', name: 'person', label: invitation.person, autocomplete: 'username' })}
    ${field({ id: 'name-latin', name: 'nameLatin', label: invitation.nameLatin, autocomplete: 'off' })}
    ${field({ id: 'name-arabic', name: 'nameArabic', label: invitation.nameArabic, autocomplete: 'off', direction: 'auto' })}
  </fieldset>`;
