import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifier, identityForm, personId } from './index.js';
import { lookAlikesOf } from './testing/look-alikes.js';

const keys = ['Z-1', 'QAIM-2024-00004', 'أ-1', 'ﷺ-1', '😀-1', 'é-7', 'ك-12', 'Straße 5', 'co-01'];

describe('the identity form', () => {
  it.each(keys)('of %s is that of everything that looks like it', (key) => {
    const others = lookAlikesOf(key).filter((other) => identityForm(other) !== identityForm(key));
    expect(others).toEqual([]);
    expect(lookAlikesOf(key).length).toBeGreaterThan(40);
  });

  it('tells keys apart that a reader tells apart', () => {
    const told = [
      'A-1',
      'A-2',
      'ﷺ-1',
      'ﷺ-2',
      '😀-1',
      '😀-2',
      'Ａ-1',
      'A 1',
      'A1',
      'أ-1',
      'ا-1',
      'ى-1',
      'ي-1',
    ];
    expect(new Set(told.map(identityForm)).size).toBe(told.length);
  });

  it('takes letters of two keyboards that are drawn alike for one letter', () => {
    expect(identityForm('علی-۱۲')).toBe(identityForm('علي-12'));
    expect(identityForm('کمال')).toBe(identityForm('كمال'));
  });

  it('is its own identity form, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(identityForm(identityForm(text))).toBe(identityForm(text));
      }),
    );
  });
});

describe('an identifier', () => {
  it('is kept as it was typed', () => {
    expect(identifier.parse(' QAIM\u20112024\u201100004 ')).toBe('QAIM\u20112024\u201100004');
  });

  it('can be asked for: it has at most 200 characters, and one that can be seen', () => {
    expect(identifier.safeParse('x'.repeat(200)).success).toBe(true);
    expect(identifier.safeParse('x'.repeat(201)).success).toBe(false);
    expect(identifier.safeParse('\u3164\u200b').success).toBe(false);
  });
});

describe('the id of a person', () => {
  it('is kept in its identity form', () => {
    expect(lookAlikesOf('co-01').map((typed) => personId.parse(typed))).toEqual(
      lookAlikesOf('co-01').map(() => 'co-01'),
    );
  });

  it.each(['', '\u200b', 'co 1', 'أحمد', 'x'.repeat(129)])('is not %j', (typed) => {
    expect(personId.safeParse(typed).success).toBe(false);
  });
});
