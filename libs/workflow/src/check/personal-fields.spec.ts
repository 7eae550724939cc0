import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { personal } from '../index.js';
import { events, findingsBesideTexts, findingsWith } from '../testing/luggage/index.js';

const bagTraced = (schema: z.ZodType) => findingsBesideTexts({ events: { ...events, BagTraced: schema } });
const remedy = 'wrap it in personal(…), or give it another name';

describe('personal fields', () => {
  it('name a text that another event marks as personal', () => {
    expect(bagTraced(z.strictObject({ place: z.string(), owner: z.string() }))).toEqual([
      'luggage/events.ts: event BagTraced, field owner, ' +
        `has the name of a field that ClaimFiled marks as identity; ${remedy}`,
    ]);
  });

  it('name it inside a list as well', () => {
    const found = z.array(z.strictObject({ owner: z.string() }));
    expect(bagTraced(z.strictObject({ place: z.string(), found }))).toEqual([
      'luggage/events.ts: event BagTraced, field found.owner, ' +
        `has the name of a field that ClaimFiled marks as identity; ${remedy}`,
    ]);
  });

  it('let a choice have the name of a personal text', () => {
    expect(bagTraced(z.strictObject({ place: z.string(), owner: z.enum(['known', 'unknown']) }))).toEqual([]);
  });

  it('name free text of a form that is recorded in the clear', () => {
    const NoteTaken = z.strictObject({ note: z.string() });
    expect(findingsWith({ events: { ...events, NoteTaken } })).toEqual([
      'luggage/events.ts: event NoteTaken, field note, ' +
        `holds the free text that TakeNote takes, which may name a person; ${remedy}`,
    ]);
  });

  it('take a mark on the object around a text', () => {
    const found = personal('identity', z.strictObject({ owner: z.string() }));
    expect(bagTraced(z.strictObject({ place: z.string(), found }))).toEqual([]);
  });

  it('name a mark where nobody would seal it', () => {
    const finder = z.union([z.number(), personal('witness', z.string())]);
    expect(bagTraced(z.strictObject({ place: z.string(), finder }))).toEqual([
      'luggage/events.ts: event BagTraced, field finder, ' +
        'is marked as personal inside a union, tuple or record, where it cannot be sealed; mark the whole field instead',
    ]);
  });

  it('name an event that says who the case is about in the clear', () => {
    expect(findingsWith({ subject: { BagTraced: () => ({ latin: '', arabic: '' }) } })).toEqual([
      'luggage/events.ts: event BagTraced says who the case is about and marks no field as identity; ' +
        "wrap the fields that 'subject' reads in personal('identity', …)",
    ]);
  });
});
