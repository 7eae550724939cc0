import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@safeconduct/engine';
import { fixedClock } from '@safeconduct/engine/testing';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openMemoryEvents } from '../memory/memory-events.js';
import { sqliteKeyStorePlace } from '../sqlite/keys/sqlite-key-store.js';
import { copyKeys, copyKeyStore } from './copy-keys.js';
import { KeyFileError } from './key-file-error.js';
import { KeysLocation } from './keys-location.js';

const folder = mkdtempSync(join(tmpdir(), 'copy-keys-'));
let own: string;

beforeEach(() => {
  own = mkdtempSync(join(folder, 'f-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const keyFileOf = (name: string) => join(own, name, 'master.key');
const placeOf = (name: string, masterKeyFile?: string) =>
  new KeysLocation(
    { masterKeyFile },
    { keyFile: keyFileOf(name), log: name },
    sqliteKeyStorePlace(join(own, name, 'keys')),
  );
const emptyLog = (): EventStore => openMemoryEvents({ clock: fixedClock() });

/** Keys of a log: of these subjects, some of them destroyed. */
async function led(
  place: KeysLocation,
  made: readonly string[],
  { destroyed = [] as readonly string[], log = emptyLog() } = {},
) {
  const opened = await place.open({ mode: 'write', hasLog: existsSync(place.masterKeyLocation) });
  const ring = await opened.ringFor(log);
  const { subjects } = ring;
  const ids = await Promise.all(made.map(async (subject) => (await subjects.make(subject)).id));
  for (const subject of destroyed) await subjects.destroy(subject, '2025-01-01T00:00:00.000Z');
  await opened.close();
  return { ids, log, hash: ring.keyedHash('case-id', 'R-1', 'hex') };
}

/** The keys as the other place has them. */
async function foundIn(place: KeysLocation, log: EventStore, asked: readonly string[]) {
  const opened = await place.open({ mode: 'read', hasLog: true });
  const ring = await opened.ringFor(log);
  const { subjects } = ring;
  const found = await subjects.find(asked);
  await opened.close();
  const states = asked.map((subject) => {
    const key = found.get(subject);
    return key === undefined ? 'none' : 'destroyedAt' in key ? 'destroyed' : key.id;
  });
  return { states, hash: ring.keyedHash('case-id', 'R-1', 'hex') };
}

describe('the keys of a log that is poured', () => {
  it('are copied to a place that has none, the master key for its owner alone', async () => {
    const [from, to] = [placeOf('from'), placeOf('to')];
    const { ids, log, hash } = await led(from, ['one', 'two']);
    expect(await copyKeys(from, to)).toEqual({ masterKeyFile: keyFileOf('to'), store: to.storePlace.name });
    expect(readFileSync(keyFileOf('to'))).toEqual(readFileSync(keyFileOf('from')));
    expect(statSync(keyFileOf('to')).mode & 0o777).toBe(0o600);
    expect(await foundIn(to, log, ['one', 'two', 'three'])).toEqual({ states: [...ids, 'none'], hash });
  });

  it('are copied once more with what is new, and what was destroyed meanwhile is destroyed there', async () => {
    const [from, to] = [placeOf('from'), placeOf('to')];
    const { log } = await led(from, ['one', 'two']);
    await copyKeys(from, to);
    const { ids } = await led(from, ['two', 'three'], { destroyed: ['one'], log });
    await copyKeys(from, to);
    expect((await foundIn(to, log, ['one', 'two', 'three'])).states).toEqual(['destroyed', ...ids]);
  });

  it('stay destroyed where they were destroyed, whatever a copy of before has', async () => {
    const [from, to] = [placeOf('from'), placeOf('to')];
    const { log } = await led(from, ['one']);
    await copyKeys(from, to);
    await led(to, [], { destroyed: ['one'], log });
    await copyKeys(from, to);
    expect((await foundIn(to, log, ['one'])).states).toEqual(['destroyed']);
  });

  it('are left where they are when both places use one master key and one key store', async () => {
    const file = join(own, 'one.key');
    writeFileSync(file, Buffer.alloc(32, 1), { mode: 0o600 });
    const from = placeOf('from', file);
    await led(from, ['one']);
    expect(await copyKeys(from, placeOf('from', file))).toEqual({
      masterKeyFile: undefined,
      store: undefined,
    });
  });

  it('never replace others', async () => {
    const [from, to] = [placeOf('from'), placeOf('to')];
    await led(from, ['one']);
    const { ids, log } = await led(to, ['one']);
    const before = readFileSync(keyFileOf('to'));
    await expect(copyKeys(from, to)).rejects.toThrow(CopyRefusedError);
    expect(readFileSync(keyFileOf('to'))).toEqual(before);
    expect((await foundIn(to, log, ['one'])).states).toEqual(ids);
  });

  it('never go into the key store of another log, also under one master key', async () => {
    const file = join(own, 'one.key');
    writeFileSync(file, Buffer.alloc(32, 1), { mode: 0o600 });
    const [from, to] = [placeOf('from', file), placeOf('to', file)];
    await led(from, ['one']);
    const { log } = await led(to, []);
    await expect(copyKeys(from, to)).rejects.toThrow(/the key store of another log; choose a new place/);
    expect((await foundIn(to, log, ['one'])).states).toEqual(['none']);
  });

  it('are missed where the log has lost its master key, and no file is made', async () => {
    const [from, to] = [placeOf('from'), placeOf('to')];
    await expect(copyKeys(from, to)).rejects.toThrow(KeyFileError);
    expect(existsSync(keyFileOf('to'))).toBe(false);
  });
});

describe('a copy of a key store', () => {
  it('has every key and tombstone, still wrapped by the same master key', async () => {
    const from = placeOf('from');
    const { ids, log } = await led(from, ['one', 'two'], { destroyed: ['two'] });
    expect(await copyKeyStore(from, sqliteKeyStorePlace(join(own, 'copy', 'keys')))).toBe(1);
    const copy = placeOf('copy', keyFileOf('from'));
    expect((await foundIn(copy, log, ['one', 'two'])).states).toEqual([ids[0], 'destroyed']);
  });

  it('never overwrites', async () => {
    const from = placeOf('from');
    await led(from, ['one']);
    const place = sqliteKeyStorePlace(join(own, 'copy'));
    await copyKeyStore(from, place);
    await expect(copyKeyStore(from, place)).rejects.toThrow(/exists; choose another folder/);
  });
});
