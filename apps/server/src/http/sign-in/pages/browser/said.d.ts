import type en from '../../../../texts/sign-in.en.json';

type Texts = typeof en;

/** What the server gives a script to say, in the language of the page. */
export interface Said {
  readonly script: Texts['script'];
  /** Only on the page of the account, by code. */
  readonly scopes: Readonly<Record<string, string>>;
  readonly means: Readonly<Record<string, string>>;
  readonly acts: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
}
