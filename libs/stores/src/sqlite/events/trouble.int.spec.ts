import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  logStart,
  positionOf,
  StoreCorruptError,
  StoreReadOnlyError,
  StoreTooNewError,
  StoreUnavailableError,
} from '@safeconduct/engine';
import { verifiedStreams } from '@safeconduct/engine/testing';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { alterLog as alter, guarded, unguarded } from '../testing/alter-log.js';
import type { AppendLine } from '../testing/append-forever.js';
import { Child } from '../testing/child-process.js';
import { clock, event, sampleLog } from '../testing/sample-log.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openSqliteEvents } from './sqlite-events.js';

const events = 400;
const seed = 20250101;
const ordinaryUser = 65534;

let folder: string;
let original: string;
let count = 0;

beforeAll(async () => {
  folder = temporaryFolder();
  chmodSync(folder, 0o755);
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

describe('a log that is gone', () => {
  it.each([
    [
      'gone',
      (data: string) => {
        rmSync(log(data));
      },
    ],
    [
      'empty',
      (data: string) => {
        truncateSync(log(data));
      },
    ],
  ])('or %s is refused and not begun anew while its index is there', (what, lose) => {
    const data = copy();
    lose(data);
    const before = readdirSync(data);
    expect(() => open(data)).toThrow(
      new RegExp(`events.db is damaged: it is ${what}.*restore it from a backup`),
    );
    expect(readdirSync(data)).toEqual(before);
    expect(statSync(log(data), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });
});

describe('a log that is not as it must be', () => {
  it.each(['write', 'read'] as const)('of a later release is refused, to %s, with both formats', (mode) => {
    const data = copy();
    alter(data, 'PRAGMA user_version = 3');
    expect(() => open(data, mode)).toThrow(StoreTooNewError);
    expect(() => open(data, mode)).toThrow('format 3, this release knows up to 2');
  });

  it.each([
    [
      'a file that is no database',
      (data: string) => {
        writeFileSync(log(data), 'text '.repeat(1000));
      },
    ],
    [
      'a database of another program',
      (data: string) => {
        alter(data, 'PRAGMA application_id = 7');
      },
    ],
    [
      'a log without its table',
      (data: string) => {
        alter(data, 'DROP TABLE event');
      },
    ],
    [
      'a log that lost its end',
      (data: string) => {
        truncateSync(log(data), 40_960);
      },
    ],
    [
      'a log without its first event',
      (data: string) => {
        alter(data, `${unguarded} DELETE FROM event WHERE position = 1`);
      },
    ],
    [
      'a log with a gap near its end',
      (data: string) => {
        alter(data, `${unguarded} DELETE FROM event WHERE position = 390`);
      },
    ],
    [
      'a log whose clock went back',
      (data: string) => {
        alter(data, `${unguarded} UPDATE event SET recorded_at = 1 WHERE position = 395`);
      },
    ],
    [
      'a log with an unreadable end',
      (data: string) => {
        alter(data, `${unguarded} UPDATE event SET metadata = '{' WHERE position = 400`);
      },
    ],
  ])('is refused as damaged and not changed: %s', (_, damage) => {
    const data = copy();
    damage(data);
    const before = readFileSync(log(data));
    for (const mode of ['write', 'read'] as const) expect(() => open(data, mode)).toThrow(StoreCorruptError);
    expect(readFileSync(log(data)).equals(before)).toBe(true);
  });

  it('with a gap further back is reported when that part is read', async () => {
    const data = copy();
    alter(data, `${unguarded} DELETE FROM event WHERE position = 25`);
    alter(data, guarded);
    const store = open(data, 'read');
    await expect(store.readAll({ after: logStart, limit: 100 })).rejects.toThrow('position 25 is missing');
    await expect(store.readStream('stream-4', { from: 0n, limit: 10 })).rejects.toBeInstanceOf(
      StoreCorruptError,
    );
    await store.close();
  });

  it.each(['write', 'read'] as const)(
    'whose end is damaged while it is open to %s refuses that event, and goes on with the others',
    async (mode) => {
      const data = copy();
      const store = open(data, mode);
      expect(await store.readStream('stream-0', { from: 0n, limit: 1 })).toHaveLength(1);
      // The snapshot of this turn of the event loop ends.
      await nextTurn();
      alter(data, `${unguarded} UPDATE event SET type = 'Other' WHERE position = ${events}; ${guarded}`);
      const last = () => store.readAll({ after: positionOf(events - 1), limit: 1 });
      try {
        for (let asked = 0; asked < 2; asked += 1) {
          await expect(last()).rejects.toBeInstanceOf(StoreCorruptError);
          expect(await store.readAll({ after: logStart, limit: 9 })).toHaveLength(9);
          expect(await store.readStream('stream-0', { from: 0n, limit: 9 })).toHaveLength(9);
        }
      } finally {
        await store.close();
      }
    },
  );

  it('with any one byte flipped is read whole or refused as damaged, and nothing else happens', async () => {
    const random = randomFrom(seed);
    const size = statSync(log(original)).size;
    let refused = 0;
    for (let flip = 0; flip < 60; flip += 1) {
      const data = copy();
      const bytes = readFileSync(log(data));
      const at = Math.floor(random() * size);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(log(data), bytes);
      const found = await readWhole(data).catch((error: unknown) => error);
      if (found !== events) {
        refused += 1;
        expect({ seed, at, found }).toMatchObject({ found: expect.any(StoreCorruptError) });
      }
      rmSync(data, { recursive: true });
    }
    expect(refused).toBeGreaterThan(0);
  });

  it.each([
    ['stream', `'stream-5'`],
    ['revision', '3'],
    ['event_id', 'zeroblob(16)'],
    ['type', `'NoteRemoved'`],
    ['schema_version', '2'],
    ['recorded_at', 'recorded_at + 1'],
    ['occurred_at', 'occurred_at - 1'],
    ['metadata', `replace(metadata, 'co-1', 'co-2')`],
    ['data', `replace(data, 'n', 'm')`],
    ['checksum', 'checksum + 1'],
  ])(
    'in which the %s of an event is another is refused where that event is read, and nowhere else',
    async (column, value) => {
      const data = copy();
      alter(data, `${unguarded} UPDATE event SET ${column} = ${value} WHERE position = 25; ${guarded}`);
      const store = open(data, 'read');
      const refused = 'the event at position 25 is not what was recorded';
      await expect(store.readAt(positionOf(25))).rejects.toThrow(refused);
      await expect(store.readAll({ after: logStart, limit: 100 })).rejects.toThrow(refused);
      await expect(store.readStream('stream-4', { from: 0n, limit: 10 })).rejects.toBeInstanceOf(
        StoreCorruptError,
      );
      expect(await store.readStream('stream-6', { from: 0n, limit: 100 })).toHaveLength(events / 10);
      await store.close();
    },
  );

  it('in which a text beside the log is another is refused where that is asked for', async () => {
    const data = copy();
    const store = open(data);
    await store.setMetaOnce('logId', 'one name');
    await store.close();
    alter(data, `UPDATE meta SET value = 'another name'`);
    const reader = open(data, 'read');
    await expect(reader.meta('logId')).rejects.toThrow('the text logId beside the log is not what was kept');
    await reader.close();
  });

  it('refuses every change of a recorded event', () => {
    const data = copy();
    expect(() => {
      alter(data, `UPDATE event SET data = '{}' WHERE position = 5`);
    }).toThrow('never changed');
    expect(() => {
      alter(data, 'DELETE FROM event WHERE position = 400');
    }).toThrow('never changed');
  });
});

describe('a folder that cannot be written', () => {
  const restore: (() => void)[] = [];

  afterEach(() => {
    for (const undo of restore.splice(0).reverse()) undo();
  });

  /** Removes the right to write. The superuser ignores file rights, so the test then runs as another user. */
  function readOnly(data: string): void {
    for (const name of readdirSync(data)) chmodSync(join(data, name), 0o444);
    chmodSync(data, 0o555);
    if (process.geteuid?.() === 0) {
      process.seteuid?.(ordinaryUser);
      restore.push(() => process.seteuid?.(0));
    }
  }

  it('is refused to a writer, with STORE_READ_ONLY', () => {
    const data = copy();
    readOnly(data);
    expect(() => open(data)).toThrow(StoreReadOnlyError);
    expect(() => open(join(data, 'new'))).toThrow(StoreReadOnlyError);
  });

  it('can be read all the same, by stream too', async () => {
    const data = copy();
    readOnly(data);
    const store = open(data, 'read');
    expect(await verifiedStreams(store)).toHaveLength(events);
    await store.close();
  });

  it('is not written by one who opened it to read', async () => {
    const store = open(copy(), 'read');
    const append = store.append([{ stream: 'x', expected: 'any', events: [event()] }]);
    await expect(append).rejects.toBeInstanceOf(StoreReadOnlyError);
    await expect(store.setMetaOnce('name', 'value')).rejects.toBeInstanceOf(StoreReadOnlyError);
    await store.close();
  });

  it('and holds no log says so to a reader', () => {
    expect(() => open(join(folder, 'nowhere'), 'read')).toThrow(StoreUnavailableError);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('a disk that is full', () => {
  it('fails the appends of that commit, and the store goes on when there is room', async () => {
    const data = join(folder, 'full');
    const child = new Child<AppendLine>('./append-forever.ts', [data, '6', '20000']);
    const answered = (lines: readonly AppendLine[]) => lines.filter((line) => 'position' in line);
    const refused = (lines: readonly AppendLine[]) => lines.filter((line) => 'refused' in line);
    await child.until((lines) => answered(lines).length >= 100);
    const room = statSync(`${log(data)}-wal`).size;
    limitFiles(child.pid, String(room));
    await child.until((lines) => refused(lines).length >= 20);
    const before = answered(child.lines).length;
    limitFiles(child.pid, 'unlimited');
    await child.until((lines) => answered(lines).length >= before + 100);
    await child.kill();

    const store = open(data, 'read');
    const recorded = new Set((await verifiedStreams(store)).map(({ eventId }) => eventId));
    await store.close();
    for (const { eventId } of answered(child.lines)) expect(recorded.has(eventId)).toBe(true);
    for (const line of refused(child.lines)) {
      expect(line).toMatchObject({ refused: 'STORE_UNAVAILABLE' });
      expect(recorded.has(line.eventId)).toBe(false);
    }
  });

  /** No file of the process may grow beyond this, which simulates a full disk without special rights. */
  function limitFiles(pid: number, bytes: string): void {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
  }
});

describe('values beside the log', () => {
  it('are kept once, for good', async () => {
    const data = copy();
    const store = open(data);
    expect(await store.meta('keyCheck')).toBeUndefined();
    expect(await store.setMetaOnce('keyCheck', 'abc')).toBe('abc');
    expect(await store.setMetaOnce('keyCheck', 'xyz')).toBe('abc');
    await store.close();
    const reader = open(data, 'read');
    expect(await reader.meta('keyCheck')).toBe('abc');
    await reader.close();
  });
});

async function readWhole(data: string): Promise<number> {
  const store = open(data, 'read');
  try {
    const all = await store.readAll({ after: logStart, limit: 10_000 });
    for (let stream = 0; stream < 10; stream += 1) {
      await store.readStream(`stream-${stream}`, { from: 0n, limit: 1000 });
    }
    return all.length;
  } finally {
    await store.close();
  }
}

/** A small generator of random numbers that gives the same ones for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
