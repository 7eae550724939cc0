import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../e2e/http/fuzz/random.js';

/** How many bits are flipped in each file, one a copy. `FLIPS=2000` looks longer. */
export const flipsOf = (usual: number): number => Number(process.env['FLIPS'] ?? usual);

export const flipSeed = Number(process.env['FLIP_SEED'] ?? Date.now() % 1_000_000);

/** A flipped bit, to be told when something is wrong. */
export interface Flip {
  readonly file: string;
  readonly at: number;
  readonly bit: number;
  /** Counts the flips from 0. */
  readonly number: number;
}

/**
 * Copies a folder, flips one random bit of one file of the copy and hands it over, so many times.
 * @param folder  where the copies are made; each is removed when it was looked at
 */
export async function withFlips(
  { original, folder, file }: { readonly original: string; readonly folder: string; readonly file: string },
  flips: number,
  look: (data: string, flip: Flip) => Promise<void>,
): Promise<void> {
  const random = new Random(flipSeed);
  const bytes = readFileSync(join(original, file));
  for (let number = 0; number < flips; number += 1) {
    const data = join(folder, `flip-${file}-${number}`);
    mkdirSync(data, { recursive: true });
    cpSync(original, data, { recursive: true });
    const [at, bit] = [random.below(bytes.length), random.below(8)];
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
    writeFileSync(join(data, file), flipped);
    await look(data, { file, at, bit, number });
    rmSync(data, { recursive: true });
  }
}
