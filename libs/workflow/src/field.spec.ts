import { describe, expect, it } from '@jest/globals';
import { day, instant, instantField, line, paragraph } from './index.js';

describe('instantField', () => {
  it('turns a time in any zone into an instant', () => {
    expect(instantField.parse('2024-12-07T06:03:39+03:00')).toBe('2024-12-07T03:03:39.000Z');
  });

  it('refuses a time without a zone, and says what it takes', () => {
    expect(instantField.safeParse('2024-12-07T06:03:39').error?.issues[0]?.message).toMatch(/with its zone/);
  });
});

describe('instant', () => {
  it.each([
    ['2024-12-07T03:03:39.000Z', true],
    ['2024-12-07T03:03:39Z', false],
    ['2024-12-07T06:03:39.000+03:00', false],
  ])('takes only UTC with milliseconds: %s %s', (text, isTaken) => {
    expect(instant.safeParse(text).success).toBe(isTaken);
  });
});

describe('day', () => {
  it.each([
    ['2025-12-31', true],
    ['2025-12-32', false],
    ['31.12.2025', false],
  ])('takes a day that exists: %s %s', (text, isTaken) => {
    expect(day.safeParse(text).success).toBe(isTaken);
  });
});

describe.each([
  ['line', line, 500],
  ['paragraph', paragraph, 10_000],
] as const)('%s', (_name, text, charactersMax) => {
  it('is trimmed', () => {
    expect(text.parse('  كلمة \n')).toBe('كلمة');
  });

  it('is not empty', () => {
    expect(text.safeParse(' \n ').success).toBe(false);
  });

  it(`has ${charactersMax} characters at the most`, () => {
    expect(text.safeParse('x'.repeat(charactersMax)).success).toBe(true);
    expect(text.safeParse('x'.repeat(charactersMax + 1)).success).toBe(false);
  });

  it.each([
    ['a null', 'a\u0000b'],
    ['an escape', 'a\u001bb'],
    ['a direction override', 'abc\u202edef'],
    ['a direction isolate', 'abc\u2066def'],
    ['a direction mark', 'abc\u200fdef'],
    ['a noncharacter', 'a\uffffb'],
  ])('has no control or direction characters: %s', (_what, bad) => {
    expect(text.safeParse(bad).success).toBe(false);
  });

  it('keeps what Arabic and other scripts need: joiners, marks, digits', () => {
    const written = 'کُردی\u200cنامه ٣';
    expect(text.parse(written)).toBe(written);
  });
});

describe('a text with line breaks', () => {
  it.each(['a\nb', 'a\r\nb', 'a\tb', 'a\u2028b'])('is a paragraph and no line: %j', (text) => {
    expect(paragraph.parse(text)).toBe(text);
    expect(line.safeParse(text).error?.issues[0]?.message).toBe('must be on one line, without tabs');
  });
});
