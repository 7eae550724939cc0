import { describe, expect, it } from '@jest/globals';
import { fixedClock } from '@safeconduct/engine/testing';
import { existsSync } from 'node:fs';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openMemoryViews } from '../sqlite/views/sqlite-views.js';
import { KeysLocation } from '../keys/keys-location.js';
import { openMemoryKeyStore } from './memory-key-store.js';
import { MemoryLocation } from './memory-location.js';

function memoryLocation(masterKeyFile?: string): MemoryLocation {
  const place = { name: 'memory', open: () => Promise.resolve(openMemoryKeyStore()) };
  const own = (folder: string) => ({ keyFile: `${folder}/master.key`, log: folder });
  return new MemoryLocation(
    openMemoryViews,
    (folder) => new KeysLocation({ masterKeyFile }, own(folder), place),
  );
}

describe('data in memory', () => {
  it('have no copies, and that is said with what to do', async () => {
    const location = memoryLocation();
    for (const copy of [() => location.backup(), () => location.restore()]) {
      await expect(copy()).rejects.toThrow(CopyRefusedError);
      await expect(copy()).rejects.toThrow(/in memory.*keep them in a folder/);
    }
  });

  it('leave no folder behind when their key cannot be opened', async () => {
    const location = memoryLocation('/nowhere/master.key');
    const opening = location.open({ note: 'test' }, { clock: fixedClock(), newLogId: () => 'log' });
    await expect(opening).rejects.toThrow('/nowhere/master.key');
    expect(existsSync(location.folder)).toBe(false);
  });
});
