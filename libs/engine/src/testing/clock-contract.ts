import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '@safeconduct/workflow';
import type { Clock } from '../ports/clock.js';

/** What every clock must do. */
export function clockContract(name: string, open: () => Clock): void {
  describe(`clock contract: ${name}`, () => {
    it('tells the time as an instant in UTC with milliseconds', () => {
      const now = open().now();
      expect(parseInstant(now)).toBe(now);
    });

    it('tells times whose order as texts is their order in time', () => {
      const clock = open();
      const times = Array.from({ length: 1000 }, () => clock.now());
      expect(times).toEqual([...times].sort());
    });
  });
}
