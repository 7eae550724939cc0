import { describe, expect, it } from '@jest/globals';
import type { KeyRing } from '../ports/key-ring.js';

/** What the contract needs to know of an adapter. */
export interface KeyRingAdapter {
  /** The ring of an installation; the same installation again has the same keys. */
  readonly open: (installation: string) => KeyRing;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What every key ring must do. */
export function keyRingContract(name: string, { open }: KeyRingAdapter): void {
  describe(`key ring contract: ${name}`, () => {
    it('hashes the same text for the same purpose to the same 32 bytes, for as long as the installation lives', () => {
      const hash = open('one').keyedHash('case-id', 'R-1');
      expect(hash).toHaveLength(32);
      expect(hex(open('one').keyedHash('case-id', 'R-1'))).toBe(hex(hash));
    });

    it('hashes otherwise for another text, another purpose, another installation', () => {
      const ring = open('one');
      const hashes = [
        ring.keyedHash('case-id', 'R-1'),
        ring.keyedHash('case-id', 'R-2'),
        ring.keyedHash('case-id', 'r-1'),
        ring.keyedHash('case-id', ''),
        ring.keyedHash('blind-index', 'R-1'),
        ring.keyedHash('', 'case-idR-1'),
        ring.keyedHash('case-idR', '-1'),
        open('two').keyedHash('case-id', 'R-1'),
      ];
      expect(new Set(hashes.map(hex)).size).toBe(hashes.length);
    });

    it('hashes text of every script, and does not take one form of a letter for another', () => {
      const ring = open('one');
      const [composed, decomposed] = ['é', 'e\u0301'].map((text) => hex(ring.keyedHash('name', text)));
      expect(composed).not.toBe(decomposed);
      expect(ring.keyedHash('اسم', 'احمد 🕊')).toHaveLength(32);
    });

    it('answers with bytes of the caller, who may change them', () => {
      const ring = open('one');
      const before = hex(ring.keyedHash('case-id', 'R-1'));
      ring.keyedHash('case-id', 'R-1').fill(0);
      expect(hex(ring.keyedHash('case-id', 'R-1'))).toBe(before);
    });
  });
}
