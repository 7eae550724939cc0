import { describe, expect, it } from '@jest/globals';
import { readOptions, UsageError } from './options.js';

const read = (...args: readonly string[]) => readOptions(args, ['commands', 'http']);

describe('the options of the benchmark', () => {
  it('measure everything in ten thousand cases when nothing is said', () => {
    expect(read()).toMatchObject({ only: [], scale: { sizes: [10_000] } });
  });

  it('take sizes in thousands and millions, smallest first and each once', () => {
    expect(read('--sizes', '1M,10k,2500,10k').scale.sizes).toEqual([2500, 10_000, 1_000_000]);
    expect(read('--full').scale.sizes).toEqual([10_000, 100_000, 1_000_000]);
  });

  it.each([
    ['--only', 'nothing'],
    ['--repeat', '0'],
    ['--sizes', '10q'],
    ['--unknown', ''],
  ])('refuse %s %s', (...args) => {
    expect(() => read(...args)).toThrow(UsageError);
  });
});
