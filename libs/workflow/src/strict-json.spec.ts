import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from './strict-json.js';

const codeOf = (text: string) => {
  const read = readJson(text);
  return 'issue' in read ? read.issue.code : 'read';
};

describe('JSON that somebody sent', () => {
  it.each([
    ['{"a":1,"a":2}', 'member_twice'],
    ['{"a":1,"\\u0061":2}', 'member_twice'],
    ['[{"b":{"a":1,"a":1}}]', 'member_twice'],
    ['{"__proto__":1,"__proto__":2}', 'member_twice'],
    ['{"a":":\\":","b":"{\\"a\\":1}"}', 'read'],
    ['{"a":1,"b":{"a":1}}', 'read'],
    ['{a:1}', 'invalid_json'],
    ['', 'invalid_json'],
    [`[${'1,'.repeat(500_000)}1]`, 'too_many'],
    ['['.repeat(100_000) + ']'.repeat(100_000), 'too_deep'],
    ['"\\ud800"', 'forbidden_character'],
  ])('%j is %s', (text, expected) => {
    expect(codeOf(text)).toBe(expected);
  });

  it('is read as it is, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }), (value) => {
        expect(readJson(JSON.stringify(value, undefined, 1))).toEqual({
          value: JSON.parse(JSON.stringify(value)) as unknown,
        });
      }),
    );
  });
});
