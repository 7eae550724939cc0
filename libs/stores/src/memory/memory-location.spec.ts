import { describe, expect, it } from '@jest/globals';
import { fixedClock } from '@safeconduct/engine/testing';
import { existsSync } from 'node:fs';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openMemoryViews } from '../sqlite/views/sqlite-views.js';
import { MemoryLocation } from './memory-location.js';

describe('data in memory', () => {
  it('have no copies, and that is said with what to do', async () => {
    const location = new MemoryLocation(openMemoryViews, undefined);
    for (const copy of [() => location.backup(), () => location.restore()]) {
      await expect(copy()).rejects.toThrow(CopyRefusedError);
      await expect(copy()).rejects.toThrow(/in memory.*keep them in a folder/);
    }
  });

  it('leave no folder behind when their key cannot be opened', async () => {
    const location = new MemoryLocation(openMemoryViews, '/nowhere/master.key');
    const opening = location.open({ note: 'test' }, { clock: fixedClock(), newLogId: () => 'log' });
    await expect(opening).rejects.toThrow('/nowhere/master.key');
    expect(existsSync(location.folder)).toBe(false);
  });
});
