import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../ports/event-store.js';
import { positionOf } from '../ports/position.js';
import { eventText, LogDigest } from './log-digest.js';

const first: RecordedEvent = {
  stream: 'case-1',
  revision: 0n,
  position: positionOf(17),
  eventId: '00000000-0000-7000-8000-000000000001',
  type: 'NoteAdded',
  schemaVersion: 1,
  recordedAt: '2025-01-01T00:00:00.000Z',
  occurredAt: '2024-12-31T23:59:59.999Z',
  metadata: {
    workflow: 'test',
    actor: 'co-1',
    '10': 'ten',
    '9': 'nine',
    '': 'empty name',
    '\ufb33': 'dalet',
    '🕊': 'dove',
  },
  data: ' { "a" : 1.0 }\n',
};

const second: RecordedEvent = {
  ...first,
  revision: 1n,
  position: positionOf(99),
  eventId: '00000000-0000-7000-8000-000000000002',
  schemaVersion: 2,
  recordedAt: '2025-01-01T00:00:00.001Z',
  occurredAt: '2025-01-01T00:00:00.001Z',
  metadata: {},
  data: '{"name":"احمد \\"حسن\\""}',
};

const digestOf = (...events: readonly RecordedEvent[]): string => {
  const digest = new LogDigest();
  for (const event of events) digest.add(eventText(event));
  return digest.value;
};

describe('the digest of a log', () => {
  // These were computed by another program, in Python, from the description of the form alone.
  it('is the one that others compute from its description', () => {
    expect(digestOf()).toBe('0'.repeat(64));
    expect(digestOf(first)).toBe('e0106a35ac9bbfa8003021a2b0c471edc65e8f3832d4291890ef8f544a99ebf6');
    expect(digestOf(first, second)).toBe('f0b0db1624608932c093c9397276497a803f25c4f2e527529ae609953ac17272');
  });

  it('does not depend on positions, nor on the order in which metadata is named', () => {
    const metadata = Object.fromEntries(Object.entries(first.metadata).reverse());
    expect(digestOf({ ...first, position: positionOf(1), metadata })).toBe(digestOf(first));
  });

  it('depends on everything else, and on the order of the events', () => {
    const others: readonly RecordedEvent[] = [
      { ...first, stream: 'case-10' },
      { ...first, revision: 10n },
      { ...first, eventId: '00000000-0000-7000-8000-000000000009' },
      { ...first, type: 'NoteAdded2' },
      { ...first, schemaVersion: 3 },
      { ...first, recordedAt: '2025-01-01T00:00:00.002Z' },
      { ...first, occurredAt: '2024-12-31T23:59:59.998Z' },
      { ...first, metadata: { ...first.metadata, actor: 'co-2' } },
      { ...first, metadata: { ...first.metadata, more: '' } },
      { ...first, data: '{"a":1.0}' },
    ];
    const digests = [...others.map((other) => digestOf(other)), digestOf(first), digestOf()];
    expect(new Set(digests).size).toBe(others.length + 2);
    expect(digestOf(second, first)).not.toBe(digestOf(first, second));
  });
});

describe('the text of an event', () => {
  it('is JSON with the values of the event', () => {
    const { stream, eventId, type, schemaVersion, recordedAt, occurredAt, metadata, data } = first;
    expect(JSON.parse(eventText(first))).toEqual([
      ...[stream, '0', eventId, type, schemaVersion],
      ...[recordedAt, occurredAt, metadata, data],
    ]);
  });
});
