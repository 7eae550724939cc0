import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chaos } from './chaos.js';

const seedsBelow = 1_000_000;

const tell = (line: string) => process.stderr.write(`${line}\n`);

const values = givenOptions();
const kills = wholeNumber('--kills', values.kills);
const seed = wholeNumber('--seed', values.seed ?? String(Math.floor(Math.random() * seedsBelow)));
const folder = mkdtempSync(join(tmpdir(), 'safeconduct-chaos-'));

tell(`chaos: ${kills} kills, seed ${seed}`);
const begunAt = performance.now();
const report = await chaos({ kills, seed, folder, tell });
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

function givenOptions(): { readonly kills: string; readonly seed?: string | undefined } {
  try {
    return parseArgs({
      options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : refuse(`${name} takes a whole number`);
}

function refuse(problem: string): never {
  tell(`${problem}; for example: npm run chaos -- --kills 200 --seed 7`);
  process.exit(2);
}
