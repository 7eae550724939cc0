import { describe, expect, it } from '@jest/globals';
import type { Ids } from '../ports/ids.js';

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What every source of ids must do. */
export function idsContract(name: string, open: () => Ids): void {
  describe(`ids contract: ${name}`, () => {
    it('makes UUIDs of version 7, in lower case', () => {
      const ids = open();
      for (let count = 0; count < 1000; count += 1) expect(ids.next()).toMatch(version7);
    });

    it('makes each id once, and each greater than the one before', () => {
      const ids = open();
      const made = Array.from({ length: 50_000 }, () => ids.next());
      expect(new Set(made).size).toBe(made.length);
      expect(made).toEqual([...made].sort());
    });
  });
}
