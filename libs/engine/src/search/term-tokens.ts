import { namePartsOf, type NamePart } from './name-parts.js';
import type { SearchToken } from './search-token.js';
import { termsOfBirthDate, termsOfDocument, termsOfPart, termsOfParts } from './search-words.js';

/** The hashes of the terms by which personal values are found. */
export interface TermTokens {
  readonly ofName: (name: string) => readonly string[];
  readonly ofBirthDate: (date: string) => readonly string[];
  readonly ofDocument: (documentNo: string) => readonly string[];
}

/**
 * Makes them, each part of a name once: many persons have the same names. What it has made it keeps, so it is to be
 * thrown away after a batch.
 */
export function termTokens(searchToken: SearchToken): TermTokens {
  const known = new Map<string, readonly string[]>();
  const ofPart = (part: NamePart): readonly string[] => {
    const key = part.bases.join(' ') + (part.behindServant === undefined ? '' : ' +');
    const found = known.get(key) ?? termsOfPart(part).map(searchToken);
    known.set(key, found);
    return found;
  };
  return {
    ofName: (name) => termsOfParts(namePartsOf(name), ofPart),
    ofBirthDate: (date) => termsOfBirthDate(date).map(searchToken),
    ofDocument: (documentNo) => termsOfDocument(documentNo).map(searchToken),
  };
}
