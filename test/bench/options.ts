import { parseArgs } from 'node:util';
import type { Scale } from './measurement.js';

/** The options of the command line. */
export interface Options {
  readonly help: boolean;
  /** Print the JSON document instead of the tables. */
  readonly json: boolean;
  readonly only: readonly string[];
  readonly cache: string | undefined;
  readonly scale: Scale;
}

/** A mistake on the command line; the message is the one line to show. */
export class UsageError extends Error {}

export const allSizes = [10_000, 100_000, 1_000_000] as const;

const defaults: Scale = {
  repeat: 5,
  seconds: 1,
  callers: [1, 16, 64, 256],
  connections: [1, 16, 64],
  cases: 1000,
  persons: 1000,
  sizes: allSizes.slice(0, 1),
  samples: 1000,
};

export const usage = `npm run bench -- [options]

  --only <name>      measure this one alone; may be given several times
  --repeat <number>  how often each side is measured (${defaults.repeat})
  --sizes <list>     cases in the caseloads, such as 10k,100k,1M (10k)
  --full             the same as --sizes 10k,100k,1M
  --cache <folder>   where caseloads are kept (SAFECONDUCT_BENCH_CACHE, else .bench)
  --json             print the JSON document and no table
  --help`;

/** @throws UsageError */
export function readOptions(args: readonly string[], names: readonly string[]): Options {
  const { json, help, full, only, repeat, sizes, cache } = parsed(args);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`no measurement is called ${unknown}; there are ${names.join(', ')}`);
  return {
    ...{ json, help, only, cache },
    scale: {
      ...defaults,
      ...(repeat !== undefined && { repeat: wholeNumber('--repeat', repeat) }),
      ...(sizes !== undefined && { sizes: sizesIn(sizes) }),
      ...(full && { sizes: allSizes }),
    },
  };
}

function parsed(args: readonly string[]) {
  const yesOrNo = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: yesOrNo,
        help: yesOrNo,
        full: yesOrNo,
        only: { type: 'string', multiple: true, default: [] },
        repeat: { type: 'string' },
        sizes: { type: 'string' },
        cache: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const factors: Readonly<Record<string, number>> = { '': 1, k: 1000, M: 1_000_000 };

function sizesIn(list: string): readonly number[] {
  const sizes = list.split(',').map((text) => {
    const [, digits = '', unit = ''] = /^(\d+)([kM]?)$/.exec(text.trim()) ?? [];
    return wholeNumber('--sizes', digits) * (factors[unit] ?? 1);
  });
  return [...new Set(sizes)].sort((left, right) => left - right);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number === 0) throw new UsageError(`${option} takes a whole number above 0`);
  return number;
}
