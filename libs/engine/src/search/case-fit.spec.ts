import { describe, expect, it } from '@jest/globals';
import { caseClasses, caseFits, compareRanks, type SearchedCase } from './case-fit.js';

const someone: SearchedCase = {
  reference: 'QAIM-2024-00057',
  subject: { latin: "Ja'far Abd al-Rahman al-Faris", arabic: 'جَعْفَر عبد الرحمن الفارس' },
};
const named = (latin: string, arabic = ''): SearchedCase => ({
  reference: 'X-1',
  subject: { latin, arabic },
});

const classOf = (text: string, found: SearchedCase): string =>
  caseClasses[caseFits(text)(found).rank[0]] ?? '';

/** What is marked, read from the texts. */
function marked(text: string, found: SearchedCase): Readonly<Record<string, readonly string[]>> {
  const { marks } = caseFits(text)(found);
  const read = (whole: string | undefined, places: (typeof marks)['latin']) =>
    places.map(([start, end]) => (whole ?? '').slice(start, end));
  return {
    reference: read(found.reference, marks.reference),
    latin: read(found.subject?.latin, marks.latin),
    arabic: read(found.subject?.arabic, marks.arabic),
  };
}

describe('how a reference is found', () => {
  it.each([
    ['QAIM-2024-00057', 'reference', 'QAIM-2024-00057'],
    ['qaim 2024 00057', 'reference', 'QAIM-2024-00057'],
    ['qaim202400057', 'reference', 'QAIM-2024-00057'],
    ['QAIM–٢٠٢٤–٠٠٠٥٧', 'reference', 'QAIM-2024-00057'],
    ['57', 'number of the reference', '00057'],
    ['٥٧', 'number of the reference', '00057'],
    ['0057', 'number of the reference', '00057'],
    ['2024-57', 'number of the reference', '00057'],
    ['QAIM 2024 57', 'number of the reference', '00057'],
    ['qaim-20', 'beginning of the reference', 'QAIM-20'],
    ['qaim', 'beginning of the reference', 'QAIM'],
  ])('%s: %s, marking %s', (text, expected, mark) => {
    expect(classOf(text, someone)).toBe(expected);
    expect(marked(text, someone)).toEqual({ reference: [mark], latin: [], arabic: [] });
    expect(caseFits(text)(someone).by).toEqual(['reference']);
  });

  it('is not its number where other words stand before it', () => {
    expect(classOf('RUTBA-2024-57', someone)).toBe('year or document');
    expect(classOf('7', someone)).toBe('year or document');
  });

  it('is its number beside a name', () => {
    expect(marked('QAIM-2024-57 Faris', someone)).toMatchObject({ reference: ['00057'] });
  });

  it('is a later word of one without a number', () => {
    const gate = { reference: 'NORTH-GATE', subject: null };
    expect(marked('gat', gate).reference).toEqual(['GAT']);
  });
});

describe('how well a name fits', () => {
  it.each([
    ['Mohammed Faris', 'Muhammad al-Faris', 'whole name'],
    ['محمد الفارس', 'محمد فارس', 'whole name'],
    ['Faris Mohammed', 'Muhammad al-Faris', 'all words'],
    ['Mohammed', 'Muhammad al-Faris', 'all words'],
    ['Moham', 'Muhammad al-Faris', 'beginnings of words'],
    ['Mohammed Far', 'Muhammad al-Faris', 'beginnings of words'],
    ['Abdulrahman', 'Abd al-Rahman', 'whole name'],
    ['عبدالرحمن', 'عبد الرحمن', 'whole name'],
    ['Rahman', 'Abd al-Rahman', 'beginnings of words'],
    ['Ahmad Ahmad', 'Ahmad Ahmad', 'whole name'],
  ])('%s in %s: %s', (text, name, expected) => {
    const found = /[a-z]/i.test(name) ? named(name) : named('', name);
    expect(classOf(text, found)).toBe(expected);
    expect(caseFits(text)(found).by).toEqual(['name']);
  });

  it('prefers a given name to that of a father', () => {
    const fits = caseFits('Mohammed Faris');
    const [given, father] = [named('Muhammad Ali Faris'), named('Ali Mohammed Faris')].map(
      (one) => fits(one).rank,
    );
    expect([given, father]).toEqual([
      [4, 0, 1],
      [4, 1, 0],
    ]);
  });

  it('prefers the spelling that was typed', () => {
    const fits = caseFits('Mohammed Faris');
    const [typed, other] = [named('Mohammed Faris'), named('Muhammad Faris')].map((one) => fits(one).rank);
    expect(compareRanks(typed ?? [9, 0, 9], other ?? [0, 0, 0])).toBeLessThan(0);
  });

  it.each([
    ['jaf', ["Ja'f"], []],
    ['Jaafar', ["Ja'far"], []],
    ['abdulrahman faris', ['Abd al-Rahman', 'Faris'], []],
    ['جعفر', [], ['جَعْفَر']],
    ['عبدالرحمن', [], ['عبد الرحمن']],
    ['جعفر faris', ['Faris'], ['جَعْفَر']],
  ])('marks what was searched for: %s', (text, latin, arabic) => {
    expect(marked(text, someone)).toEqual({ reference: [], latin, arabic });
  });

  it('is said beside what else was found', () => {
    expect(caseFits('Faris 1985')(someone).by).toEqual(['name', 'number']);
    expect(caseFits('Faris 57')(someone).by).toEqual(['name', 'reference']);
    expect(caseFits('A123456')(someone)).toMatchObject({ by: ['number'], rank: [6, 0, 0] });
  });

  it('is that of nobody where the person is not known', () => {
    expect(caseFits('Faris')({ reference: 'X-1', subject: null })).toMatchObject({ by: ['number'] });
  });
});
