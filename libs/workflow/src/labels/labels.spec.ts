import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { codeOf, day, instant, personIn, yearWithin, past, type Texts } from '../index.js';
import { findingsWith, luggage } from '../testing/luggage/index.js';
import { leavesOf, pathsIn } from './leaves.js';
import { labelledFacts, labelledFields, titleOf, unlabelledFacts } from './labels.js';
import { meaning, valueTypeOf } from './value-type.js';

const texts = (facts: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>> = {}) =>
  ({ ...luggage.texts.en, facts, fields }) as Texts;

describe('the paths of a shape', () => {
  const shape = z.strictObject({
    plain: z.string(),
    inside: z.strictObject({ at: instant, deeper: z.strictObject({ no: z.string() }).optional() }).optional(),
    several: z.array(z.strictObject({ kind: z.string(), codes: z.array(z.string()) })),
    byCode: z.record(z.string(), z.strictObject({ at: instant })),
    either: z.union([
      z.strictObject({ of: z.literal('a'), x: z.int() }),
      z.strictObject({ of: z.literal('b') }),
    ]),
  });

  it('are those of its values: of a list without numbers, of a record with any key, of a union all', () => {
    expect(leavesOf(shape).map(({ path }) => path)).toEqual([
      ...['plain', 'inside.at', 'inside.deeper.no', 'several.kind', 'several.codes'],
      ...['byCode.*.at', 'either.of', 'either.x'],
    ]);
  });

  it('are found in data', () => {
    const data = {
      several: [{ kind: 'a', codes: ['x'] }, { kind: 'b' }],
      byCode: { SY: { at: '' } },
      not: undefined,
    };
    expect(pathsIn(data)).toEqual(['several.kind', 'several.codes', 'byCode.SY.at']);
  });
});

describe('the type of a value', () => {
  it.each([
    ['instant', instant],
    ['date', day],
    ['date', z.union([day, instant])],
    ['date', z.union([yearWithin(past(10)), day]).optional()],
    ['number', z.int().nullable()],
    ['boolean', z.literal(true)],
    ['code', z.enum(['a'])],
    ['code', codeOf(['a', 'b'])],
    ['code', meaning('country', codeOf(['SY']))],
    ['hash', meaning('hash', z.string()).optional()],
    ['person', personIn('clerk')],
    ['list', z.array(z.string())],
    ['text', z.string().max(3)],
    ['text', z.union([z.string(), z.int()])],
  ] as const)('is %s', (type, schema) => {
    expect(valueTypeOf(schema)).toBe(type);
  });

  it('of a plain text is that of the form field of its name, where all forms agree', () => {
    const fields = labelledFields(luggage.source, 'ClaimFiled');
    expect(fields.map(({ path, type }) => `${path} ${type}`)).toEqual([
      ...['claimNo text', 'owner text', 'ownerArabic text', 'bags number', 'channel code'],
    ]);
    const { TraceBag } = luggage.source.commands;
    const input = z.strictObject({ place: codeOf(['HALL', 'STORE']) });
    const commands = { ...luggage.source.commands, TraceBag: { ...TraceBag, input } };
    expect(labelledFields({ ...luggage.source, commands } as never, 'BagTraced')).toEqual([
      { path: 'place', type: 'code' },
    ]);
  });
});

describe('the title of a value', () => {
  it('is the text of its name, behind that of what it is in', () => {
    const said = texts({ consent: 'consent', at: 'when' }, { formNo: 'form number' });
    expect(titleOf(said, 'return.consent.formNo')).toBe('consent: form number');
    expect(titleOf(said, 'return.consent.at')).toBe('consent: when');
    expect(titleOf(said, 'formNo')).toBe('form number');
  });

  it('is the text of its path, or of the end of it, where there is one', () => {
    const said = texts({ 'consent.at': 'consented', consent: 'consent', at: 'when' });
    expect(titleOf(said, 'return.consent.at')).toBe('consented');
  });

  it('is missing where its name has none, or the empty one of a skeleton', () => {
    expect(titleOf(texts({ consent: 'consent' }), 'consent.at')).toBeUndefined();
    expect(titleOf(texts({ at: ' ' }), 'at')).toBeUndefined();
  });

  it('takes no key of a record for a name', () => {
    expect(titleOf(texts({ risks: 'risk', at: 'when' }), 'risks.*.at')).toBe('risk: when');
  });
});

describe('the facts of a workflow', () => {
  it('have their group, in the order of their shape', () => {
    expect(labelledFacts(luggage.source)).toEqual([
      { path: 'filedAt', type: 'instant', group: 'claim' },
      { path: 'missing', type: 'number', group: 'search' },
      { path: 'notes', type: 'number', group: 'search' },
      { path: 'overdue', type: 'boolean', group: 'claim' },
    ]);
  });

  it('that are not in the shape are found', () => {
    expect(unlabelledFacts(luggage.source, { notes: 1, color: { of: 'bag' } })).toEqual(['color.of']);
  });
});

describe('the check of the labels', () => {
  const { texts: written } = luggage.source;
  const withoutFact = (name: string) => {
    const { [name]: _left, ...facts } = written.ar.facts ?? {};
    return { texts: { ...written, ar: { ...written.ar, facts } } };
  };

  it('finds a fact without a text in one of the languages', () => {
    expect(findingsWith(withoutFact('missing'))).toEqual([
      'luggage/messages/ar.json: text facts.missing is missing; write it',
    ]);
  });

  it('finds a value of an event that nothing calls', () => {
    const BagTraced = z.strictObject({ place: z.string(), shelf: z.int().optional() });
    expect(findingsWith({ events: { ...luggage.source.events, BagTraced } })).toEqual([
      'luggage/messages/en.json: text facts.shelf is missing; write it',
      'luggage/messages/ar.json: text facts.shelf is missing; write it',
    ]);
  });

  it('finds a text of a fact that there is not', () => {
    const facts = { ...written.en.facts, colour: 'colour' };
    expect(findingsWith({ texts: { ...written, en: { ...written.en, facts } } })).toContain(
      'luggage/messages/en.json: text facts.colour names nothing in the workflow; remove it or correct its name',
    );
  });

  it('finds facts that are in no shape, in no group, or in a group that names no fact', () => {
    expect(findingsWith({ facts: z.strictObject({}), factGroups: undefined })).toContain(
      "luggage/facts.ts: fact notes is not in the shape 'facts'; add it there",
    );
    expect(findingsWith({ facts: undefined, factGroups: undefined })).toContain(
      "luggage/facts.ts: the definition has no 'facts'; say the shape of the facts as a zod object",
    );
    expect(
      findingsWith({ factGroups: { claim: ['filedAt', 'overdue', 'colour'], search: ['notes', 'notes'] } }),
    ).toEqual([
      'luggage/index.ts: fact missing is in no group; add it to one',
      'luggage/index.ts: fact colour is in a group and not in the facts; remove it or correct its name',
      'luggage/index.ts: fact notes is in the groups twice; remove one',
    ]);
  });

  it('finds a hint that one language has, and one for no field', () => {
    const { amount: _left, ...hints } = written.ar.hints ?? {};
    expect(findingsWith({ texts: { ...written, ar: { ...written.ar, hints } } })).toEqual([
      'luggage/messages/ar.json: text hints.amount is missing; write it',
    ]);
    const colour = { ...written.en, hints: { ...written.en.hints, colour: 'bright' } };
    expect(findingsWith({ texts: { ...written, en: colour } })).toContain(
      'luggage/messages/en.json: text hints.colour names nothing in the workflow; remove it or correct its name',
    );
  });
});
