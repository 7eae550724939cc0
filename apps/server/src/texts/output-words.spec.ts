import { describe, expect, it } from '@jest/globals';
import { outputWords, type OutputWords } from './output-words.js';

/** Each word, and each sentence with figures in the places that are filled in. */
const said = (words: object): readonly string[] =>
  Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'string') return [word];
    if (typeof word === 'function') return [(word as (...given: unknown[]) => string)(1, ['2'], '3')];
    return said(word as object);
  });

const filled = (words: OutputWords) =>
  said({
    ...words,
    possibleNow: () => words.possibleNow(['1', '2']),
    mayConfirm: () => words.mayConfirm(['1', '2'], '3'),
  });

describe('what the command line says', () => {
  it('in Arabic has no Latin word but the zone of times and the name of an option', () => {
    const latin = filled(outputWords.ar).filter((text) => /[A-Za-z]/.test(text.replace(/UTC|--limit/g, '')));
    expect(latin).toEqual([]);
  });

  it('in English has a letter in everything, and no figure that is left out', () => {
    expect(
      filled(outputWords.en).filter((text) => !/[A-Za-z]/.test(text) || text.includes('undefined')),
    ).toEqual(['1 2']);
  });
});
