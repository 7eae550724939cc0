import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Texts } from '../index.js';
import { commands, findingsWith, luggage } from '../testing/luggage/index.js';

const { en, ar } = luggage.texts;
const arabicWith = (change: Partial<Texts>) => findingsWith({ texts: { en, ar: { ...ar, ...change } } });
const without = (texts: Readonly<Record<string, string>>, key: string) =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => name !== key));

describe('texts', () => {
  it.each([
    ['states', 'open.found'],
    ['events', 'BagTraced'],
    ['commands', 'TraceBag'],
    ['roles', 'head'],
    ['values', 'post'],
    ['guards', 'G-NOTED'],
    ['guards', 'last bag'],
    ['codes', 'NOTE_MISSING'],
    ['deadlines', 'answer'],
  ] as const)('exist in every language: %s.%s', (section, key) => {
    expect(arabicWith({ [section]: without(ar[section], key) })).toEqual([
      `luggage/messages/ar.json: text ${section}.${key} is missing; write it`,
    ]);
  });

  it.each(['title', 'description'] as const)('have a %s', (head) => {
    expect(arabicWith({ [head]: ' ' })).toEqual([
      `luggage/messages/ar.json: text ${head} is missing; write it`,
    ]);
  });

  it('exist for every field of every command', () => {
    expect(arabicWith({ fields: without(ar.fields, 'amount') })).toEqual([
      'luggage/messages/ar.json: text fields.PayClaim.amount is missing; write it',
    ]);
  });

  it('of one command stand in for the common text of a field', () => {
    expect(arabicWith({ fields: without(ar.fields, 'place') })).toEqual([]);
  });

  it.each(['roles', 'states', 'events', 'commands', 'fields', 'guards', 'codes', 'deadlines'] as const)(
    'do not outlive what they name: %s',
    (section) => {
      expect(arabicWith({ [section]: { ...ar[section], Gone: 'ذهب' } })).toEqual([
        `luggage/messages/ar.json: text ${section}.Gone names nothing in the workflow; remove it or correct its name`,
      ]);
    },
  );

  it('of values that one language has exist in the other', () => {
    expect(arabicWith({ values: { ...ar.values, LOST: 'ضائعة' } })).toEqual([
      'luggage/messages/en.json: text values.LOST is missing; write it',
    ]);
  });

  it('exist for every place and outcome that the summary can give', () => {
    expect(findingsWith({ places: ['DESK'], outcomes: ['PAID', 'LOST'] })).toEqual([
      'luggage/messages/en.json: text values.DESK is missing; write it',
      'luggage/messages/en.json: text values.LOST is missing; write it',
      'luggage/messages/ar.json: text values.DESK is missing; write it',
      'luggage/messages/ar.json: text values.LOST is missing; write it',
    ]);
  });

  it('exist for every tag that no form asks for, and for its codes', () => {
    const missing = (text: string) =>
      ['en', 'ar'].map((language) => `luggage/messages/${language}.json: text ${text} is missing; write it`);
    const found = findingsWith({ tags: { ...luggage.source.tags, size: ['S'] } });
    expect(new Set(found)).toEqual(new Set([...missing('values.S'), ...missing('words.size')]));
  });

  it('may say what cases are called, in both languages and under a name that is known', () => {
    expect(arabicWith({ words: { noted: 'نُظر فيها' } })).toEqual([
      'luggage/messages/ar.json: text words.cases is missing; write it',
    ]);
    expect(arabicWith({ words: { ...ar.words, case: 'مطالبة' } })).toEqual([
      'luggage/messages/ar.json: text words.case names nothing in the workflow; remove it or correct its name',
    ]);
  });

  it('of a choice between states are those of the states', () => {
    const input = z.strictObject({ place: z.enum(['open.found', 'closed']) });
    const TraceBag = { ...commands.TraceBag, input };
    expect(findingsWith({ commands: { ...commands, TraceBag } })).toEqual([]);
  });

  it('of the rules inside a chart are optional, in all languages or none', () => {
    const silent = (texts: Texts) => ({ ...texts, guards: without(texts.guards, 'last bag') });
    expect(findingsWith({ texts: { en: silent(en), ar: silent(ar) } })).toEqual([]);
  });

  it('use the same placeholders in every language', () => {
    expect(arabicWith({ codes: { ...ar.codes, AMOUNT_TOO_HIGH: 'المبلغ أكبر من المسموح' } })).toEqual([
      'luggage/messages/ar.json: text codes.AMOUNT_TOO_HIGH does not use the placeholders of the English text ({limit}); ' +
        'use each of them once in every language',
    ]);
  });
});
