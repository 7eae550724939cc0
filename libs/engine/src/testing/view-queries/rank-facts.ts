import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import { template } from '../../../../../workflows/_template/index.js';
import { eventCodec } from '../../events/codec.js';
import type { ViewStore } from '../../ports/view-store.js';
import { rankedCases, rankedMax, type RankedCases } from '../../queries/rank-cases.js';
import { caseClasses } from '../../search/case-fit.js';
import { fixedKeyRing } from '../fixed-key-ring.js';
import { testReader } from '../test-reader.js';
import type { ViewQueriesAdapter } from './adapter.js';
import { fillCases, type MadeCase } from './made-log.js';
import { choicesFrom } from './seeded-choices.js';

const seed = Date.now() % 1_000_000;
const { below, pick } = choicesFrom(seed);
const casesTotal = 150;
const searchesTotal = 120;

/** A name as people write it: spellings that are told apart, each with ways of writing it that are not, and its beginning. */
interface Word {
  readonly latin: readonly (readonly string[])[];
  readonly arabic: readonly string[];
  readonly begun: string;
}

const words: readonly Word[] = [
  { latin: [['Mohammed'], ['Muhammad'], ['Mohamed']], arabic: ['محمد', 'مُحَمَّد'], begun: 'Moha' },
  { latin: [['Ahmad'], ['Ahmed', 'AHMED']], arabic: ['أحمد', 'احمد'], begun: 'Ahm' },
  { latin: [['Husayn'], ['Hussein']], arabic: ['حسين', 'حُسَيْن'], begun: 'Hus' },
  {
    latin: [['Abd al-Rahman', 'Abdulrahman', 'Abdurrahman']],
    arabic: ['عبد الرحمن', 'عبدالرحمن'],
    begun: 'Abdulra',
  },
  { latin: [['Faris', 'al-Faris', 'el Faris']], arabic: ['فارس', 'الفارس'], begun: 'Far' },
  { latin: [['Khalid'], ['Khaled']], arabic: ['خالد'], begun: 'Khal' },
  { latin: [['Ibrahim'], ['Ebraheem']], arabic: ['إبراهيم', 'ابراهيم'], begun: 'Ibr' },
  { latin: [['Fatima', 'Fátima'], ['Fatma']], arabic: ['فاطمة', 'فاطمه'], begun: 'Fat' },
];

/** One word of a name as it was written: which, and in which of its spellings. */
interface Written {
  readonly word: number;
  readonly spelling: number;
  readonly text: string;
}

interface Person {
  readonly number: number;
  readonly latin: readonly Written[];
  readonly arabic: readonly Written[];
  readonly isOpen: boolean;
  readonly at: string;
}

function someWords(most: number): readonly number[] {
  const chosen = new Set<number>();
  for (let left = 1 + below(most); left > 0; left -= 1) chosen.add(below(words.length));
  return [...chosen];
}

function inLatin(word: number): Written {
  const spellings = words[word]?.latin ?? [];
  const spelling = below(spellings.length);
  return { word, spelling, text: pick(spellings[spelling] ?? ['']) };
}

const inArabic = (word: number): Written => ({ word, spelling: 0, text: pick(words[word]?.arabic ?? ['']) });

function somePerson(_: unknown, number: number): Person {
  const chosen = someWords(4);
  return {
    ...{ number, latin: chosen.map(inLatin), arabic: chosen.map(inArabic), isOpen: below(2) === 0 },
    at: `2025-01-${String(below(28) + 1).padStart(2, '0')}T00:00:00.000Z`,
  };
}

const persons = Array.from({ length: casesTotal }, somePerson);
const referenceOf = (number: number): string => `R-2024-${String(number).padStart(5, '0')}`;
const textOf = (written: readonly Written[]): string => written.map(({ text }) => text).join(' ');

const madeOf = ({ number, latin, arabic, isOpen, at }: Person): MadeCase => ({
  caseId: `${String(number).padStart(6, '0')}-0`,
  reference: referenceOf(number),
  ...{ latin: textOf(latin), arabic: textOf(arabic), at },
  metadata: { state: isOpen ? 'open' : 'closed.granted' },
});

interface Search {
  readonly text: string;
  readonly script: 'latin' | 'arabic';
  readonly asked: readonly Written[];
  /** Of the last word only the beginning was typed. */
  readonly isBegun: boolean;
}

function someSearch(): Search {
  const script = pick(['latin', 'arabic'] as const);
  const asked = someWords(3).map(script === 'latin' ? inLatin : inArabic);
  const isBegun = script === 'latin' && below(3) === 0;
  const last = words[asked.at(-1)?.word ?? 0]?.begun ?? '';
  return { script, asked, isBegun, text: isBegun ? `${textOf(asked.slice(0, -1))} ${last}` : textOf(asked) };
}

/** By which words a person is called, and how they were written, says how a search finds them. */
function naiveRank({ script, asked, isBegun }: Search, person: Person): readonly number[] | undefined {
  const name = person[script];
  const found = asked.map(({ word }) => name.find((one) => one.word === word));
  if (found.includes(undefined)) return undefined;
  const spelt = asked
    .slice(0, isBegun ? -1 : undefined)
    .filter(({ spelling }, index) => found[index]?.spelling !== spelling).length;
  const isWhole =
    name.length === asked.length && asked.every(({ word }, index) => name[index]?.word === word);
  const isLater = found[0] === name[0] ? 0 : 1;
  const of = isBegun ? 'beginnings of words' : isWhole ? 'whole name' : 'all words';
  return [caseClasses.indexOf(of), isLater, spelt];
}

/** Each part of a rank is one digit. */
const sortable = (rank: readonly number[]): string => rank.join('');

/** All who are found, the best first, by looking at everybody. */
function naiveFound(search: Search): readonly string[] {
  return persons
    .flatMap((person) => {
      const rank = naiveRank(search, person);
      return rank === undefined ? [] : [{ person, rank }];
    })
    .sort(
      ({ person: one, rank }, { person: other, rank: otherRank }) =>
        compareText(sortable(rank), sortable(otherRank)) ||
        Number(other.isOpen) - Number(one.isOpen) ||
        Date.parse(other.at) - Date.parse(one.at) ||
        one.number - other.number,
    )
    .map(({ person }) => referenceOf(person.number));
}

const register = new Map([['template', template]]);
const codec = eventCodec(register, fixedKeyRing());
const log = { findCases: () => Promise.resolve([]) };

const ranked = (views: ViewStore, text: string, limit: number): Promise<RankedCases> =>
  rankedCases(views.queries, { log, codec, register }, { reader: testReader, text, limit });

const references = ({ cases }: RankedCases): readonly string[] => cases.map(({ row }) => row.reference);

/** What fits a text best comes first, judged by whom the words of a search name. */
export function rankFacts(adapter: ViewQueriesAdapter): void {
  describe(`cases that are ranked, of seed ${seed}`, () => {
    let views: ViewStore;

    beforeAll(async () => {
      views = await adapter.openViews();
      await fillCases(views, persons.map(madeOf));
    });
    afterAll(() => views.close());

    it('are those whom the words name, in any spelling, and in the order of how well they fit', async () => {
      for (let count = 0; count < searchesTotal; count += 1) {
        const search = someSearch();
        const expected = naiveFound(search);
        const limit = 1 + below(casesTotal);
        const found = await ranked(views, search.text, limit);
        expect([search.text, references(found)]).toEqual([search.text, expected.slice(0, limit)]);
        expect([search.text, found.more]).toEqual([search.text, expected.length > limit]);
      }
    });

    it('are found by the number of a reference before its beginning, however it is written', async () => {
      for (let count = 0; count < 20; count += 1) {
        // Zeros alone are the beginning of many numbers.
        const number = 1 + below(casesTotal - 1);
        const arabicDigits = String(number).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
        const whole = referenceOf(number);
        for (const text of [
          String(number),
          arabicDigits,
          `r 2024 ${number}`,
          `2024-${number}`,
          whole,
          whole.replaceAll('-', ' '),
        ])
          expect([text, references(await ranked(views, text, 10))[0]]).toEqual([text, whole]);
        expect(references(await ranked(views, String(number), 10))).toEqual([whole]);
      }
      expect((await ranked(views, 'R-2024-000', casesTotal)).cases).toHaveLength(100);
    });

    it('are the newest of the open ones where there are more than are compared, and it is said', async () => {
      const many = await adapter.openViews();
      const time = (minutes: number) => new Date(Date.UTC(2025, 0, 1) + minutes * 60_000).toISOString();
      const cases = Array.from({ length: rankedMax + 20 }, (_, index) => ({
        ...{
          caseId: `${index}`.padStart(6, '0'),
          reference: referenceOf(index),
          arabic: 'أحمد',
          at: time(index),
        },
        // The oldest would fit best.
        latin: index === 0 ? 'Ahmad' : 'Ahmad Faris',
        metadata: { state: index % 20 === 18 ? 'closed.granted' : 'open' },
      }));
      await fillCases(many, cases);
      const { cases: found, more } = await ranked(many, 'ahmad', 5);
      expect(more).toBe(true);
      expect(found.map(({ row }) => row.reference)).toEqual([319, 317, 316, 315, 314].map(referenceOf));
      await many.close();
    });
  });
}
