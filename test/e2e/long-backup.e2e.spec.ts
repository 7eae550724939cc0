import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { openSqliteEvents, systemClock } from '@safeconduct/stores';
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cli, temporaryFolder } from './cli.js';

const folder = temporaryFolder();
const [data, backup] = [join(folder, 'data'), join(folder, 'log.backup')];
const store = openSqliteEvents({ folder: data, clock: systemClock, mode: 'write' });
let db: Database.Database | undefined;

afterAll(async () => {
  db?.close();
  await store.close();
});

const write = (count: number) => ({
  stream: `case-${randomUUID()}`,
  expected: 'noStream' as const,
  events: Array.from({ length: count }, () => ({
    ...{ eventId: randomUUID(), type: 'Noted', schemaVersion: 1, metadata: {} },
    data: JSON.stringify({ note: 'n'.repeat(300) }),
  })),
});

/** How large the backup is that is being made; 0 while there is none. */
function sizeSoFar(): number {
  const part = readdirSync(folder).find((name) => name.endsWith('.part'));
  return part === undefined ? 0 : (statSync(join(folder, part), { throwIfNoEntry: false })?.size ?? 0);
}

describe('a backup of a long log', () => {
  it('lets the write-ahead file be emptied while it is being made, which one long read would hinder', async () => {
    for (let some = 0; some < 100; some += 1) await store.append([write(500)]);
    db = new Database(join(data, 'events.db'), { timeout: 0 });
    const state = { isOver: false };
    const run = cli(['backup', backup, '--data', data]).finally(() => (state.isOver = true));
    let emptiedAt = 0;
    while (!state.isOver) {
      await store.append([write(1)]);
      const size = sizeSoFar();
      const [found] = db.pragma('wal_checkpoint(RESTART)') as readonly { readonly busy: number }[];
      if (size > 0 && emptiedAt === 0 && found?.busy === 0) emptiedAt = size;
      await sleep(1);
    }
    expect(await run).toMatchObject({ code: 0 });
    expect(emptiedAt).toBeGreaterThan(0);
    // It was in the middle.
    expect(emptiedAt).toBeLessThan(statSync(backup).size / 2);
  });
});
