import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSecretKey } from 'node:crypto';
import { open, seal } from './box.js';

const key = createSecretKey(Buffer.alloc(32, 1));
/** The ciphertext and the tag. */
const sealedElsewhere = '54b7a4203877a091fe84ddbb3dc9ff3d968344f14fbee4830daede67110f';
const text = fc.string({ unit: 'binary' }).map((drawn) => drawn.toWellFormed());

describe('a sealed text', () => {
  it('opens to what it was, in every script and of every length', () => {
    fc.assert(
      fc.property(text, text, (context, given) => {
        expect(open(key, context, seal(key, context, given))).toBe(given);
      }),
    );
  });

  it('is of the form that is documented: a nonce of 12 bytes, as many bytes as the text, a tag of 16', () => {
    expect(Buffer.from(seal(key, '', 'سامر'), 'base64')).toHaveLength(12 + 8 + 16);
  });

  it('opens what was sealed by another program', () => {
    // AES-256-GCM of Python's cryptography 48: key of 32 ones, nonce of 12 twos, associated data "context".
    const box = Buffer.concat([Buffer.alloc(12, 2), Buffer.from(sealedElsewhere, 'hex')]).toString('base64');
    expect(open(key, 'context', box)).toBe('Samir al-Hasan');
  });

  it('does not open with another key, in another context, or when a bit of it was changed', () => {
    const box = seal(key, 'context', 'Samir al-Hasan');
    expect(() => open(createSecretKey(Buffer.alloc(32, 2)), 'context', box)).toThrow();
    expect(() => open(key, 'contexts', box)).toThrow();
    const bytes = Buffer.from(box, 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(key, 'context', changed.toString('base64'))).toThrow();
    }
  });

  it.each([0, 11, 27])('does not open when only %i bytes of it are left', (length) => {
    const bytes = Buffer.from(seal(key, '', 'text'), 'base64').subarray(0, length);
    expect(() => open(key, '', bytes.toString('base64'))).toThrow(/shorter/);
  });

  it('has another nonce each time', () => {
    const nonces = Array.from({ length: 2000 }, () => seal(key, '', '').slice(0, 16));
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});
