import type { Language } from '@safeconduct/workflow';
import { Html, html, nothing } from '../../html.js';
import { builtFile } from '../../screens/screens.js';
import { signInTexts, type SignInTexts } from './texts.js';

/** A page as a whole. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  /** Whether the persons of its data are invented, which stands in its head as in that of the screens. */
  readonly isDemonstration?: boolean;
  /** What runs on it; left out: nothing. */
  readonly script?: {
    /** Without its ending. */
    readonly name: string;
    /** What it says, by the names of its groups. */
    readonly said: object;
  };
  /** Where the same page is in another language; left out: it says everything in both. */
  readonly elsewhere?: (language: Language) => string;
  readonly isWide?: boolean;
  readonly body: Html | readonly Html[];
}

/** The page from its first line to its last. It looks as the screens do, and loads their style, their font and their mark. */
export function framed({ language, title, script, isWide = false, body, ...rest }: Page): string {
  const { frame } = signInTexts[language];
  const page = html`<html lang="${language}" dir="${directionOf(language)}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${title} · ${frame.product}</title>
      <script src="/sign-in/scripts/theme.js"></script>
      ${pieces()}${script === undefined ? nothing : html`<script type="module" src="/sign-in/scripts/${script.name}.js"></script>`}
    </head>
    <body data-said="${JSON.stringify(script?.said ?? {})}">
      ${head(language, rest)}
      <main class="alone stack ${isWide ? 'wide' : 'narrow'}">
        ${script === undefined ? nothing : html`<noscript><p class="notice warn">${frame.needsScripts}</p></noscript>`}${body}
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${String(page)}\n`;
}

/** The style and the mark of the screens. Where they were not built, the page is plain and works. */
function pieces(): Html {
  const style = builtFile('src/style/pages.css');
  const mark = builtFile('src/style/icon.svg');
  if (style === undefined || mark === undefined) return nothing;
  return html`<link rel="stylesheet" href="${style}" /><link rel="icon" href="${mark}" />`;
}

function head(
  language: Language,
  { isDemonstration = false, elsewhere }: Pick<Page, 'isDemonstration' | 'elsewhere'>,
): Html {
  const { frame } = signInTexts[language];
  const other = language === 'en' ? 'ar' : 'en';
  return html`<header class="shell-head">
    <a class="brand" href="/" lang="en" dir="ltr">${frame.product}</a>
    ${isDemonstration ? html`<span class="chip warn">${frame.demonstration}</span>` : nothing}
    ${
      elsewhere === undefined
        ? nothing
        : html`<a class="button quiet device-font" href="${elsewhere(other)}" hreflang="${other}"
            ><span lang="${other}">${frame.otherLanguage}</span></a
          >`
    }
  </header>`;
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

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
  const describedBy = hint === undefined ? `${id}-error` : `${id}-error ${id}-hint`;
  return html`<div class="field" ${flag('hidden', isHidden)}>
    <label for="${id}">${label}</label>
    <input
      class="input"
      id="${id}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      inputmode="${inputMode}"
      dir="${direction}"
      spellcheck="false"
      autocapitalize="none"
      aria-describedby="${describedBy}"
      ${flag('required', !isHidden)}${flag('autofocus', isFirst)}
    />
    <p class="field-error" id="${id}-error"></p>
    ${hinted}
  </div>`;
}

const flag = (name: 'hidden' | 'required' | 'autofocus', isSet: boolean): Html =>
  isSet ? new Html(` ${name}`) : nothing;

/** Where a script says what went wrong, and what was done. */
export const messages = html`<p class="notice danger" role="alert"></p>
  <p class="notice done" role="status"></p>`;

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
