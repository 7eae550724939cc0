import { beforeAll, describe, expect, it } from '@jest/globals';
import { logStart, type RecordedEvent } from '@safeconduct/engine';
import { fixedClock, verifiedStreams } from '@safeconduct/engine/testing';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppendLine } from '../testing/append-forever.js';
import { Child } from '../testing/child-process.js';
import { event } from '../testing/sample-log.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openSqliteEvents } from './sqlite-events.js';

const kills = 12;
const callers = 8;
const clock = fixedClock('2030-01-01T00:00:00.000Z');

let folder: string;

beforeAll(() => {
  folder = temporaryFolder();
});

const answeredIn = (lines: readonly AppendLine[]) => lines.filter((line) => 'position' in line);

/** Lets a process append with eight callers, and kills it after this many answers. */
async function appendAndKill(data: string, answers: number): Promise<readonly AppendLine[]> {
  const child = new Child<AppendLine>('./append-forever.ts', [data, String(callers), '2000']);
  await child.until((lines) => lines.length >= answers);
  await child.kill();
  return child.lines;
}

const openToRead = (data: string) => openSqliteEvents({ folder: data, clock, mode: 'read' });

async function verified(data: string): Promise<readonly RecordedEvent[]> {
  const store = openToRead(data);
  const log = await verifiedStreams(store);
  await store.close();
  return log;
}

describe('a log whose writer is killed', () => {
  it('has lost nothing that was answered, holds nothing twice and has no gap', async () => {
    const data = join(folder, 'killed');
    const answered: AppendLine[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      answered.push(...(await appendAndKill(data, (kill * 137) % 700)));
      const log = await verified(data);
      const byId = new Map(log.map((one) => [one.eventId, one]));
      expect(byId.size).toBe(log.length);
      for (const { eventId, stream, revision, position } of answeredIn(answered)) {
        expect(byId.get(eventId)).toMatchObject({
          stream,
          revision: BigInt(revision),
          position: BigInt(position),
        });
      }
      expect(log.length - answered.length).toBeLessThanOrEqual(kill * callers);
    }
  }, 240_000);

  it('can be read as it was left, and nothing of it changes by that', async () => {
    const data = join(folder, 'left');
    await appendAndKill(data, 100);
    const before = readFileSync(join(data, 'events.db'));
    expect((await verified(data)).length).toBeGreaterThanOrEqual(100);
    expect(readFileSync(join(data, 'events.db')).equals(before)).toBe(true);
  });

  it('whose -wal file is cut off holds the events before the cut, and goes on from there once its index is gone', async () => {
    const data = join(folder, 'cut');
    await appendAndKill(data, 60);
    const full = await verified(data);
    const wal = statSync(join(data, 'events.db-wal')).size;
    for (const [index, share] of [0, 0.2, 0.5, 0.9, 0.999].entries()) {
      const cut = join(folder, `cut-${index}`);
      await cp(data, cut, { recursive: true });
      truncateSync(join(cut, 'events.db-wal'), Math.floor(wal * share));
      // It may know of events behind the cut; then the log is refused.
      rmSync(join(cut, 'streams.db'), { force: true });
      const store = openSqliteEvents({ folder: cut, clock, mode: 'write' });
      const log = await verifiedStreams(store);
      expect(log).toEqual(full.slice(0, log.length));
      const appended = await store.append([{ stream: 'after', expected: 'noStream', events: [event()] }]);
      expect(appended.position).toBe(BigInt(log.length) + 1n);
      await verifiedStreams(store);
      await store.close();
    }
  });
});

describe('a reader beside a writer', () => {
  it('sees every position once and in order while the writer goes on', async () => {
    const data = join(folder, 'beside');
    const child = new Child<AppendLine>('./append-forever.ts', [data, '4']);
    await child.until((lines) => lines.length > 0);
    const store = openToRead(data);
    let seen = logStart;
    const until = child.lines.length + 400;
    while (child.lines.length < until) {
      for (const { position } of await store.readAll({ after: seen, limit: 100 })) {
        expect(position).toBe(seen + 1n);
        seen = position;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await child.kill();
    await store.close();
    expect(seen).toBeGreaterThan(0n);
  });

  it('that was opened before the writer sees what the writer appends', async () => {
    const data = join(folder, 'before');
    const first = openSqliteEvents({ folder: data, clock, mode: 'write' });
    await first.append([{ stream: 'one', expected: 'noStream', events: [event()] }]);
    await first.close();
    const atRest = readdirSync(data);
    const reader = openToRead(data);
    expect(await reader.head()).toBe(1n);
    expect(readdirSync(data)).toEqual(atRest);
    const writer = openSqliteEvents({ folder: data, clock, mode: 'write' });
    await writer.append([{ stream: 'one', expected: 0n, events: [event()] }]);
    expect(await reader.readStream('one', { from: 0n, limit: 10 })).toHaveLength(2);
    await writer.close();
    expect(await reader.head()).toBe(2n);
    await reader.close();
    expect((await verified(data)).length).toBe(2);
  });
});
