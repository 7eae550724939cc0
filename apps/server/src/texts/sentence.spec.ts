import { describe, expect, it } from '@jest/globals';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { codeText } from './problem-text.js';
import { audienceOf, shownValue } from './sentence.js';
import { shownTime } from './shown-time.js';

const givenAt = '2025-01-03T09:00:00.000Z';
const expiresAt = '2025-02-02T21:30:00.000Z';
/** The isolates of a text, so that they can be seen. */
const seen = (text: string) => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']');
const said = (code: string, inputs: Readonly<Record<string, never>>, language: 'en' | 'ar') =>
  seen(codeText({ guard: 'G-ANY', code, inputs }, officerCase, language));

describe('a sentence', () => {
  it.each([
    [
      'CONSENT_EXPIRED',
      { givenAt, expiresAt },
      'the consent of 3 January 2025, 12:00 (UTC+03:00) expired at 3 February 2025, 00:30 (UTC+03:00)',
      'موافقته المؤرخة [3 كانون الثاني 2025، 12:00 (UTC+03:00)] انتهت مدتها في [3 شباط 2025، 00:30 (UTC+03:00)]',
    ],
    [
      'ADMISSION_EXPIRED',
      { country: 'DE', validUntil: '2025-01-31' },
      'the admission by Germany was valid until 31 January 2025',
      'كان قبول [ألمانيا] نافذًا لغاية [31 كانون الثاني 2025]',
    ],
    [
      'COUNTRY_NOT_WISHED',
      { country: 'SE', wished: ['DE', 'CA', 'NL'] },
      'the person did not name Sweden but Germany, Canada and Netherlands; open a relocation to it first if they wish it',
      'لم يسمِّ [السويد] بل [ألمانيا] و[كندا] و[هولندا]؛ إن رغب فيه فيُفتح مسار انتقال إليه أولًا',
    ],
    [
      'HOLD_ACTIVE',
      { placedAt: givenAt, holdNo: 'H-1', kind: 'medical', count: 1 },
      'a hold stands since 3 January 2025, 12:00 (UTC+03:00): H-1 (medical); number of holds: 1',
      'الإجراء موقوف منذ [3 كانون الثاني 2025، 12:00 (UTC+03:00)]: [H-1] ([سبب طبي])؛ عدد الإيقافات القائمة: [1]',
    ],
    [
      'REOPENING_NEEDS_AUTHORITY',
      { outcome: null },
      'a case with the outcome none is reopened only with the deciding authority',
      'لا يُعاد فتح ملف نتيجته [لا شيء] إلا بمشاركة الجهة صاحبة القرار',
    ],
  ])('has values as people read them: %s', (code, inputs, english, arabic) => {
    expect(said(code, inputs as never, 'en')).toBe(english);
    expect(said(code, inputs as never, 'ar')).toBe(arabic);
  });

  it('keeps a value of the other direction apart, and takes from it what would turn its neighbours', () => {
    const english = audienceOf(officerCase, 'en');
    expect(seen(shownValue('رقم ٧', 'text', english))).toBe('[رقم ٧]');
    expect(seen(shownValue('H\u202e-1\u2069', 'text', english))).toBe('H-1');
    expect(seen(shownValue('H\u202e-1\u2069', 'text', audienceOf(officerCase, 'ar')))).toBe('[H-1]');
  });

  it('says a code that has no text by itself', () => {
    expect(said('NEVER_SEEN', {}, 'en')).toBe('NEVER_SEEN');
    expect(shownValue('XX', 'code', audienceOf(officerCase, 'en'))).toBe('XX');
    expect(shownValue('DE', 'code', audienceOf(undefined, 'en'))).toBe('DE');
  });
});

describe('a time', () => {
  it.each([
    ['Asia/Baghdad', '3 January 2025, 12:00 (UTC+03:00)'],
    ['UTC', '3 January 2025, 09:00 (UTC)'],
    ['Pacific/Marquesas', '2 January 2025, 23:30 (UTC-09:30)'],
  ])('is that of the zone: %s', (zone, shown) => {
    expect(shownTime(givenAt, { language: 'en', zone })).toBe(shown);
  });

  it('has the offset that the zone had then', () => {
    const berlin = { language: 'en', zone: 'Europe/Berlin' } as const;
    expect(shownTime('2025-07-01T22:00:00.000Z', berlin)).toBe('2 July 2025, 00:00 (UTC+02:00)');
    expect(shownTime('2025-01-01T22:00:00.000Z', berlin)).toBe('1 January 2025, 23:00 (UTC+01:00)');
  });

  it('has seconds where there are some', () => {
    expect(shownTime('2025-01-03T09:00:05.999Z', { language: 'en', zone: 'UTC' })).toBe(
      '3 January 2025, 09:00:05 (UTC)',
    );
  });

  it('of a day is that day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12'])
      expect(shownTime('2025-01-03', { language: 'ar', zone })).toBe('3 كانون الثاني 2025');
  });
});
