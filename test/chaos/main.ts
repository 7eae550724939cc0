import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chaos } from './chaos.js';
import { given, seedOf, storeOf, tell, wholeNumber } from './options.js';

const example = 'npm run chaos -- --kills 200 --seed 7';
const options = {
  kills: { type: 'string', default: '200' },
  seed: { type: 'string' },
  store: { type: 'string', default: 'sqlite' },
} as const;

const values = given(() => parseArgs({ options }), example);
const kills = wholeNumber('--kills', values.kills, example);
const seed = seedOf(values.seed, example);
const { folder, store } = await storeOf(values.store, example);

tell(`chaos: ${kills} kills, seed ${seed}, ${values.store}`);
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
