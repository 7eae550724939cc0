import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import {
  day,
  decideCommand,
  defineWorkflow,
  instant,
  instantField,
  line,
  personal,
  type Workflow,
} from './index.js';
import { alwaysFits } from './recorded-shape.js';
import { commands, luggage } from './testing/luggage/index.js';
import { scenarios } from './testing/index.js';

/** The luggage workflow, whose TraceBag differs as given. The types are left out as if they had been circumvented. */
function luggageWith(change: object): Workflow {
  const TraceBag = { ...commands.TraceBag, ...change };
  return defineWorkflow({ ...luggage.source, commands: { ...commands, TraceBag } } as never);
}

describe('a decided event', () => {
  const withPhone = z.strictObject({ place: line, phone: line });
  const request = {
    input: { place: 'Basra', phone: '0770 000 0000' },
    actor: { id: 'clerk-1', roles: ['clerk'] },
    now: '2025-01-01T00:00:00.000Z',
  };
  const before = { state: 'open.searching', facts: luggage.source.initialFacts };

  it.each([
    ['with its form as it is', undefined],
    ['by decide', (data: unknown) => [{ type: 'BagTraced', data }]],
  ])('with a field that its event lacks is not recorded, decided %s', (_how, decide) => {
    const workflow = luggageWith({ input: withPhone, decide });
    const command = workflow.commands.get('TraceBag');
    expect(() => decideCommand(workflow, before, { ...request, command } as never)).toThrow(
      'luggage: TraceBag decides BagTraced with data of another shape (phone unrecognized_keys)',
    );
  });

  it('is not named with the values of its fields', () => {
    const workflow = luggageWith({ decide: () => [{ type: 'BagTraced', data: { place: 7_700_000 } }] });
    const command = workflow.commands.get('TraceBag');
    const decided = () => decideCommand(workflow, before, { ...request, command } as never);
    expect(decided).toThrow('(place invalid_type)');
    expect(decided).not.toThrow('7700000');
  });

  it('of a scenario is refused in the same way', () => {
    const { given } = scenarios(luggageWith({ input: withPhone }));
    const opened = {
      type: 'ClaimFiled',
      data: { claimNo: 'C-1', owner: 'A', ownerArabic: 'ا', bags: 1, channel: 'desk' },
    };
    expect(() =>
      given(opened as never).when('TraceBag' as never, request.input as never, { by: 'clerk-1' }),
    ).toThrow('phone unrecognized_keys');
    expect(() => given({ ...opened, data: { ...opened.data, phone: '1' } }).state()).toThrow(
      'given ClaimFiled: its data have another shape (phone unrecognized_keys)',
    );
  });
});

describe('a form is proved to be the data of its event', () => {
  const shape = (fields: z.ZodRawShape) => z.strictObject(fields);

  it.each<[string, z.ZodType, z.ZodType]>([
    ['texts', shape({ place: line }), shape({ place: personal('identity', z.string()) })],
    ['numbers', shape({ bags: z.int().min(1) }), shape({ bags: z.int() })],
    ['days and instants', shape({ on: day, at: instantField }), shape({ on: day, at: instant })],
    ['choices', shape({ kind: z.enum(['a', 'b']) }), shape({ kind: z.enum(['c', 'b', 'a']) })],
    ['fixed values', shape({ read: z.literal(true) }), shape({ read: z.literal(true) })],
    ['a field that may be missing', shape({ note: line.optional() }), shape({ note: z.string().optional() })],
    ['a field that the form lacks and may be missing', shape({}), shape({ note: z.string().optional() })],
    [
      'lists of objects',
      shape({ rows: z.array(shape({ a: line })) }),
      shape({ rows: z.array(shape({ a: z.string() })) }),
    ],
  ])('for %s', (_what, form, data) => {
    expect(alwaysFits(form, data)).toBe(true);
  });

  it.each<[string, z.ZodType, z.ZodType]>([
    ['a field that the event lacks', shape({ place: line, phone: line }), shape({ place: z.string() })],
    [
      'such a field in a list',
      shape({ rows: z.array(shape({ a: line })) }),
      shape({ rows: z.array(shape({})) }),
    ],
    ['a field that the form may lack', shape({ a: line.optional() }), shape({ a: z.string() })],
    ['an object that lets other fields through', z.looseObject({ a: line }), shape({ a: z.string() })],
    ['a text that has to be an instant', shape({ at: line }), shape({ at: instant })],
    ['a number that has to be whole', shape({ bags: z.number() }), shape({ bags: z.int() })],
    ['a choice that the event lacks', shape({ kind: z.enum(['a', 'd']) }), shape({ kind: z.enum(['a']) })],
    ['a list of fewer items than the event asks for', z.array(line), z.array(z.string()).min(1)],
    ['a value that the form makes up', shape({ a: z.string().transform(Number) }), shape({ a: z.string() })],
  ])('never for %s', (_what, form, data) => {
    expect(alwaysFits(form, data)).toBe(false);
  });

  it('only where parsing would find nothing, whatever the shapes', () => {
    const leaf = fc.constantFrom<z.ZodType>(
      ...[
        z.string(),
        z.string().min(2),
        z.number(),
        z.int(),
        z.boolean(),
        z.enum(['x', 'yy']),
        z.literal('x'),
      ],
    );
    type Pair = readonly [z.ZodType, z.ZodType];
    const both = (make: (schema: z.ZodType) => z.ZodType) => (pair: Pair) =>
      pair.map(make) as unknown as Pair;
    const { pair } = fc.letrec<{ pair: Pair }>((tie) => ({
      pair: fc.oneof(
        { depthSize: 'xsmall' },
        fc.tuple(leaf, leaf),
        leaf.map((same): Pair => [same, same]),
        tie('pair').map(([form, data]): Pair => [form, data.optional()]),
        tie('pair').map(both((inner) => inner.optional())),
        tie('pair').map(both((inner) => inner.nullable())),
        tie('pair').map(both((inner) => z.array(inner))),
        fc
          .tuple(tie('pair'), tie('pair'))
          .map(([[a, recordedA], [b, recordedB]]): Pair => [
            z.strictObject({ a, b }),
            z.strictObject({ a: recordedA, b: recordedB }),
          ]),
      ),
    }));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'xsmall' },
        fc.constantFrom<unknown>('x', 'yy', 'z', 1, 1.5, true, null, undefined),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
      ),
    }));
    fc.assert(
      fc.property(pair, fc.array(value, { minLength: 5, maxLength: 9 }), ([form, data], values) => {
        if (!alwaysFits(form, data)) return;
        for (const each of values) {
          const parsed = form.safeParse(each);
          if (parsed.success) expect(data.safeParse(parsed.data).success).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
