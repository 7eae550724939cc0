import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { identifier, instantField, line, paragraph, personId } from '../index.js';
import {
  chart,
  commands,
  events,
  findingsBesideTexts,
  findingsWith,
  luggage,
} from '../testing/luggage/index.js';

const bagTraced = (schema: unknown) => findingsBesideTexts({ events: { ...events, BagTraced: schema } });
const advice = 'store strict plain JSON: z.strictObject, no default, transform, date or bigint';

describe('the catalogue of events', () => {
  it('names an event that the chart accepts and nobody defines', () => {
    expect(findingsWith({ chart: { ...chart, on: { BagBurnt: {} } } })).toEqual([
      'luggage/chart.ts: event BagBurnt is named by the chart and defined nowhere; ' +
        'add it to events.ts, or correct the name',
    ]);
  });

  it.each([
    [
      'evolve',
      { evolve: { ...luggage.source.evolve, BagBurnt: () => ({}) } },
      "facts.ts: event BagBurnt is named by 'evolve'",
    ],
    [
      'subject',
      { subject: { ...luggage.source.subject, BagBurnt: () => ({}) } },
      "index.ts: event BagBurnt is named by 'subject'",
    ],
    [
      'yields',
      { commands: { ...commands, TraceBag: { ...commands.TraceBag, yields: ['BagTraced', 'BagBurnt'] } } },
      "commands.ts: event BagBurnt is named by 'yields' of TraceBag",
    ],
  ])('names an event that %s names and nobody defines', (_where, change, line) => {
    expect(findingsWith(change)).toEqual([
      `luggage/${line} and defined nowhere; add it to events.ts, or correct the name`,
    ]);
  });

  it('names an event whose schema is undefined when the definition is loaded', () => {
    expect(bagTraced(undefined)).toEqual([
      'luggage/events.ts: event BagTraced has no schema; ' +
        'give it a z.strictObject; if it has one, two files import each other in a circle',
    ]);
  });

  it.each([
    [
      'a default',
      z.strictObject({ place: z.string().default('') }),
      'event BagTraced, field place, uses default',
    ],
    [
      'a transform',
      z.strictObject({ place: z.string().transform((text) => text) }),
      'event BagTraced, field place, uses pipe',
    ],
    ['a date', z.strictObject({ place: z.string(), on: z.date() }), 'event BagTraced, field on, uses date'],
    [
      'a bigint',
      z.strictObject({ place: z.string(), no: z.bigint() }),
      'event BagTraced, field no, uses bigint',
    ],
    [
      'coercion',
      z.strictObject({ place: z.coerce.string() }),
      'event BagTraced, field place, coerces what it is given',
    ],
    [
      'a loose object',
      z.object({ place: z.string() }),
      'event BagTraced is an object that lets unknown fields through',
    ],
    ['no object', z.string(), 'event BagTraced is no object'],
    [
      'a date deep inside',
      z.strictObject({ place: z.string(), stops: z.array(z.strictObject({ on: z.date().optional() })) }),
      'event BagTraced, field stops.on, uses date',
    ],
    [
      'a loose object in a union',
      z.strictObject({ place: z.union([z.string(), z.object({})]) }),
      'event BagTraced, field place, is an object that lets unknown fields through',
    ],
  ])('names a schema with %s', (_fault, schema, finding) => {
    expect(bagTraced(schema)).toEqual([`luggage/events.ts: ${finding}; ${advice}`]);
  });

  it.each(Object.entries({ line, paragraph, identifier, personId, 'z.string().trim()': z.string().trim() }))(
    'says of %s, which is for forms, what is written in an event instead',
    (_name, field) => {
      expect(
        bagTraced(z.strictObject({ place: z.string(), stops: z.array(z.strictObject({ field })) })),
      ).toEqual([
        'luggage/events.ts: event BagTraced, field stops.field, rewrites the text it is given; ' +
          'write z.string() in the event; line, paragraph, identifier and personId are for forms',
      ]);
    },
  );

  it('says of a time in any zone, which is for forms, what is written in an event instead', () => {
    expect(bagTraced(z.strictObject({ place: z.string(), at: instantField }))).toEqual([
      'luggage/events.ts: event BagTraced, field at, uses pipe; ' +
        'write instant in the event; instantField is for forms',
    ]);
  });

  it('takes every plain kind', () => {
    const plain = z.strictObject({
      place: z.string().nullable(),
      kinds: z.array(z.enum(['a', 'b'])).optional(),
      yes: z.literal(true),
      marks: z.record(z.string(), z.boolean()),
      pair: z.tuple([z.string(), z.number().int()]),
    });
    expect(bagTraced(plain)).toEqual([]);
  });

  it('names the missing step of an upcaster chain', () => {
    const broken = { schema: events.BagTraced, version: 3, upcasters: [undefined, (old: object) => old] };
    expect(bagTraced(broken)).toEqual([
      'luggage/events.ts: event BagTraced has no upcaster from version 1 to 2; ' +
        'list one upcaster per earlier version, oldest first',
    ]);
  });

  it('names a version with more upcasters than it has predecessors', () => {
    const broken = { schema: events.BagTraced, version: 1, upcasters: [(old: object) => old] };
    expect(bagTraced(broken)).toEqual([
      'luggage/events.ts: event BagTraced has 1 upcasters for version 1; ' +
        "let 'versioned' count: the version is one more than the upcasters",
    ]);
  });
});
