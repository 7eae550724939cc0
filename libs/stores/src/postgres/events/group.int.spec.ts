import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { newEvent, wholeLog } from '../testing/samples.js';
import { openPostgresEvents, type PostgresEvents } from './postgres-events.js';

describe('appends that share a statement', () => {
  let postgres: TestPostgres;
  let events: PostgresEvents;

  beforeAll(async () => {
    postgres = await startPostgres();
    events = await openPostgresEvents({ url: postgres.url, mode: 'write' });
  });

  afterAll(async () => {
    await events.close();
    await postgres.stop();
  });

  const append = (stream: string, expected: bigint | 'any' | 'noStream' = 'noStream', type?: string) =>
    events.append([{ stream, expected, events: [newEvent(type)] }]);
  const statements = async () =>
    (
      await postgres.query<{ count: number }>(
        `SELECT count(DISTINCT xmin::text)::integer AS count FROM safeconduct_events.event`,
      )
    )[0]?.count ?? 0;

  it('are one transaction where they come together, and each has its own answer', async () => {
    const before = await statements();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => append(`together-${index}`)));
    expect(new Set(answers.map(({ position }) => position)).size).toBe(50);
    expect((await statements()) - before).toBe(1);
  });

  it('are judged one after the other, in the order in which they came', async () => {
    const results = await Promise.allSettled([
      append('chain'),
      append('chain', 0n),
      append('chain', 5n),
      append('chain', 1n),
      append('chain', 1n),
      append('chain', 'any'),
    ]);
    const answers = results.map((result) =>
      result.status === 'fulfilled' ? result.value.revisions : (result.reason as { actual: bigint }).actual,
    );
    expect(answers).toEqual([[0n], [1n], 1n, [2n], 2n, [3n]]);
  });

  it('are more than one transaction where they are very many', async () => {
    const before = await statements();
    await Promise.all(Array.from({ length: 2500 }, (_, index) => append(`many-${index}`)));
    expect((await statements()) - before).toBe(3);
  });

  it('do not fail with one whose value the database refuses', async () => {
    await postgres.query(
      `ALTER TABLE safeconduct_events.event ADD CONSTRAINT refused CHECK (type <> 'Refused')`,
    );
    const results = await Promise.allSettled([
      append('good-1'),
      append('bad', 'noStream', 'Refused'),
      append('good-2'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'STORE_UNAVAILABLE' } });
    expect(await events.readStream('bad', { from: 0n, limit: 1 })).toEqual([]);
  });

  it('take a revision that no stream can have as one that the stream does not have', async () => {
    const [, refused] = await Promise.allSettled([
      append('far-1'),
      append('far-2', 10n ** 30n),
      append('far-3'),
    ]);
    expect(refused).toMatchObject({
      reason: { code: 'REVISION_CONFLICT', expected: 10n ** 30n, actual: -1n },
    });
    expect(await events.readStream('far-3', { from: 10n ** 30n, limit: 1 })).toEqual([]);
    expect(await events.readStream('far\0', { from: 0n, limit: 1 })).toEqual([]);
  });

  it.each([
    ['an event type with the character 0', 'stream', '\0'],
    ['a stream name with the character 0', 'stre\0am', 'Type'],
    ['a stream name with half a character', 'stream\ud83d', 'Type'],
    ['a stream name of more than 2048 bytes', 'ا'.repeat(1025), 'Type'],
  ])('are not refused together with %s', async (_, stream, type) => {
    const head = await events.head();
    const [, refused] = await Promise.allSettled([
      append('any', 'any'),
      append(stream, 'any', type),
      append('any', 'any'),
    ]);
    expect(refused).toMatchObject({ reason: { code: 'ERR_ASSERTION' } });
    expect(await events.head()).toBe(head + 2n);
  });

  it('are in the log whole, with names as long as they may be', async () => {
    const name = 'ا'.repeat(1024);
    await append(name);
    expect((await wholeLog(events)).at(-1)).toMatchObject({ stream: name, revision: 0n });
    await expect(append(name)).rejects.toMatchObject({ actual: 0n });
  });
});
