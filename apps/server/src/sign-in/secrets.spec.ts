import { describe, expect, it } from '@jest/globals';
import { memoryKeyRing } from '@safeconduct/stores';
import fc from 'fast-check';
import { openSecret, sealSecret, secretHash, typedCode, typedForm } from './secrets.js';

describe('a secret that is read again', () => {
  const keys = memoryKeyRing();

  it('is opened for its use alone, under its keys alone, and unchanged', () => {
    const sealed = sealSecret(keys, 'totp co-01', 'JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(openSecret(keys, 'totp co-01', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(() => openSecret(keys, 'totp co-02', sealed)).toThrow();
    expect(() => openSecret(memoryKeyRing(), 'totp co-01', sealed)).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openSecret(keys, 'totp co-01', changed.toString('base64url'))).toThrow();
    }
  });

  it('is sealed differently each time', () => {
    const sealed = Array.from({ length: 100 }, () => sealSecret(keys, 'totp co-01', 'same'));
    expect(new Set(sealed).size).toBe(100);
  });
});

describe('a code that is typed', () => {
  it('is the same in whatever groups and letters, and has no digit that looks like another one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const code = typedCode(Buffer.from(bytes));
        expect(code).not.toMatch(/[ILOU]/);
        const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(secretHash(typedForm(typed))).toBe(secretHash(typedForm(code)));
        expect(typedForm(code)).toHaveLength(bytes.length);
      }),
    );
  });
});
