import type { Language } from '@safeconduct/workflow';
import { Html, html, nothing } from '../../html.js';
import { style } from './style.js';
import { signInTexts, type SignInTexts } from './texts.js';

/** A page as a whole. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  /** The name of the script that it runs, without its ending. */
  readonly script: string;
  /** Where the same page is in another language. */
  readonly elsewhere: (language: Language) => string;
  /** What the script says, by the names of its groups. */
  readonly said: object;
  readonly isWide: boolean;
  readonly body: Html;
}

/** The page from its first line to its last: one inline style, one script of this server, nothing else. */
export function framed({ language, title, script, elsewhere, said, isWide, body }: Page): string {
  const { frame } = signInTexts[language];
  const other = language === 'en' ? 'ar' : 'en';
  const page = html`<html lang="${language}" dir="${directionOf(language)}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · ${frame.product}</title>
      ${new Html(`<style>${style}</style>`)}
      <script type="module" src="/sign-in/scripts/${script}.js"></script>
    </head>
    <body class="${isWide ? 'wide' : 'narrow'}" data-said="${JSON.stringify(said)}">
      <header>
        <a href="/" lang="en" dir="ltr"><b>${frame.product}</b></a
        ><a href="${elsewhere(other)}" hreflang="${other}" lang="${other}">${frame.otherLanguage}</a>
      </header>
      <main>
        <noscript><p class="card">${frame.needsScripts}</p></noscript>${body}
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${String(page)}\n`;
}

const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'number';
  /** What a browser may fill in. */
  readonly autocomplete: string;
  readonly hint?: string;
  readonly value?: string;
  /** How a phone shows its keyboard. */
  readonly inputMode?: 'text' | 'numeric';
  /** Ids, codes and passwords run from left to right in every language. */
  readonly direction?: 'ltr' | 'auto';
  readonly isHidden?: boolean;
  readonly isFirst?: boolean;
}

/** A field with its label. */
export function field({ id, name, label, type = 'text', autocomplete, ...rest }: Field): Html {
  const { hint, value = '', inputMode = 'text', direction = 'ltr', isHidden = false, isFirst = false } = rest;
  const hinted = hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`;
  const describedBy = hint === undefined ? nothing : html` aria-describedby="${id}-hint"`;
  return html`<div class="field" ${flag('hidden', isHidden)}>
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      inputmode="${inputMode}"
      dir="${direction}"
      spellcheck="false"
      autocapitalize="none"
      ${flag('required', !isHidden)}${flag('autofocus', isFirst)}${describedBy}
    />${hinted}
  </div>`;
}

const flag = (name: 'hidden' | 'required' | 'autofocus', isSet: boolean): Html =>
  isSet ? new Html(` ${name}`) : nothing;

/** Where a script says what went wrong, and what was done. */
export const messages = html`<p role="alert"></p>
  <p role="status"></p>`;

/** A code of the authenticator app beside a password. It is shown once it is asked for. */
export const codeField = (id: string, { signIn }: SignInTexts): Html =>
  field({
    ...{ id, name: 'code', label: signIn.code, autocomplete: 'one-time-code' },
    ...{ inputMode: 'numeric', isHidden: true },
  });

/** A new password, twice. */
export const newPasswordFields = (
  id: string,
  texts: { readonly newPassword: string; readonly again: string },
  hint: string,
): readonly Html[] => [
  field({
    ...{ id, name: 'next', type: 'password', label: texts.newPassword },
    ...{ autocomplete: 'new-password', hint },
  }),
  field({
    ...{ id: `${id}-again`, name: 'again', type: 'password', label: texts.again },
    autocomplete: 'new-password',
  }),
];
