import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresChaosStore, sqliteChaosStore, type ChaosStore } from './chaos-store.js';

const seedsBelow = 1_000_000;

export const tell = (line: string) => process.stderr.write(`${line}\n`);

/** Ends the process: an option cannot be understood. */
export function refuse(problem: string, example: string): never {
  tell(`${problem}; for example: ${example}`);
  process.exit(2);
}

export function wholeNumber(name: string, text: string, example: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : refuse(`${name} takes a whole number`, example);
}

/** The seed that was given, or any. */
export const seedOf = (given: string | undefined, example: string): number =>
  wholeNumber('--seed', given ?? String(Math.floor(Math.random() * seedsBelow)), example);

/** A new store in a new folder. */
export async function storeOf(
  name: string,
  example: string,
): Promise<{ readonly folder: string; readonly store: ChaosStore }> {
  if (name !== 'sqlite' && name !== 'postgres') return refuse('--store takes sqlite or postgres', example);
  const folder = mkdtempSync(join(tmpdir(), 'safeconduct-'));
  const store = name === 'sqlite' ? sqliteChaosStore(join(folder, 'data')) : await postgresChaosStore(folder);
  return { folder, store };
}

/** What `parseArgs` gives, unless it refuses. */
export function given<Values>(parse: () => { readonly values: Values }, example: string): Values {
  try {
    return parse().values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), example);
  }
}
