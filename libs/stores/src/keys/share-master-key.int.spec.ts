import { beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openFileKeyRing } from './file-key-ring.js';
import { KeyFileError } from './key-file-error.js';
import { shareMasterKey } from './share-master-key.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'share-key-'));
});

/** A place whose key is beside its data; it has one already, or none yet. */
function placeOf(name: string, { hasKey }: { readonly hasKey: boolean }) {
  const keyLocation = join(folder, name, 'master.key');
  if (hasKey) openFileKeyRing(join(folder, name));
  return { name, keyLocation };
}

describe('the master key of a log that is poured', () => {
  it('is copied to a place that has none, for its owner alone', () => {
    const [from, to] = [placeOf('from', { hasKey: true }), placeOf('to', { hasKey: false })];
    expect(shareMasterKey(from, to)).toBe(to.keyLocation);
    expect(readFileSync(to.keyLocation)).toEqual(readFileSync(from.keyLocation));
    expect(statSync(to.keyLocation).mode & 0o777).toBe(0o600);
  });

  it('stays as it is where it is already, also in one file for both', () => {
    const [from, to] = [placeOf('from', { hasKey: true }), placeOf('to', { hasKey: false })];
    shareMasterKey(from, to);
    expect(shareMasterKey(from, to)).toBeUndefined();
    const file = join(folder, 'nowhere', 'one.key');
    const sameFile = (name: string) => ({ name, keyLocation: file });
    expect(shareMasterKey(sameFile('from'), sameFile('to'))).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });

  it('never replaces another one', () => {
    const [from, to] = [placeOf('from', { hasKey: true }), placeOf('to', { hasKey: true })];
    const before = readFileSync(to.keyLocation);
    expect(() => shareMasterKey(from, to)).toThrow(CopyRefusedError);
    expect(readFileSync(to.keyLocation)).toEqual(before);
  });

  it('is missed where the log has lost it, and no file is made', () => {
    const [from, to] = [placeOf('from', { hasKey: false }), placeOf('to', { hasKey: false })];
    expect(() => shareMasterKey(from, to)).toThrow(KeyFileError);
    expect(existsSync(to.keyLocation)).toBe(false);
  });
});
