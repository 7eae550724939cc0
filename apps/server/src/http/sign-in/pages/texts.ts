import type { Language } from '@safeconduct/workflow';
import ar from '../../../texts/sign-in.ar.json' with { type: 'json' };
import en from '../../../texts/sign-in.en.json' with { type: 'json' };

export type SignInTexts = typeof en;

/** What the pages say. */
export const signInTexts: Readonly<Record<Language, SignInTexts>> = { en, ar };
