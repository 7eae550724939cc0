import { describe, expect, it } from '@jest/globals';
import type { KeyRing } from '../ports/key-ring.js';

/** What the contract needs to know of an adapter. */
export interface KeyRingAdapter {
  /** The ring of an installation; the same installation again has the same keys. */
  readonly open: (installation: string) => KeyRing;
}

/** What every key ring must do. */
export function keyRingContract(name: string, { open }: KeyRingAdapter): void {
  describe(`key ring contract: ${name}`, () => {
    it('hashes the same text for the same purpose to the same 32 bytes, in every process', () => {
      const hash = open('one').keyedHash('case-id', 'R-1', 'hex');
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(open('one').keyedHash('case-id', 'R-1', 'hex')).toBe(hash);
      const inBase64 = Buffer.from(hash, 'hex').toString('base64url');
      expect(open('one').keyedHash('case-id', 'R-1', 'base64url')).toBe(inBase64);
    });

    it('hashes otherwise for another text, another purpose, another installation', () => {
      const ring = open('one');
      const hashes = [
        ring.keyedHash('case-id', 'R-1', 'hex'),
        ring.keyedHash('case-id', 'R-2', 'hex'),
        ring.keyedHash('case-id', 'r-1', 'hex'),
        ring.keyedHash('case-id', '', 'hex'),
        ring.keyedHash('blind-index', 'R-1', 'hex'),
        ring.keyedHash('', 'case-idR-1', 'hex'),
        ring.keyedHash('case-idR', '-1', 'hex'),
        open('two').keyedHash('case-id', 'R-1', 'hex'),
      ];
      expect(new Set(hashes).size).toBe(hashes.length);
    });

    it('hashes text of every script, and does not take one form of a letter for another', () => {
      const ring = open('one');
      const [composed, decomposed] = ['é', 'e\u0301'].map((text) => ring.keyedHash('name', text, 'hex'));
      expect(composed).not.toBe(decomposed);
      expect(ring.keyedHash('اسم', 'احمد 🕊', 'hex')).toHaveLength(64);
    });
  });
}
