import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { logStart, positionOf, type TableDefinition, type ViewDefinition } from '@safeconduct/engine';
import { counted, countedBatch, timeline } from '../testing/counted-view.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { readerOf } from './open-reader.js';
import { openSqliteViews, type SqliteViews } from './sqlite-views.js';
import type { ViewReader } from './view-reader.js';
import { viewsFile } from './views-file.js';

let views: SqliteViews;
let reader: ViewReader;

beforeEach(() => {
  const folder = temporaryFolder();
  views = openSqliteViews({ folder, mode: 'write' });
  reader = readerOf(viewsFile(folder));
});

afterEach(async () => {
  reader.close();
  await views.close();
});

async function fill(rows: number, view: ViewDefinition = counted): Promise<void> {
  const begun = await views.begin(view);
  await views.promote(await views.commit(begun, view, countedBatch(logStart, rows)), view);
}

const all = 'SELECT * FROM timeline';

describe('a reader of the views', () => {
  it('refuses every statement that writes, and nothing is changed', async () => {
    await fill(3);
    expect(() => reader.all('DELETE FROM timeline', [])).toThrow();
    expect(() => reader.all('DROP VIEW timeline', [])).toThrow();
    expect(() => reader.prepare(all).run([])).toThrow('written by their projection alone');
    expect(reader.all(all, [])).toHaveLength(3);
  });

  it('sees the columns of another version, also with a statement that was prepared before', async () => {
    await fill(1);
    expect(reader.all(all, [])).toEqual([{ position: 1, case_id: 'case-1', revision: 1 }]);
    const changed: TableDefinition = {
      ...timeline,
      columns: { case_id: 'text', position: 'integer' },
      indexes: [],
    };
    const others = counted.tables.filter(({ name }) => name !== timeline.name);
    await fill(1, { ...counted, version: 2, tables: [changed, ...others] });
    expect(Object.keys(reader.all(all, [])[0] as object)).toEqual(['case_id', 'position']);
  });

  it('gives rows one by one while another statement is asked', async () => {
    await fill(3);
    const positions: number[] = [];
    for (const row of reader.prepare(all).iterate([])) {
      positions.push((row as { readonly position: number }).position);
      expect(reader.all(all, [])).toHaveLength(3);
    }
    expect(positions).toEqual([1, 2, 3]);
  });
});

describe('the thread for long questions', () => {
  it('refuses every statement that writes', async () => {
    await fill(3);
    await expect(views.readingThread?.ask('DELETE FROM timeline', [])).rejects.toThrow();
    expect(await views.readingThread?.ask(all, [])).toHaveLength(3);
  });

  it('sees each batch of the live generation, and answers STORE_UNAVAILABLE while none has ever been live', async () => {
    await expect(views.readingThread?.ask(all, [])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await fill(3);
    const [generation] = await views.generations();
    expect(await views.readingThread?.ask(all, [])).toHaveLength(3);
    if (generation !== undefined) await views.commit(generation, counted, countedBatch(positionOf(3), 2));
    expect(await views.readingThread?.ask(all, [])).toHaveLength(5);
  });
});
