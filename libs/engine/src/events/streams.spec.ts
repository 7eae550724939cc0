import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { caseIdOf, caseOfStream, caseStream, isCaseId, refusalsStream } from './streams.js';

const ring = (key: string) => ({
  keyedHash: (purpose: string, text: string, digits: 'hex' | 'base64url') =>
    createHmac('sha256', key).update(`${purpose}|${text}`).digest(digits),
});

describe('case id', () => {
  const id = caseIdOf(ring('one'), 'officer-case', 'QAIM-2024-00001');

  it('is the same for the same key, and another one under another key or workflow', () => {
    expect(caseIdOf(ring('one'), 'officer-case', 'QAIM-2024-00001')).toBe(id);
    expect(caseIdOf(ring('two'), 'officer-case', 'QAIM-2024-00001')).not.toBe(id);
    expect(caseIdOf(ring('one'), 'other', 'QAIM-2024-00001')).not.toBe(id);
  });

  it('is recognised as one, and a reference is not', () => {
    expect(isCaseId(id)).toBe(true);
    expect(isCaseId('QAIM-2024-00001')).toBe(false);
  });

  it('names the streams of the case, and is read back from them', () => {
    expect(caseOfStream(caseStream(id))).toBe(id);
    expect(caseOfStream(refusalsStream(id))).toBeUndefined();
  });
});
