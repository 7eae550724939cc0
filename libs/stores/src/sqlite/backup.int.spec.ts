import { beforeAll, describe, expect, it } from '@jest/globals';
import { StoreCorruptError } from '@safeconduct/engine';
import { verifiedLog } from '@safeconduct/engine/testing';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CopyRefusedError } from '../copy-refused-error.js';
import { backupLog, restoreLog } from './backup.js';
import { openSqliteEvents } from './events/sqlite-events.js';
import { alterLog, guarded, unguarded } from './testing/alter-log.js';
import { clock, event, sampleLog } from './testing/sample-log.js';
import { temporaryFolder } from './testing/temporary-folder.js';

const events = 1200;

let folder: string;
let data: string;

beforeAll(async () => {
  folder = temporaryFolder();
  data = join(folder, 'data');
  await sampleLog(data, events);
});

const open = (name: string, mode: 'write' | 'read' = 'read') =>
  openSqliteEvents({ folder: name, clock, mode });

async function logIn(name: string) {
  const store = open(name);
  try {
    return await verifiedLog(store);
  } finally {
    await store.close();
  }
}

describe('a backup', () => {
  it('restored elsewhere is the same log', async () => {
    const file = join(folder, 'copy.db');
    expect(backupLog(data, file)).toBe(BigInt(events));
    expect(restoreLog(file, join(folder, 'elsewhere'))).toBe(BigInt(events));
    expect(await logIn(join(folder, 'elsewhere'))).toEqual(await logIn(data));
  });

  it('into a folder that is not there names that folder', () => {
    const file = join(folder, 'nowhere', 'copy.db');
    expect(() => backupLog(data, file)).toThrow(CopyRefusedError);
    expect(() => backupLog(data, file)).toThrow(`there is no folder ${join(folder, 'nowhere')}`);
  });

  it('into a name that is taken is refused, also when another one is being made, and leaves nothing', () => {
    const target = join(folder, 'taken');
    mkdirSync(target);
    const file = join(target, 'copy.db');
    writeFileSync(`${file}.1.part`, 'of another process');
    backupLog(data, file);
    expect(() => backupLog(data, file)).toThrow(`${file} exists`);
    expect(readdirSync(target).sort()).toEqual(['copy.db', 'copy.db.1.part']);
  });

  it('of a log with a gap, or with a damaged event, is refused and leaves nothing', async () => {
    const damages = [
      'DELETE FROM event WHERE position = 600',
      `UPDATE event SET type = 'X' WHERE position = 600`,
    ];
    for (const [number, damage] of damages.entries()) {
      const damaged = join(folder, `damaged-${number}`);
      await sampleLog(damaged, events);
      alterLog(damaged, `${unguarded} ${damage}; ${guarded}`);
      const file = join(folder, `damaged-${number}.db`);
      expect(() => backupLog(damaged, file)).toThrow(StoreCorruptError);
      expect(existsSync(file)).toBe(false);
    }
  });
});

describe('a restore', () => {
  it('of a log in use is refused, because a part of it is in its -wal file', async () => {
    const live = join(folder, 'live');
    const store = open(live, 'write');
    await store.append([{ stream: 'x', expected: 'noStream', events: [event()] }]);
    const target = join(folder, 'from-live');
    expect(() => restoreLog(join(live, 'events.db'), target)).toThrow(/is a log in use.*safeconduct backup/);
    expect(existsSync(target)).toBe(false);
    expect(backupLog(live, join(folder, 'live.db'))).toBe(1n);
    await store.close();
  });
});
