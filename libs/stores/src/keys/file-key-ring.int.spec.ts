import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyRingContract } from '@safeconduct/engine/testing';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileKeyRing } from './file-key-ring.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

keyRingContract('file', { open: (installation) => openFileKeyRing(join(folder, installation)) });

describe('file key ring', () => {
  const fresh = (): string => mkdtempSync(join(folder, 'f-'));

  it('makes a key of 32 bytes on first use, for its owner alone, and leaves nothing else behind', () => {
    const own = fresh();
    openFileKeyRing(own);
    expect(readdirSync(own)).toEqual(['master.key']);
    expect(readFileSync(join(own, 'master.key'))).toHaveLength(32);
    expect(statSync(join(own, 'master.key')).mode & 0o777).toBe(0o600);
  });

  it('makes another key for every installation, and its fingerprint tells them apart', () => {
    const [one, two] = [fresh(), fresh()];
    expect(openFileKeyRing(one).fingerprint()).toBe(openFileKeyRing(one).fingerprint());
    expect(openFileKeyRing(one).fingerprint()).not.toBe(openFileKeyRing(two).fingerprint());
  });

  it('uses a file given by name, and makes none', () => {
    const own = fresh();
    const file = join(own, 'given.key');
    expect(() => openFileKeyRing(own, { file })).toThrow(/given\.key: there is no key/);
    writeFileSync(file, Buffer.alloc(32, 7), { mode: 0o600 });
    const ring = openFileKeyRing(own, { file });
    expect(readdirSync(own)).toEqual(['given.key']);
    expect(ring.keyedHash('case-id', 'R-1', 'hex')).toBe(hashUnderSevens);
  });

  it.each([0, 31, 33, 64])('refuses a key of %i bytes', (length) => {
    const own = fresh();
    writeFileSync(join(own, 'master.key'), Buffer.alloc(length), { mode: 0o600 });
    expect(() => openFileKeyRing(own)).toThrow(`a master key has 32 bytes, this file has ${length}`);
  });

  it.each([0o640, 0o604, 0o644, 0o620])(
    'refuses a key that others may use (%o) and says how to end that',
    (mode) => {
      const own = fresh();
      openFileKeyRing(own);
      chmodSync(join(own, 'master.key'), mode);
      expect(() => openFileKeyRing(own)).toThrow(/chmod 600/);
    },
  );
});

/**
 * HKDF-SHA-256 and HMAC-SHA-256 over a key of 32 sevens, computed with another program. If it changes, every
 * case id changes.
 */
const hashUnderSevens = '44ce751c71b30e6fc00a0476a6d269cbe39ce85faa558ada6917f031d0e69ff0';
