import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chaos } from './chaos.js';
import { postgresChaosStore, sqliteChaosStore, type ChaosStore } from './chaos-store.js';

const seedsBelow = 1_000_000;

const tell = (line: string) => process.stderr.write(`${line}\n`);

const values = givenOptions();
const kills = wholeNumber('--kills', values.kills);
const seed = wholeNumber('--seed', values.seed ?? String(Math.floor(Math.random() * seedsBelow)));
const folder = mkdtempSync(join(tmpdir(), 'safeconduct-chaos-'));

tell(`chaos: ${kills} kills, seed ${seed}, ${values.store}`);
const store = await storeOf(values.store);
const begunAt = performance.now();
const report = await chaos({ kills, seed, folder, tell, store });
const seconds = Math.round((performance.now() - begunAt) / 1000);
tell(
  `${report.events} events, ${report.jobs} import jobs, ${report.deadlines} deadlines passed, ${seconds} s`,
);
for (const problem of report.problems.slice(0, 100)) tell(`  ${problem}`);
const { acknowledged, repeated, lost, doubled, problems } = report;
process.stdout.write(
  `${kills} kills, ${acknowledged} acknowledged, ${repeated} repeated, ${lost} lost, ${doubled} doubled\n`,
);
if (problems.length > 0) {
  tell(`${problems.length} problems with seed ${seed}; the folder is kept: ${folder}`);
  process.exitCode = 1;
} else rmSync(folder, { recursive: true });
await store.close();

interface Given {
  readonly kills: string;
  readonly store: string;
  readonly seed?: string | undefined;
}

function givenOptions(): Given {
  try {
    return parseArgs({
      options: {
        kills: { type: 'string', default: '200' },
        seed: { type: 'string' },
        store: { type: 'string', default: 'sqlite' },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function storeOf(name: string): ChaosStore | Promise<ChaosStore> {
  if (name === 'sqlite') return sqliteChaosStore(join(folder, 'data'));
  if (name === 'postgres') return postgresChaosStore(folder);
  return refuse('--store takes sqlite or postgres');
}

function wholeNumber(name: string, text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : refuse(`${name} takes a whole number`);
}

function refuse(problem: string): never {
  tell(`${problem}; for example: npm run chaos -- --kills 200 --seed 7`);
  process.exit(2);
}
