import { describe, expect, it } from '@jest/globals';
import type { StreamCheck, StreamWrite } from '@safeconduct/engine';
import fc from 'fast-check';
import {
  decodeAppends,
  decodeVerdict,
  encodeAppend,
  encodeVerdict,
  expects,
  verdictLength,
  type Verdict,
} from './wire.js';

const instants = fc
  .date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') })
  .map((date) => date.toISOString());

const events = fc.record({
  eventId: fc.uuid(),
  type: fc.string(),
  schemaVersion: fc.nat(),
  occurredAt: fc.option(instants, { nil: undefined }),
  recordedAt: fc.option(instants, { nil: undefined }),
  metadata: fc.dictionary(fc.string(), fc.string()),
  data: fc.json(),
});

const expectations = fc.oneof(
  fc.constantFrom('noStream' as const, 'streamExists' as const, 'any' as const),
  fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }),
);

const writes = fc.uniqueArray(
  fc.record({
    stream: fc.string({ unit: 'grapheme' }).map((name) => `write ${name}`),
    expected: expectations,
    events: fc.array(events, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 3, selector: ({ stream }) => stream },
);

const checks: fc.Arbitrary<StreamCheck[]> = fc.uniqueArray(
  fc.record({
    stream: fc.string({ unit: 'grapheme' }).map((name) => `check ${name}`),
    expected: expectations.filter((expected) => expected !== 'any'),
  }),
  { maxLength: 3, selector: ({ stream }) => stream },
);

const appends = fc.record({ writes, checks });

const verdicts: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({
    position: fc.integer({ min: 1 }),
    recordedAtMs: fc.nat(),
    revisions: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ conflict: fc.record({ which: fc.nat(5), actual: fc.integer({ min: -1 }) }) }),
);

/** A check as the writer must receive it. */
const checkAsReceived = ({ stream, expected }: StreamCheck) => ({
  stream,
  expected: typeof expected === 'bigint' ? Number(expected) : expects[expected],
});

/** A write as the writer must receive it. */
const asReceived = ({ stream, expected, events: sent }: StreamWrite) => ({
  stream,
  expected: typeof expected === 'bigint' ? Number(expected) : expects[expected],
  events: sent.map(({ metadata, occurredAt, recordedAt, ...event }) => ({
    ...event,
    metadata: JSON.stringify(metadata),
    occurredAtMs: occurredAt === undefined ? null : Date.parse(occurredAt),
    recordedAtMs: recordedAt === undefined ? null : Date.parse(recordedAt),
  })),
});

describe('messages to the writer', () => {
  it('carry any appends there', () => {
    fc.assert(
      fc.property(fc.array(appends, { maxLength: 4 }), (sent) => {
        const message: (string | number | null)[] = [];
        for (const append of sent) encodeAppend(message, append.writes, append.checks);
        expect(decodeAppends(structuredClone(message))).toEqual(
          sent.map((append) => ({
            writes: append.writes.map(asReceived),
            checks: append.checks.map(checkAsReceived),
          })),
        );
      }),
    );
  });

  it('carry any verdicts back', () => {
    fc.assert(
      fc.property(fc.array(verdicts), (sent) => {
        const message: number[] = [];
        for (const verdict of sent) encodeVerdict(message, verdict);
        let at = 0;
        for (const verdict of sent) {
          const streams = 'conflict' in verdict ? 1 : verdict.revisions.length;
          expect(decodeVerdict(message, at, streams)).toEqual(verdict);
          at += verdictLength(verdict);
        }
        expect(at).toBe(message.length);
      }),
    );
  });

  it('are as they were when an append is refused in the middle', () => {
    const message: (string | number | null)[] = [];
    const good = { stream: 's', expected: 'any', events: [anEvent()] } as const;
    encodeAppend(message, [good], []);
    const before = [...message];
    const metadata = { amount: 1n } as unknown as Record<string, string>;
    expect(() =>
      encodeAppend(message, [good, { ...good, stream: 't', events: [{ ...anEvent(), metadata }] }], []),
    ).toThrow();
    expect(message).toEqual(before);
  });
});

const anEvent = () => ({
  eventId: '00000000-0000-7000-8000-000000000001',
  type: 'T',
  schemaVersion: 1,
  metadata: {},
  data: '{}',
});
