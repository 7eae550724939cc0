import { describe, expect, it } from '@jest/globals';
import { fieldText, fillText, valueText, wordsOf } from './index.js';
import { en } from './testing/luggage/texts.js';

describe('fillText', () => {
  it('puts in the values a guard looked at', () => {
    expect(fillText('{deadline} is not over before {dueAt}', { deadline: 'answer', dueAt: 'May' })).toBe(
      'answer is not over before May',
    );
  });

  it('shows every kind of value, also zero, false and null', () => {
    expect(fillText('{a} {b} {c}', { a: 0, b: false, c: null })).toBe('0 false null');
  });

  it('leaves a placeholder without a value as it is', () => {
    expect(fillText('more than {limit}', {})).toBe('more than {limit}');
  });

  it('takes no placeholder for something every object has', () => {
    expect(fillText('{constructor}', {})).toBe('{constructor}');
  });

  it('does not fill what a value brings along', () => {
    expect(fillText('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
  });
});

describe('fieldText', () => {
  it('prefers the text of the command', () => {
    expect(fieldText(en, 'TraceBag', 'place')).toBe('where it was found');
    expect(fieldText(en, 'OtherCommand', 'place')).toBe('place');
  });

  it('knows no text of a field nobody named', () => {
    expect(fieldText(en, 'TraceBag', 'colour')).toBeUndefined();
  });
});

describe('valueText', () => {
  it('reads a choice between states as the states do', () => {
    expect(valueText(en, 'desk')).toBe('at the desk');
    expect(valueText(en, 'open.found')).toBe('all found');
    expect(valueText(en, 'elsewhere')).toBeUndefined();
  });
});

describe('wordsOf', () => {
  it('gives the words of the workflow, and the usual ones where it has none', () => {
    expect(wordsOf(en, 'en')).toEqual({ cases: 'claims', place: 'place' });
    expect(wordsOf(undefined, 'ar')).toEqual({ cases: 'الملفات', place: 'المكان' });
  });
});
