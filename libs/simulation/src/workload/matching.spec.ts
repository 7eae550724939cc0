import { drawsOf } from '@safeconduct/workflow';
import { describe, expect, it } from '@jest/globals';
import { matching } from './matching.js';

const patterns = [
  '^[0-9a-fA-F]{64}$',
  '^(?:19|20)\\d{2}$',
  '^\\d{4}-(0[1-9]|1[0-2])-\\d{2}$',
  '^[A-Z]{2,3}(-\\w+)?$',
  '^(a|bc|d?e+)*\\.x$',
];

describe('a text made for a pattern', () => {
  it.each(patterns)('matches %s', (pattern) => {
    const make = matching(pattern, 'field');
    const made = Array.from({ length: 200 }, (_, number) => make(drawsOf(7)(number)));
    expect(made.filter((text) => !new RegExp(pattern, 'u').test(text))).toEqual([]);
    expect(new Set(made).size).toBeGreaterThan(3);
  });
});
