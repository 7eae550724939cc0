import { describe, expect, it } from '@jest/globals';
import { formatOf } from './format.js';
import { say, type Message } from './message.js';
import { ar as firstArabic } from './texts/ar.js';
import { en as firstEnglish } from './texts/en.js';
import { laterAr } from './texts/later.ar.js';
import { laterEn } from './texts/later.en.js';

const en = { ...firstEnglish, ...laterEn };
const ar = { ...firstArabic, ...laterAr };

const arabic = formatOf({
  language: 'ar',
  numerals: 'arabicIndic',
  calendar: 'gregorian',
  zone: 'Asia/Baghdad',
});
const english = formatOf({
  language: 'en',
  numerals: 'western',
  calendar: 'gregorian',
  zone: 'Asia/Baghdad',
});

describe('a message', () => {
  it('is chosen by the count, with its numbers in the digits of the reader', () => {
    const said = [0, 1, 2, 3, 11, 100].map((count) => say(ar['work.total'], { count }, arabic));
    expect(said).toEqual(['لا ملفات', 'ملف واحد', 'ملفان', '٣ ملفات', '١١ ملفًا', '١٠٠ ملف']);
    expect([1, 2493].map((count) => say(en['work.total'], { count }, english))).toEqual([
      '1 case',
      '2,493 cases',
    ]);
  });

  it('keeps a text that is put into it as it is, also with braces', () => {
    expect(say('{name} is here', { name: '{name} $& $1' }, english)).toBe('{name} $& $1 is here');
  });

  const wordsOf = (message: Message): string =>
    typeof message === 'string' ? message : Object.values(message).join(' ');
  const placesIn = (message: Message) => new Set(wordsOf(message).match(/\{\w+\}/g) ?? []);

  it.each(Object.keys(en) as (keyof typeof en)[])('%s says in Arabic what it says in English', (key) => {
    const [inEnglish, inArabic] = [placesIn(en[key]), placesIn(ar[key])];
    expect([...inArabic].filter((place) => !inEnglish.has(place))).toEqual([]);
    // A count may be said by the form of the word alone.
    expect([...inEnglish].filter((place) => place !== '{count}' && !inArabic.has(place))).toEqual([]);
    expect(wordsOf(ar[key]).replace(/\{\w+\}|SHA-256/g, '')).not.toMatch(/[A-Za-z]/);
  });
});
