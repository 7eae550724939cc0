import { beforeAll, describe, expect, it } from '@jest/globals';
import { StoreReplacedError } from '@safeconduct/engine';
import { verifiedStreams } from '@safeconduct/engine/testing';
import Database from 'better-sqlite3';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { backupLog, restoreLog } from '../backup.js';
import { sqliteFacts } from '../sqlite-facts.js';
import { alterLog, guarded, unguarded } from '../testing/alter-log.js';
import { clock, event, sampleLog } from '../testing/sample-log.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { checksumOf, type EventContent } from './event-row.js';
import { problemsOfIndex } from './index-problems.js';
import { openSqliteEvents } from './sqlite-events.js';

const events = 400;
const later = Date.parse('2025-01-02T00:00:00.000Z');

const cutOff = `${unguarded} DELETE FROM event WHERE position > 350; ${guarded}`;
const everythingGone = `${unguarded} DELETE FROM event; ${guarded}`;

let folder: string;
let original: string;
let count = 0;

beforeAll(async () => {
  folder = temporaryFolder();
  original = join(folder, 'original');
  await sampleLog(original, events);
});

/** A copy for one test to damage. */
function copy(): string {
  const data = join(folder, `copy-${(count += 1)}`);
  cpSync(original, data, { recursive: true });
  return data;
}

const open = (data: string, mode: 'write' | 'read' = 'write') =>
  openSqliteEvents({ folder: data, clock, mode });
const log = (data: string): string => join(data, 'events.db');

describe('the index of streams', () => {
  it.each([
    [
      'missing',
      async (data: string) => {
        await rm(index(data));
      },
    ],
    [
      'damaged',
      async (data: string) => {
        await writeFile(index(data), 'text '.repeat(5000));
      },
    ],
    [
      'of another log',
      async (data: string) => {
        await cp(index(await otherLog()), index(data));
      },
    ],
  ])('that is %s is done without by a reader, and made again by a writer', async (_, damage) => {
    const data = copy();
    await damage(data);
    const before = readdirSync(data);
    const reader = open(data, 'read');
    const seen = await verifiedStreams(reader);
    await reader.close();
    expect(readdirSync(data)).toEqual(before);
    const writer = open(data);
    expect(await verifiedStreams(writer)).toEqual(seen);
    const next = await writer.append([{ stream: 'stream-0', expected: 'any', events: [event()] }]);
    expect(next.position).toBe(BigInt(seen.length) + 1n);
    await verifiedStreams(writer);
    await writer.close();
  });

  it.each([
    { what: 'the log is an older copy', shorten: cutOff, head: 350 },
    { what: 'the log has no event any more', shorten: everythingGone, head: 0 },
    { what: 'the last page of the log reads as if it had fewer rows', shorten: '', head: events + 1 },
  ])('that knows a longer log is kept, and the log is refused to a writer: $what', async (one) => {
    const { shorten, head } = one;
    const data = copy();
    const store = open(data);
    const added = Array.from({ length: 3 }, () => event());
    await store.append([{ stream: 'stream-0', expected: 'any', events: added }]);
    await store.close();
    if (shorten === '') shortenLastPage(data);
    else alterLog(data, shorten);
    const indexed = readFileSync(index(data));
    for (let start = 1; start <= 2; start += 1) {
      expect(() => open(data)).toThrow(StoreReplacedError);
      expect(() => open(data)).toThrow(
        new RegExp(
          `events.db was replaced.*ends at position ${head}, and streams.db has events up to position ${events + 3}`,
        ),
      );
    }
    expect(problemsOfIndex(data)).toEqual([expect.stringContaining(`ends at position ${head}`)]);
    expect(sqliteFacts(data)).toContainEqual(
      expect.objectContaining({ problem: expect.stringContaining(`ends at position ${head}`) }),
    );
    expect(readFileSync(index(data)).equals(indexed)).toBe(true);
    const reader = open(data, 'read');
    expect(await reader.head()).toBe(BigInt(head));
    await reader.close();
  });

  it('of a log whose end is another one is kept, and the log is refused to a writer', () => {
    const data = copy();
    alterLog(data, `${unguarded} DELETE FROM event WHERE position = ${events}; ${guarded}`);
    const db = new Database(log(data));
    const content: EventContent = [events, 'other', 0, 'ab'.repeat(16), 'Other', 1, later, later, '{}', '{}'];
    insert(db, content);
    db.close();
    expect(() => open(data)).toThrow(`it has another event at position ${events}`);
    expect(existsSync(index(data))).toBe(true);
  });

  it('is removed by a restore into its folder, and the restored log is opened', async () => {
    const data = copy();
    alterLog(data, cutOff);
    const file = join(folder, 'shorter.backup');
    expect(backupLog(data, file)).toBe(350n);
    rmSync(log(data));
    restoreLog(file, data);
    const store = open(data);
    expect(await verifiedStreams(store)).toHaveLength(350);
    await store.close();
  });

  it('that is damaged under an open store is made again, and neither an append nor a read fails for it', async () => {
    const data = copy();
    const store = open(data);
    await store.append([{ stream: 'stream-0', expected: 'any', events: [event()] }]);
    writeFileSync(index(data), Buffer.alloc(statSync(index(data)).size, 1));
    await Promise.all(
      Array.from({ length: 300 }, (_, number) =>
        store.append([{ stream: `new-${number}`, expected: 'noStream', events: [event()] }]),
      ),
    );
    expect(await store.readStream('stream-3', { from: 0n, limit: 100 })).toHaveLength(events / 10);
    expect(await store.readStream('new-299', { from: 0n, limit: 100 })).toHaveLength(1);
    await store.close();
    const again = open(data);
    expect(await verifiedStreams(again)).toHaveLength(events + 301);
    await again.close();
  });

  it.each([
    ['the name of a stream', `UPDATE stream SET name = 'stream-x' WHERE name = 'stream-3'`],
    ['the last entry of a stream', 'DELETE FROM entry WHERE revision = 39 AND stream = 4'],
    ['a position', 'UPDATE entry SET position = 5 WHERE revision = 39 AND stream = 4'],
    ['a revision', 'UPDATE entry SET revision = 40 WHERE revision = 39 AND stream = 4'],
    ['a stream that it has never had', `INSERT INTO stream VALUES ('stream-x', 4)`],
    ['its totals', 'UPDATE reached SET entries = entries - 1'],
  ])('in which %s is another decides no append and hides no event', async (_, change) => {
    const data = copy();
    alterIndex(data, change);
    const reader = open(data, 'read');
    expect(await verifiedStreams(reader)).toHaveLength(events);
    await reader.close();
    const store = open(data);
    await expect(
      store.append([{ stream: 'stream-3', expected: 'noStream', events: [event()] }]),
    ).rejects.toMatchObject({ code: 'REVISION_CONFLICT', actual: 39n });
    await store.append([{ stream: 'stream-3', expected: 39n, events: [event()] }]);
    expect(await verifiedStreams(store)).toHaveLength(events + 1);
    await store.close();
  });

  it('that is wrong under an open store about a head is made again, because the log does not agree', async () => {
    const data = copy();
    const store = open(data);
    await store.append([{ stream: 'stream-0', expected: 'any', events: [event()] }]);
    alterIndex(data, 'UPDATE entry SET position = position - 1 WHERE revision = 39');
    const answer = await store.append([{ stream: 'stream-3', expected: 39n, events: [event()] }]);
    expect(answer.revisions).toEqual([40n]);
    await store.close();
  });

  it('that is an older copy beside a newer -wal is made again', async () => {
    const data = copy();
    const mixed = join(folder, 'mixed');
    for (const session of [1, 2]) {
      const store = open(data);
      for (let number = 0; number < 300; number += 1)
        void store.append([{ stream: `${session}-${number}`, expected: 'noStream', events: [event()] }]);
      await store.append([{ stream: 'stream-0', expected: 'any', events: [event()] }]);
      await indexed(data, events + session * 301);
      if (session === 2) cpSync(data, mixed, { recursive: true });
      await store.close();
    }
    cpSync(index(original), index(mixed));
    const again = open(mixed);
    expect(await verifiedStreams(again)).toHaveLength(events + 602);
    await again.close();
  });

  it('is made again of a log that has a stream twice, which stays readable and is told by its positions', async () => {
    const data = copy();
    rmSync(index(data));
    const db = new Database(log(data));
    insert(db, [401, 'stream-3', 0, 'ab'.repeat(16), 'Twice', 1, later, later, '{}', '{}']);
    db.close();
    const store = open(data);
    expect(await store.readStream('stream-3', { from: 0n, limit: 100 })).toHaveLength(events / 10);
    const answer = await store.append([{ stream: 'stream-3', expected: 39n, events: [event()] }]);
    expect(answer.revisions).toEqual([40n]);
    await store.close();
    expect(problemsOfIndex(data)).toEqual([
      'revision 0 of stream stream-3 is in the log at position 4 and again at position 401',
    ]);
    await open(data).close();
  });

  function insert(db: Database.Database, content: EventContent): void {
    db.prepare('INSERT INTO event VALUES (?, ?, ?, unhex(?), ?, ?, ?, ?, ?, ?, ?)').run(
      ...content.slice(0, 8),
      checksumOf(content),
      ...content.slice(8),
    );
  }

  /** Damage that SQLite reads as two rows less: the count in the header of the last leaf of the table. */
  function shortenLastPage(data: string): void {
    const db = new Database(log(data), { readonly: true });
    const start = db
      .prepare<[], number>(
        `SELECT pgoffset FROM dbstat WHERE name = 'event' AND pagetype = 'leaf' ORDER BY path DESC LIMIT 1`,
      )
      .pluck()
      .get() as number;
    db.close();
    const bytes = readFileSync(log(data));
    bytes.writeUInt16BE(bytes.readUInt16BE(start + 3) - 2, start + 3);
    writeFileSync(log(data), bytes);
  }

  const index = (data: string): string => join(data, 'streams.db');

  async function indexed(data: string, position: number): Promise<void> {
    const db = new Database(index(data), { readonly: true });
    while (db.prepare('SELECT position FROM reached').pluck().get() !== position) await sleep(10);
    db.close();
  }

  function alterIndex(data: string, sql: string): void {
    const db = new Database(index(data));
    db.exec(sql);
    db.close();
  }

  async function otherLog(): Promise<string> {
    const data = join(folder, 'other');
    if (!existsSync(data)) await sampleLog(data, events);
    return data;
  }
});
