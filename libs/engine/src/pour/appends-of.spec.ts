import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '../ports/event-store.js';
import { positionOf } from '../ports/position.js';
import { countingIds } from '../testing/index.js';
import { appendsOf } from './appends-of.js';

const unlimited = { events: 1000, characters: 1_000_000, severalStreams: true };

/** A log whose events are in these streams, one after the other. */
function logOver(streams: readonly string[], data = '{}'): readonly RecordedEvent[] {
  const ids = countingIds();
  const revisions = new Map<string, bigint>();
  return streams.map((stream, index) => {
    const revision = revisions.get(stream) ?? 0n;
    revisions.set(stream, revision + 1n);
    const times = { recordedAt: '2025-01-01T00:00:00.000Z', occurredAt: '2025-01-01T00:00:00.000Z' };
    const content = { eventId: ids.next(), type: 'T', schemaVersion: 1, metadata: { a: 'b' }, data };
    return { stream, revision, position: positionOf(index + 1), ...times, ...content };
  });
}

/** The streams of each append, and what is expected of them. */
const shapes = (events: readonly RecordedEvent[], limits: Parameters<typeof appendsOf>[1]) =>
  [...appendsOf(events, limits)].map((writes) =>
    writes.map((write) => `${write.stream}@${write.expected}+${write.events.length}`),
  );

describe('events cut into appends', () => {
  it('are as many in one append as can be without naming a stream twice', () => {
    const events = logOver(['a', 'a', 'b', 'c', 'c', 'a', 'a', 'b', 'c']);
    expect(shapes(events, unlimited)).toEqual([
      ['a@noStream+2', 'b@noStream+1', 'c@noStream+2'],
      ['a@1+2', 'b@0+1', 'c@1+1'],
    ]);
  });

  it('are of one stream in each append, where the store takes no more', () => {
    const events = logOver(['a', 'a', 'b', 'a']);
    expect(shapes(events, { ...unlimited, severalStreams: false })).toEqual([
      ['a@noStream+2'],
      ['b@noStream+1'],
      ['a@1+1'],
    ]);
  });

  it('are limited in number and in length, and a longer one is alone', () => {
    const [long, ...short] = [...logOver(['a'], '"long text"'), ...logOver(['b', 'c', 'd', 'e'])];
    const events = [long as RecordedEvent, ...short];
    expect(shapes(events, { ...unlimited, characters: 8 })).toEqual([
      ['a@noStream+1'],
      ['b@noStream+1', 'c@noStream+1'],
      ['d@noStream+1', 'e@noStream+1'],
    ]);
    expect(shapes(events, { ...unlimited, events: 3 }).map(({ length }) => length)).toEqual([3, 2]);
  });

  it('are the same events in the same order, whatever the log and the limits', () => {
    const streams = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 });
    const limits = fc.record({
      events: fc.integer({ min: 1, max: 20 }),
      characters: fc.integer({ min: 1, max: 60 }),
      severalStreams: fc.boolean(),
    });
    fc.assert(
      fc.property(streams, limits, (names, limit) => {
        const events = logOver(names);
        const appends = [...appendsOf(events, limit)];
        const written = appends.flat().flatMap((write) => write.events.map(({ eventId }) => eventId));
        expect(written).toEqual(events.map(({ eventId }) => eventId));
        for (const writes of appends) {
          expect(new Set(writes.map(({ stream }) => stream)).size).toBe(writes.length);
          expect(writes.flatMap((write) => write.events).length).toBeLessThanOrEqual(limit.events);
          if (!limit.severalStreams) expect(writes).toHaveLength(1);
        }
      }),
    );
  });
});
