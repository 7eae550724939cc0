import { describe, expect, it } from '@jest/globals';
import { normalised } from './normal-form.js';
import {
  referencesSearched,
  termsOfBirthDate,
  termsOfDocument,
  termsOfName,
  wordsOfReference,
  wordsSearched,
} from './search-words.js';

/** Stands for the keyed hash, so that terms can be read. */
const token = (term: string): string => `~${term}`;

/** Whether a name is found by a search, as a store does it: by each word, in one of its forms. */
function finds(searched: string, name: string): boolean {
  const kept = new Set(termsOfName(name).map(token));
  const words = wordsSearched(searched, token);
  return words.length > 0 && words.every(({ tokens }) => tokens.some((one) => kept.has(one)));
}

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
    ['علي', 'علي'],
    ['علې', 'علي'],
    ['بهاء', 'بها'],
    ['٢٠٢٤', '2024'],
    ['۲۰۲۴', '2024'],
    ['Élise', 'elise'],
    ['Łukasz', 'lukasz'],
    ['ﻣﺤﻤﺪ', 'محمد'],
  ])('%s is %s', (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });
});

describe('a name', () => {
  it.each([
    ['محمد', 'مُحَمَّد'],
    ['احمد', 'أحمد'],
    ['أحمد', 'احمد'],
    ['ابراهيم', 'إبراهيم'],
    ['مصطفي', 'مصطفى'],
    ['فاطمه', 'فاطمة'],
    ['عبد الله', 'عبدالله'],
    ['عبدالله', 'عبد الله'],
    ['عبدالرحمن', 'عبد الرحمن'],
    ['رحمن', 'عبد الرحمن'],
    ['فارس', 'الفارس'],
    ['الفارس', 'فارس'],
    ['كيال', 'الكيّال'],
    ['هام', 'إلهام'],
    ['الهام', 'إلهام'],
    ['محـمـد', 'محمد'],
    ['Mohammed', 'Muhammad'],
    ['Muhammad', 'Mohamed'],
    ['Mohamed', 'Mouhammad'],
    ['Mohd', 'Mohammed'],
    ['Ahmed', 'Ahmad'],
    ['Khaled', 'Khalid'],
    ['Hussein', 'Husayn'],
    ['Hussain', 'Hussein'],
    ['Yousef', 'Yusuf'],
    ['Youssif', 'Yosef'],
    ['Omar', 'Umar'],
    ['Osman', 'Uthman'],
    ['Saeed', 'Said'],
    ['Waleed', 'Walid'],
    ['Mostafa', 'Mustapha'],
    ['Mahmood', 'Mahmoud'],
    ['Fatimah', 'Fatima'],
    ['Fatma', 'Fatima'],
    ['Aicha', 'Aysha'],
    ['Qasim', 'Kassem'],
    ['Kadhim', 'Kazem'],
    ['Haydar', 'Haider'],
    ['Suleiman', 'Suliman'],
    ['Ebrahim', 'Ibraheem'],
    ['Jaafar', "Ja'far"],
    ['ʿAlī', 'Ali'],
    ['Aly', 'Ali'],
    ['José', 'Jose'],
    ['al-Faris', 'Faris'],
    ['Faris', 'el-Faris'],
    ['el-Faris', 'al-Faris'],
    ['Alfaris', 'al-Faris'],
    ['al Faris', 'Alfaris'],
    ['Abdullah', 'Abd Allah'],
    ['Abdallah', 'Abdullah'],
    ['Abdulla', 'Abdellah'],
    ['Abd al-Rahman', 'Abdulrahman'],
    ['Abdelrahman', 'Abd al-Rahman'],
    ['Abdul Rahman', 'Abdurrahman'],
    ['Abd ar-Rahman', 'Abdirahman'],
    ['Abdul-Aziz', 'Abdelaziz'],
    ['Abdessalam', 'Abd al-Salam'],
    ['Rahman', 'Abdulrahman'],
    ['Alexa', 'Alexander'],
    ['ibr', 'Ibrahim al-Faris'],
    ['faris ibrahim', 'Ibrahim al-Faris'],
    ['ابرا فارس', 'إبراهيم الفارس'],
    ['ali', 'Ali Hassan'],
  ])('is found: %s finds %s', (searched, name) => {
    expect(finds(searched, name)).toBe(true);
  });

  it.each([
    ['Mohammed', 'Mahmoud'],
    ['Mahmoud', 'Muhammad'],
    ['Ahmad', 'Mohammed'],
    ['Hassan', 'Hussein'],
    ['Jamal', 'Jamil'],
    ['Hamid', 'Hamad'],
    ['Karim', 'Karam'],
    ['Rashid', 'Rashad'],
    ['Salim', 'Salam'],
    ['Omar', 'Ammar'],
    ['Abdullah', 'Abdulrahman'],
    ['Abdullah', 'Allah Faris'],
    ['محمد', 'محمود'],
    ['احمد', 'محمد'],
    ['حسن', 'حسين'],
    ['عمر', 'عمار'],
    ['عبدالله', 'عبدالرحمن'],
    ['سعيد', 'سعد'],
    ['br', 'Ibrahim'],
    ['ib', 'Ibrahim'],
    ['rahim', 'Ibrahim'],
    ['ibrahim omar', 'Ibrahim al-Faris'],
    ['erased', 'Ibrahim'],
  ])('is not found: %s does not find %s', (searched, name) => {
    expect(finds(searched, name)).toBe(false);
  });

  it('has a bounded number of terms, whatever its length', () => {
    const long = Array.from({ length: 500 }, (_, index) => `name${'abcdefghij'.repeat(9)}x${index}`).join(
      ' ',
    );
    expect(termsOfName(long).length).toBeLessThanOrEqual(400);
    for (const term of termsOfName('𞤢'.repeat(80))) expect(Array.from(term).length).toBeLessThanOrEqual(60);
  });
});

describe('a reference', () => {
  it('has all of it in one word, and the number it ends in', () => {
    expect(wordsOfReference('QAIM-2024-00004')).toEqual(['qaim202400004', '00004']);
    expect(wordsOfReference('7')).toEqual(['7']);
    expect(wordsOfReference('---')).toEqual([]);
  });

  it('has its parts as words where it has no number', () => {
    expect(wordsOfReference('NORTH-GATE')).toEqual(['northgate', 'north', 'gate']);
  });

  it('counts as its first sixty letters', () => {
    expect(wordsOfReference('𞤢'.repeat(80))).toEqual(['𞤢'.repeat(60)]);
  });
});

describe('a document and a date of birth', () => {
  it('are found by the whole number in any digits and signs, and by the year', () => {
    expect(termsOfDocument('A-12 345/٦')).toEqual(['a123456']);
    expect(termsOfBirthDate('1985-03-02')).toEqual(['1985']);
    expect(termsOfBirthDate('١٩٨٥')).toEqual(['1985']);
    expect(termsOfBirthDate('unknown')).toEqual([]);
    const [ofDocument, ofYear] = wordsSearched('a-12345/6 1985', token).map(({ tokens }) => tokens);
    expect(ofDocument).toContain('~a123456');
    expect(ofYear).toEqual(['~1985', '01985', '001985', '0001985', '00001985']);
  });
});

describe('the words somebody searches for', () => {
  it('keep a word with digits together, whatever signs are inside', () => {
    const words = wordsSearched('  QAIM-2024-00004  al-Faris ', token);
    expect(words.map(({ begins }) => begins)).toEqual(['qaim202400004', 'faris']);
  });

  it.each(['QAIM-2024-57', 'qaim–٢٠٢٤–٠٥٧', 'QAIM/2024/57 '])(
    'find a reference by its number without the zeros before it: %s',
    (text) => {
      const [whole] = wordsOfReference('QAIM-2024-00057');
      for (const words of [wordsSearched(text, token), referencesSearched(text)])
        expect(words.map(({ tokens }) => tokens.filter((one) => one === whole))).toEqual([[whole]]);
      expect(wordsSearched(text, token).flatMap(({ tokens }) => tokens)).not.toContain('qaim202400570');
    },
  );

  it('are none where there are only signs', () => {
    expect(wordsSearched('% _ - "', token)).toEqual([]);
    expect(referencesSearched('% _ - "')).toEqual([]);
  });

  it('have no hash where only references may be searched', () => {
    expect(referencesSearched('QAIM-2024 Ahmad')).toEqual([
      { begins: 'qaim2024', tokens: ['qaim02024', 'qaim002024', 'qaim0002024', 'qaim00002024'] },
      { begins: 'ahmad', tokens: [] },
    ]);
  });
});
