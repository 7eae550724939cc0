import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isDestroyed, StoreCorruptError } from '@safeconduct/engine';
import { subjectKeysContract } from '@safeconduct/engine/testing';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBegun } from '../../keys/testing/begun-key-store.js';
import { leaveJournal } from '../testing/leave-journal.js';
import { keysFile } from './keys-file.js';
import { sqliteKeyStorePlace } from './sqlite-key-store.js';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
const freshFolder = () => join(mkdtempSync(join(folder, 'f-')), 'keys');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

subjectKeysContract('SQLite', {
  fresh() {
    const place = sqliteKeyStorePlace(freshFolder());
    return Promise.resolve(() => openBegun(place));
  },
});

describe('a key store in a file', () => {
  let own: string;
  beforeEach(() => {
    own = freshFolder();
  });
  const begun = () => openBegun(sqliteKeyStorePlace(own));
  const bytesIn = () => readdirSync(own).map((file) => readFileSync(join(own, file)));

  it('is not made by looking for it', async () => {
    for (const mode of ['read', 'write'] as const) {
      const store = await sqliteKeyStorePlace(own).open(mode);
      expect(await store.header()).toBeUndefined();
      await store.close();
    }
    expect(statSync(own, { throwIfNoEntry: false })).toBeUndefined();
  });

  it('is one file at rest, in a folder for its owner alone', async () => {
    const { keys, close } = await begun();
    await keys.make('one');
    await close();
    expect(readdirSync(own)).toEqual(['keys.db']);
    expect(statSync(own).mode & 0o077).toBe(0);
  });

  it('has the bytes of no key in the clear, and after destroying not even the wrapped ones', async () => {
    const { store, keys, close } = await begun();
    const key = await keys.make('one');
    const [row] = await store.find(['one']);
    const { wrapped } = row as { wrapped: Buffer };
    const secret = isDestroyed(key) ? Buffer.alloc(0) : key.of('identity').export();
    expect(bytesIn().some((bytes) => bytes.includes(wrapped))).toBe(true);
    expect(bytesIn().some((bytes) => bytes.includes(secret))).toBe(false);
    await keys.destroy('one', '2025-01-01T00:00:00.000Z');
    expect(bytesIn().some((bytes) => bytes.includes(wrapped))).toBe(false);
    await close();
    expect(bytesIn().some((bytes) => bytes.includes(wrapped))).toBe(false);
  });

  it.each([
    [
      'is empty',
      (file: string) => {
        truncateSync(file, 0);
      },
    ],
    [
      'has lost its end',
      (file: string) => {
        truncateSync(file, 8192);
      },
    ],
    [
      'is another file',
      (file: string) => {
        writeFileSync(file, 'not a key store, whatever it is');
      },
    ],
  ])('is refused when it %s, with STORE_CORRUPT', async (_how, damage) => {
    const { keys, close } = await begun();
    for (let subject = 0; subject < 200; subject += 1) await keys.make(`subject ${subject}`);
    await close();
    damage(keysFile(own));
    for (const mode of ['read', 'write'] as const) {
      const store = await sqliteKeyStorePlace(own).open(mode);
      await expect(store.header()).rejects.toThrow(StoreCorruptError);
      await store.close();
    }
  });

  it.each(['read', 'write'] as const)(
    'is there for whoever opens it to %s after a process was killed while it wrote',
    async (mode) => {
      const { store: written, close } = await begun();
      const header = await written.header();
      await close();
      leaveJournal(keysFile(own));
      const store = await sqliteKeyStorePlace(own).open(mode);
      expect(await store.header()).toEqual(header);
      await store.close();
    },
  );

  it('answers no more when its file was removed while it was open', async () => {
    const { keys, close } = await begun();
    await keys.make('one');
    rmSync(own, { recursive: true });
    await expect(keys.make('two')).rejects.toThrow(/removed or replaced/);
    await close();
  });

  it('is not changed by somebody who only reads it', async () => {
    await (await begun()).close();
    const store = await sqliteKeyStorePlace(own).open('read');
    const row = { subject: 'one', keyId: 'k', destroyedAt: '2025-01-01T00:00:00.000Z' };
    for (const change of [() => store.keep([row]), () => store.destroy(row), () => store.removeRoot('m')])
      await expect(change()).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
    await store.close();
  });
});
