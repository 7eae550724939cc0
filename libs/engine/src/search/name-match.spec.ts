import { describe, expect, it } from '@jest/globals';
import { nameMatch } from './name-match.js';

describe('two names', () => {
  it.each([
    ['Ahmad al-Misri', 'ahmad Misri', 'same'],
    ['أحمد المصري', 'احمد المصرى', 'same'],
    ['عبد الرحمن أحمد', 'عبدالرحمن احمد', 'same'],
    ['Mohammed Husayn', 'Muhammad Hussein', 'transliteration'],
    ['Abdul Rahman', 'Abd al-Rahman', 'same'],
    ['Abdurrahman', 'Abd ar-Rahman', 'same'],
    ['Ahmed al-Misri', 'Ahmad Iyad al-Misri', 'similar'],
    ['Misri Ahmad', 'Ahmad al-Misri', 'similar'],
    ['Ahmad Iyad al-Misri', 'Ahmad Misri', 'similar'],
  ])('%s and %s are %s', (one, other, expected) => {
    expect(nameMatch(one, other)).toBe(expected);
  });

  it.each([
    ['Ahmad', 'Ahmad al-Misri'],
    ['Ahmad Ahmad', 'Ahmad al-Misri'],
    ['Ahm Mis', 'Ahmad al-Misri'],
    ['Hassan', 'Hussein'],
    ['Rahman', 'Abd al-Rahman'],
    ['', 'Ahmad'],
    ['---', '---'],
    ['محمد محمود', 'محمد أحمد'],
  ])('%s and %s are of two persons', (one, other) => {
    expect(nameMatch(one, other)).toBeUndefined();
  });
});
