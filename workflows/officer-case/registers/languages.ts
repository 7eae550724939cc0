import { codeFrom, meaning } from '@safeconduct/workflow';

/**
 * The register of languages by their codes of ISO 639: those of the region first. `sgn` is any sign language, `mis`
 * a language that is not listed here, so that nobody is turned away at the registration.
 */
export const languages: readonly string[] = [
  ...codes('ar kmr ckb sdh zza tr tk az hy aii syr arc ady kbd ce fa prs ps ur he'),
  ...codes('en fr de es it nl pt sv el ru uk ro sq bs ka uz tg kk zh so ti am sgn mis'),
];

export const languageField = meaning('language', codeFrom('language', languages));

function codes(row: string): readonly string[] {
  return row.split(' ');
}
