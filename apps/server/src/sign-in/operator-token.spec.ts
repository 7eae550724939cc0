import { beforeAll, describe, expect, it } from '@jest/globals';
import type { KeyedHashes } from '@safeconduct/engine';
import { memoryKeyRing } from '@safeconduct/stores';
import { operatorToken, operatorTokenSecondsMax, readOperatorToken } from './operator-token.js';

const nowMs = Date.parse('2025-01-12T05:00:00Z');
let keys: KeyedHashes;
let token: string;

beforeAll(() => {
  keys = memoryKeyRing().master;
  token = operatorToken(keys, 'co-01', { nowMs });
});

describe('an operator token', () => {
  it('names the person, in their identity form, or nobody', () => {
    expect(readOperatorToken(keys, token, nowMs)).toEqual({ person: 'co-01' });
    expect(readOperatorToken(keys, operatorToken(keys, 'CO-01', { nowMs }), nowMs)).toEqual({
      person: 'co-01',
    });
    expect(readOperatorToken(keys, operatorToken(keys, null, { nowMs }), nowMs)).toEqual({ person: null });
  });

  it('lives for a minute, or as long as was asked for', () => {
    expect(readOperatorToken(keys, token, nowMs + 59_000)).toBeDefined();
    expect(readOperatorToken(keys, token, nowMs + 60_000)).toBeUndefined();
    const long = operatorToken(keys, 'co-01', { nowMs, seconds: 600 });
    expect(readOperatorToken(keys, long, nowMs + 599_000)).toBeDefined();
  });

  it('is not believed when it ends later than any may', () => {
    const seconds = operatorTokenSecondsMax * 2;
    expect(readOperatorToken(keys, operatorToken(keys, 'co-01', { nowMs, seconds }), nowMs)).toBeUndefined();
  });

  it('is not believed under other keys', () => {
    expect(readOperatorToken(memoryKeyRing().master, token, nowMs)).toBeUndefined();
  });

  it('is not believed when any character of it is another one', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      expect([changed, readOperatorToken(keys, changed, nowMs)]).toEqual([changed, undefined]);
    }
  });

  it.each(['', 'sco_', 'sco_.', 'sco_e30.', 'sco_e30.e30.e30', 'eyJhbGciOiJub25lIn0.e30.'])(
    'is not %j',
    (text) => {
      expect(readOperatorToken(keys, text, nowMs)).toBeUndefined();
    },
  );
});
