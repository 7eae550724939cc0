import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './planted-tree.js';

const secondsOf = JSON.parse(readFileSync(join(checkout, 'tools/long-suites.json'), 'utf8')) as Readonly<
  Record<string, number>
>;

describe('the list of long suites', () => {
  it('names files that are there, the longest first', () => {
    expect(Object.keys(secondsOf).filter((file) => !existsSync(join(checkout, file)))).toEqual([]);
    const seconds = Object.values(secondsOf);
    expect(seconds).toEqual(seconds.toSorted((a, b) => b - a));
  });
});
