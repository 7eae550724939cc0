import { describe, expect, it } from '@jest/globals';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openMemoryViews } from '../sqlite/views/sqlite-views.js';
import { MemoryLocation } from './memory-location.js';

describe('data in memory', () => {
  it('have no copies, and that is said with what to do', () => {
    const location = new MemoryLocation(openMemoryViews, undefined);
    for (const copy of [() => location.backup(), () => location.restore()]) {
      expect(copy).toThrow(CopyRefusedError);
      expect(copy).toThrow(/in memory.*keep them in a folder/);
    }
  });
});
