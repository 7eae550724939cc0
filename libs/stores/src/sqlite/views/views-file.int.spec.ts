import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Generation,
  logStart,
  positionOf,
  StoreReadOnlyError,
  StoreUnavailableError,
  ViewsDamagedError,
} from '@safeconduct/engine';
import Database from 'better-sqlite3';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Child } from '../testing/child-process.js';
import { counted, countedBatch, timeline } from '../testing/counted-view.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openSqliteViews, type SqliteViews } from './sqlite-views.js';

const kills = 8;

let folder: string;
let count = 0;

beforeAll(() => {
  folder = temporaryFolder();
});

const fresh = (): string => join(folder, `views-${(count += 1)}`);
const file = (data: string): string => join(data, 'views.db');

/** Makes a live generation of fifty rows, and leaves the file at rest. */
async function filled(data: string): Promise<void> {
  const views = openSqliteViews({ folder: data, mode: 'write' });
  await fill(views, 50);
  await views.close();
}

async function fill(views: SqliteViews, rows: number): Promise<Generation> {
  const begun = await views.begin(counted);
  return views.promote(await views.commit(begun, counted, countedBatch(logStart, rows)), counted);
}

async function rowsOf(views: SqliteViews): Promise<number> {
  return (await views.scan(timeline, { limit: 1000 })).length;
}

describe('views whose writer is killed', () => {
  it('stand at a checkpoint that was committed, with the rows of exactly that checkpoint', async () => {
    const data = fresh();
    let reached = 0n;
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = new Child<number>('./fill-views-forever.ts', [data]);
      await child.until((lines) => lines.length >= kill * 7);
      await child.kill();
      const views = openSqliteViews({ folder: data, mode: 'write' });
      const [generation, ...others] = await views.generations();
      expect(others).toEqual([]);
      expect(generation?.checkpoint).toBeGreaterThanOrEqual(BigInt(child.lines.at(-1) ?? 0));
      reached = generation?.checkpoint ?? 0n;
      const keys = Array.from({ length: Number(reached) + 40 }, (_, index) => [index + 1]);
      expect(await views.fetch(generation as Generation, timeline, keys)).toHaveLength(Number(reached));
      await views.close();
    }
    expect(reached).toBeGreaterThan(0n);
  }, 120_000);
});

describe('the file of the views', () => {
  it.each([
    [
      'is no database',
      (data: string) => {
        writeFileSync(file(data), 'text '.repeat(2000));
      },
    ],
    [
      'is of another format',
      (data: string) => {
        alter(data, 'PRAGMA user_version = 99');
      },
    ],
    [
      'is of another program',
      (data: string) => {
        alter(data, 'PRAGMA application_id = 1');
      },
    ],
  ])('that %s tells a reader what to do, and is made again by a writer', async (_, damage) => {
    const data = fresh();
    await filled(data);
    damage(data);
    const reader = openSqliteViews({ folder: data, mode: 'read' });
    await expect(reader.generations()).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(rowsOf(reader)).rejects.toThrow(/writes|made again/);
    await reader.close();
    const writer = openSqliteViews({ folder: data, mode: 'write' });
    expect(await writer.generations()).toEqual([]);
    await fill(writer, 20);
    expect(await rowsOf(writer)).toBe(20);
    await writer.close();
  });

  it('that is damaged inside is marked by the reader who meets the damage, made again by a writer, and read on', async () => {
    const data = fresh();
    await filled(data);
    const [reader, writer] = [
      openSqliteViews({ folder: data, mode: 'read' }),
      openSqliteViews({ folder: data, mode: 'write' }),
    ];
    const [known] = await writer.generations();
    scribbleRows(data);
    await expect(rowsOf(reader)).rejects.toBeInstanceOf(ViewsDamagedError);
    expect([reader.damaged, writer.damaged]).toEqual([true, true]);
    expect(await reader.generations()).toEqual([]);
    expect(await writer.generations()).toEqual([]);
    await fill(writer, 20);
    expect(writer.damaged).toBe(false);
    expect(await rowsOf(reader)).toBe(20);
    expect((await reader.generations())[0]).not.toEqual(known);
    await reader.close();
    await writer.close();
    expect(readdirSync(data)).toEqual(['views.db']);
  });

  it('that is damaged inside is made again by the writer who meets the damage', async () => {
    const data = fresh();
    await filled(data);
    scribbleRows(data);
    const writer = openSqliteViews({ folder: data, mode: 'write' });
    const [live] = await writer.generations();
    const more = writer.commit(live as Generation, counted, countedBatch(positionOf(50), 10));
    await expect(more).rejects.toBeInstanceOf(ViewsDamagedError);
    expect(await writer.generations()).toEqual([]);
    await fill(writer, 20);
    expect(await rowsOf(writer)).toBe(20);
    await writer.close();
  });

  it('that was marked as damaged is made again when it is opened', async () => {
    const data = fresh();
    await filled(data);
    scribbleRows(data);
    const reader = openSqliteViews({ folder: data, mode: 'read' });
    await expect(rowsOf(reader)).rejects.toBeInstanceOf(ViewsDamagedError);
    await reader.close();
    const writer = openSqliteViews({ folder: data, mode: 'write' });
    expect([writer.damaged, await writer.generations()]).toEqual([false, []]);
    await writer.close();
  });

  it('that lacks its list of generations is made again by a writer', async () => {
    const data = fresh();
    await filled(data);
    alter(data, 'DROP TABLE generation');
    const writer = openSqliteViews({ folder: data, mode: 'write' });
    expect(await writer.generations()).toEqual([]);
    await writer.close();
  });

  it('that is not there has no generation, and is not made by a reader', async () => {
    const data = fresh();
    const reader = openSqliteViews({ folder: data, mode: 'read' });
    expect(await reader.generations()).toEqual([]);
    await expect(rowsOf(reader)).rejects.toThrow('have not been filled yet');
    await expect(reader.begin(counted)).rejects.toBeInstanceOf(StoreReadOnlyError);
    await reader.close();
    expect(existsSync(data)).toBe(false);
  });

  it('that is being made has no generation yet for a reader, and has one as soon as it is made', async () => {
    const data = fresh();
    mkdirSync(data);
    writeFileSync(file(data), '');
    const reader = openSqliteViews({ folder: data, mode: 'read' });
    expect(await reader.generations()).toEqual([]);
    await filled(data);
    expect(await reader.generations()).toHaveLength(1);
    await reader.close();
  });

  it('is one file at rest, which a reader leaves as it is', async () => {
    const data = fresh();
    await filled(data);
    const before = statSync(file(data)).mtimeMs;
    const reader = openSqliteViews({ folder: data, mode: 'read' });
    expect(await rowsOf(reader)).toBe(50);
    expect(readdirSync(data)).toEqual(['views.db']);
    await reader.close();
    expect(statSync(file(data)).mtimeMs).toBe(before);
  });

  it('is read by another while it is written, each batch as soon as it is there', async () => {
    const data = fresh();
    const writer = openSqliteViews({ folder: data, mode: 'write' });
    const live = await fill(writer, 10);
    const reader = openSqliteViews({ folder: data, mode: 'read' });
    expect(await rowsOf(reader)).toBe(10);
    await writer.commit(live, counted, countedBatch(live.checkpoint, 10));
    expect(await rowsOf(reader)).toBe(20);
    await fill(writer, 33);
    expect(await rowsOf(reader)).toBe(33);
    expect(await reader.generations()).toMatchObject([{ live: true, checkpoint: 33n }]);
    await reader.close();
    await writer.close();
  });

  it('has secondary indexes once a generation is live, and none before', async () => {
    const data = fresh();
    const writer = openSqliteViews({ folder: data, mode: 'write' });
    const begun = await writer.begin(counted);
    const indexes = () => {
      const db = new Database(file(data), { readonly: true });
      const names = db
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`)
        .pluck()
        .all();
      db.close();
      return names;
    };
    expect(indexes()).toEqual([]);
    await writer.promote(begun, counted);
    expect(indexes()).toEqual([`timeline__${begun.number}__case_id_revision`]);
    await writer.close();
  });

  /** Leaves the header, the schema and the list of generations as they are, and none of the rows. */
  function scribbleRows(data: string): void {
    const db = new Database(file(data), { readonly: true });
    const pages = db
      .prepare(`SELECT rootpage FROM sqlite_schema WHERE name GLOB '*__*'`)
      .pluck()
      .all() as number[];
    const pageBytes = db.pragma('page_size', { simple: true }) as number;
    db.close();
    const descriptor = openSync(file(data), 'r+');
    for (const page of pages) {
      writeSync(descriptor, Buffer.alloc(pageBytes, 0x5a), 0, pageBytes, (page - 1) * pageBytes);
    }
    closeSync(descriptor);
  }

  function alter(data: string, sql: string): void {
    const db = new Database(file(data));
    db.exec(sql);
    db.close();
  }
});
