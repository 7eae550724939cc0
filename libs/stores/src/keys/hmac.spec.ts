import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { hmacSha256, type Digits } from './hmac.js';

describe('HMAC-SHA-256', () => {
  it('is that of RFC 4231, test case 2', () => {
    expect(hmacSha256(Buffer.from('Jefe'))('what do ya want for nothing?', 'hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('is that of OpenSSL for every key and text, one after the other under one key', () => {
    const texts = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1200, maxLength: 6000 }),
      ),
    );
    const digits = fc.constantFrom<Digits>('hex', 'base64url');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), texts, digits, (bytes, all, form) => {
        const key = Buffer.from(bytes);
        const ours = hmacSha256(key);
        const theirs = (text: string) => createHmac('sha256', key).update(text, 'utf8').digest(form);
        expect(all.map((text) => ours(text, form))).toEqual(all.map(theirs));
      }),
    );
  });

  it('takes half a letter for the sign of one that cannot be read, as OpenSSL does', () => {
    expect(hmacSha256(Buffer.from('key'))('a\ud800b', 'hex')).toBe(
      createHmac('sha256', 'key').update('a\ud800b', 'utf8').digest('hex'),
    );
  });
});
