import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
 * Copies a folder, flips one bit of one file of the copy and hands it over, so many times. Which bits follows from
 * `flipSeed`.
 * @param folder  where the copies are made; each is removed when it was looked at
 */
export async function withFlips(
  { original, folder, file }: { readonly original: string; readonly folder: string; readonly file: string },
  flips: number,
  look: (data: string, flip: Flip) => Promise<void>,
): Promise<void> {
  const bytes = readFileSync(join(original, file));
  for (let number = 0; number < flips; number += 1) {
    const data = join(folder, `flip-${file}-${number}`);
    cpSync(original, data, { recursive: true });
    const drawn = createHash('sha256').update(`${flipSeed} ${file} ${number}`).digest().readUInt32LE();
    const [at, bit] = [(drawn >>> 3) % bytes.length, drawn & 7];
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
    writeFileSync(join(data, file), flipped);
    await look(data, { file, at, bit, number });
    rmSync(data, { recursive: true });
  }
}
