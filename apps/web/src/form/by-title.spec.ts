import { describe, expect, it } from '@jest/globals';
import { byTitle } from './by-title.js';

describe('choices by their titles', () => {
  const countries = [
    { code: 'AT', en: 'Austria', ar: 'النمسا' },
    { code: 'CI', en: 'Côte d’Ivoire', ar: 'كوت ديفوار' },
    { code: 'CZ', en: 'Czechia', ar: 'التشيك' },
    { code: 'DE', en: 'Germany', ar: 'ألمانيا' },
    { code: 'AX', en: 'Åland Islands', ar: 'جزر آلاند' },
  ];
  const codesBy = (language: 'en' | 'ar') =>
    byTitle(countries, (country) => country[language], language).map(({ code }) => code);

  it('stand where somebody looks for them, in the language that is shown', () => {
    expect(codesBy('en')).toEqual(['AX', 'AT', 'CI', 'CZ', 'DE']);
    expect(codesBy('ar')).toEqual(['CZ', 'DE', 'AT', 'AX', 'CI']);
  });
});
