import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore, KeyRing } from '@safeconduct/engine';
import { fixedClock, keyRingContract } from '@safeconduct/engine/testing';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryEvents } from '../memory/memory-events.js';
import { memoryKeyRing } from '../memory/memory-key-store.js';
import { sqliteKeyStorePlace } from '../sqlite/keys/sqlite-key-store.js';
import { KeyFileError } from './key-file-error.js';
import { KeyStoreError } from './key-store-error.js';
import { fingerprintOf, keyedHashesUnder } from './key-ring.js';
import { keyCheckName, KeysLocation, keyStoreName, type MasterKeyConfiguration } from './keys-location.js';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

keyRingContract('of a root', {
  open: (installation) => ({ ...memoryKeyRing(), ...keyedHashesUnder(Buffer.alloc(32, installation)) }),
});

/** The hash under a key of 32 sevens, computed with another program. If it changes, every case id changes. */
it('hashes by HKDF-SHA-256 and HMAC-SHA-256', () => {
  expect(keyedHashesUnder(Buffer.alloc(32, 7)).keyedHash('case-id', 'R-1', 'hex')).toBe(
    '44ce751c71b30e6fc00a0476a6d269cbe39ce85faa558ada6917f031d0e69ff0',
  );
});

describe('the keys of an installation', () => {
  let own: string;
  let log: EventStore;

  beforeEach(() => {
    own = mkdtempSync(join(folder, 'f-'));
    log = openMemoryEvents({ clock: fixedClock() });
  });

  const keyFile = () => join(own, 'master.key');
  const locationOf = (configuration: MasterKeyConfiguration = {}, store = join(own, 'keys')) =>
    new KeysLocation(configuration, { keyFile: keyFile(), log: 'the log' }, sqliteKeyStorePlace(store));
  const hasLog = async () => (await log.meta(keyCheckName)) !== undefined;

  async function opened<Result>(
    location: KeysLocation,
    use: (ring: KeyRing) => Result | Promise<Result>,
    mode: 'write' | 'read' = 'write',
  ): Promise<Result> {
    const keys = await location.open({ mode, hasLog: await hasLog() });
    try {
      return await use(await keys.ringFor(log));
    } finally {
      await keys.close();
    }
  }
  const begin = (location = locationOf()) =>
    opened(location, async (ring) => ({
      hash: ring.keyedHash('case-id', 'R-1', 'hex'),
      id: (await ring.subjects.make('one')).id,
    }));
  const again = (location = locationOf(), mode: 'write' | 'read' = 'write') =>
    opened(
      location,
      async (ring) => ({
        hash: ring.keyedHash('case-id', 'R-1', 'hex'),
        id: (await ring.subjects.find(['one'])).get('one')?.id,
      }),
      mode,
    );
  const otherKeyFile = (byte: number): string => {
    const file = join(own, `${byte}.key`);
    writeFileSync(file, Buffer.alloc(32, byte), { mode: 0o600 });
    return file;
  };

  it('are made with a new log: a master key of 32 bytes for its owner alone, and a key store', async () => {
    await begin();
    expect(readdirSync(own).sort()).toEqual(['keys', 'master.key']);
    expect(readFileSync(keyFile())).toHaveLength(32);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  });

  it('are the same each time, to write and to read, and others in another installation', async () => {
    const first = await begin();
    expect(await again()).toEqual(first);
    expect(await again(locationOf(), 'read')).toEqual(first);
    [own, log] = [mkdtempSync(join(folder, 'f-')), openMemoryEvents({ clock: fixedClock() })];
    expect((await begin()).hash).not.toBe(first.hash);
  });

  it('are wrapped by a key of the environment as by one in a file', async () => {
    const masterKey = Buffer.alloc(32, 5).toString('base64');
    const first = await begin(locationOf({ masterKey }));
    expect(existsSync(keyFile())).toBe(false);
    expect(await again(locationOf({ masterKeyFile: otherKeyFile(5) }))).toEqual(first);
    expect(locationOf({ masterKey }).masterKeyLocation).toBe('SAFECONDUCT_MASTER_KEY');
    await expect(again(locationOf({ masterKey: 'c2hvcnQ=' }))).rejects.toThrow(/32 bytes.*base64/);
  });

  it('use a file given by name, and make none', async () => {
    const masterKeyFile = join(own, 'given.key');
    await expect(begin(locationOf({ masterKeyFile }))).rejects.toThrow(/given\.key: there is no key/);
    expect(existsSync(masterKeyFile)).toBe(false);
  });

  it('refuse a master key that was lost, and say what is lost and what is not', async () => {
    await begin();
    rmSync(keyFile());
    for (const mode of ['write', 'read'] as const) {
      const refused = expect(again(locationOf(), mode)).rejects;
      await refused.toThrow(KeyFileError);
      await expect(again(locationOf(), mode)).rejects.toThrow(
        /there is no key; put back.*lost without it: every personal field.*What is not: states/,
      );
    }
    expect(existsSync(keyFile())).toBe(false);
  });

  it('refuse a wrong master key before anything is written', async () => {
    await begin();
    writeFileSync(keyFile(), Buffer.alloc(32, 9), { mode: 0o600 });
    const before = readFileSync(join(own, 'keys', 'keys.db'));
    await expect(locationOf().open({ mode: 'write', hasLog: true })).rejects.toThrow(
      /this is not the master key of .*keys\.db: it has the id [0-9a-f]{16}, the keys there are wrapped by [0-9a-f]{16}/,
    );
    expect(readFileSync(join(own, 'keys', 'keys.db'))).toEqual(before);
  });

  it('refuse a log whose key store is missing, and say what is lost and what is not', async () => {
    await begin();
    rmSync(join(own, 'keys'), { recursive: true });
    for (const mode of ['write', 'read'] as const) {
      await expect(again(locationOf(), mode)).rejects.toThrow(KeyStoreError);
      await expect(again(locationOf(), mode)).rejects.toThrow(
        /the key store of the log is not there; put the right one back.*every personal field/,
      );
    }
    expect(existsSync(join(own, 'keys'))).toBe(false);
  });

  it('refuse the key store of another installation, also under the same master key', async () => {
    const masterKeyFile = otherKeyFile(5);
    await begin(locationOf({ masterKeyFile }));
    const first = log;
    log = openMemoryEvents({ clock: fixedClock() });
    await begin(locationOf({ masterKeyFile }, join(own, 'others')));
    log = first;
    await expect(again(locationOf({ masterKeyFile }, join(own, 'others')))).rejects.toThrow(
      /this is the key store of another installation than the log/,
    );
  });

  describe('of a log of a release that sealed nothing', () => {
    const before = Buffer.alloc(32, 7);
    beforeEach(async () => {
      writeFileSync(keyFile(), before, { mode: 0o600 });
      await log.setMetaOnce(keyCheckName, fingerprintOf(before));
    });

    it('hash as they did, so that every reference leads to its case', async () => {
      const hash = keyedHashesUnder(before).keyedHash('case-id', 'R-1', 'hex');
      expect((await again(locationOf(), 'read')).hash).toBe(hash);
      expect(existsSync(join(own, 'keys'))).toBe(false);
      expect((await begin()).hash).toBe(hash);
      expect((await again()).hash).toBe(hash);
      expect(await log.meta(keyStoreName)).toBeDefined();
    });

    it('refuse another master key', async () => {
      writeFileSync(keyFile(), Buffer.alloc(32, 8), { mode: 0o600 });
      await expect(begin()).rejects.toThrow(
        /this is not the key that the log was begun with; put that one back/,
      );
      expect(existsSync(join(own, 'keys'))).toBe(false);
    });
  });

  it.each([0, 31, 33, 64])('refuse a master key of %i bytes', async (length) => {
    writeFileSync(keyFile(), Buffer.alloc(length), { mode: 0o600 });
    await expect(begin()).rejects.toThrow(`a master key has 32 bytes, this file has ${length}`);
  });

  it.each([0o640, 0o604, 0o644, 0o620])(
    'refuse a master key that others may use (%o) and say how to end that',
    async (mode) => {
      await begin();
      chmodSync(keyFile(), mode);
      await expect(again()).rejects.toThrow(/chmod 600/);
    },
  );
});
