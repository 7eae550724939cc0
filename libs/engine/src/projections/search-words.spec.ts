import { describe, expect, it } from '@jest/globals';
import { normalised, wordsOf, wordsOfReference, wordsSearched } from './search-words.js';

describe('a text as search compares it', () => {
  it.each([
    ['أحمد', 'احمد'],
    ['إبراهيم', 'ابراهيم'],
    ['آدم', 'ادم'],
    ['ٱلرحمن', 'الرحمن'],
    ['هُدَى', 'هدي'],
    ['فاطمة', 'فاطمه'],
    ['محـــمد', 'محمد'],
    ['مؤمن', 'مومن'],
    ['یوسف', 'يوسف'],
    ['٢٠٢٤', '2024'],
    ['۲۰۲۴', '2024'],
    ['Élise', 'elise'],
    ['ﻣﺤﻤﺪ', 'محمد'],
  ])('%s is %s', (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });
});

describe('the words of a case', () => {
  it('are those of the name, whole and in parts', () => {
    expect(wordsOf('Ibrahim al-Faris')).toEqual(['ibrahim', 'alfaris', 'al', 'faris']);
  });

  it('are the reference and the number it ends in', () => {
    expect(wordsOfReference('QAIM-2024-00004')).toEqual(['qaim202400004', '00004']);
    expect(wordsOfReference('7')).toEqual(['7']);
    expect(wordsOfReference('---')).toEqual([]);
  });
});

describe('a word of more than sixty letters', () => {
  const letters = '𞤢'.repeat(80);

  it('counts as its first sixty, in a name, in a reference and in a search', () => {
    const first = '𞤢'.repeat(60);
    expect(wordsOf(`Ba ${letters}`)).toEqual(['ba', first]);
    expect(wordsOfReference(letters)).toEqual([first]);
    expect(wordsSearched(letters)).toEqual([first]);
  });
});

describe('the words somebody searches for', () => {
  it('keep together what is written together', () => {
    expect(wordsSearched('  QAIM-2024-00004  al-Faris ')).toEqual(['qaim202400004', 'alfaris']);
  });

  it('are none where there are only signs', () => {
    expect(wordsSearched('% _ - "')).toEqual([]);
  });
});
