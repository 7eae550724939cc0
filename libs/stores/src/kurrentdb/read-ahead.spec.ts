import { beforeEach, describe, expect, it } from '@jest/globals';
import { logStart, positionOf, type Position, type RecordedEvent } from '@safeconduct/engine';
import { ReadAhead } from './read-ahead.js';

/** A log of so many events, at positions 10, 20, 30 and so on. */
const logOf = (count: number): RecordedEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    stream: 's',
    revision: BigInt(index),
    position: positionOf(10 * (index + 1)),
    eventId: `id-${index}`,
    type: 'T',
    schemaVersion: 1,
    recordedAt: '2025-01-01T00:00:00.000Z',
    occurredAt: '2025-01-01T00:00:00.000Z',
    metadata: {},
    data: '{}',
  }));

describe('reading ahead', () => {
  let log: RecordedEvent[];
  let asked: string[];
  let isFailing: boolean;
  let ahead: ReadAhead;
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    log = logOf(250);
    asked = [];
    isFailing = false;
    ahead = new ReadAhead((after: Position, limit: number) => {
      asked.push(`${after}+${limit}`);
      if (isFailing) return Promise.reject(new Error('down'));
      return Promise.resolve(log.filter(({ position }) => position > after).slice(0, limit));
    });
  });

  it('has the next batch fetched when a batch was full', async () => {
    const first = await ahead.all(logStart, 100);
    expect(asked).toEqual(['0+100', '1000+100']);
    const second = await ahead.all(positionOf(1000), 100);
    expect([...first, ...second]).toEqual(log.slice(0, 200));
  });

  it('reads on where a batch was fetched before there was more', async () => {
    await ahead.all(logStart, 100);
    await ahead.all(positionOf(1000), 100);
    await turn();
    log = logOf(290);
    expect(await ahead.all(positionOf(2000), 100)).toEqual(log.slice(200));
    expect(asked.at(-1)).toBe('2500+50');
  });

  it('fetches nothing for a small batch, or at the end', async () => {
    await ahead.all(logStart, 10);
    await ahead.all(positionOf(2000), 100);
    expect(asked).toEqual(['0+10', '2000+100']);
  });

  it('reads again where fetching failed', async () => {
    const first = ahead.all(logStart, 100);
    await Promise.resolve();
    isFailing = true;
    await first;
    await turn();
    isFailing = false;
    expect(await ahead.all(positionOf(1000), 100)).toEqual(log.slice(100, 200));
  });
});
