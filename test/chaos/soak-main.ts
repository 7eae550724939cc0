import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { given, seedOf, storeOf, tell, wholeNumber } from './options.js';
import { soak } from './soak.js';

const example = 'npm run soak -- --minutes 20 --rate 300';
/** Memory has levelled off when the last quarter of the time needs no more than this much of the one before. */
const growthMax = 1.1;
const options = {
  minutes: { type: 'string', default: '20' },
  rate: { type: 'string', default: '300' },
  seed: { type: 'string' },
  store: { type: 'string', default: 'sqlite' },
} as const;

const values = given(() => parseArgs({ options }), example);
const minutes = wholeNumber('--minutes', values.minutes, example);
const rate = wholeNumber('--rate', values.rate, example);
const seed = seedOf(values.seed, example);
const { folder, store } = await storeOf(values.store, example);

tell(`soak: ${minutes} minutes, ${rate} commands a second, seed ${seed}, ${values.store}`);
const { acknowledged, refused, lost, doubled, events, reads, megabytes, growth, problems } = await soak({
  ...{ seconds: minutes * 60, rate, seed, store, tell },
});
for (const problem of problems.slice(0, 100)) tell(`  ${problem}`);
const perSecond = ((acknowledged + refused) / (minutes * 60)).toFixed(1);
tell(`memory in MB: ${megabytes.filter((_, index) => index % 5 === 4).join(' ')}`);
process.stdout.write(
  `${acknowledged} acknowledged and ${refused} refused as expected: ${perSecond} commands a second; ` +
    `${events} events, ${reads} reads, ${lost} lost, ${doubled} doubled, ` +
    `memory of the last quarter ${growth.toFixed(2)} of the one before\n`,
);
if (problems.length > 0 || growth > growthMax) {
  tell(`${problems.length} problems with seed ${seed}; the folder is kept: ${folder}`);
  process.exitCode = 1;
} else rmSync(folder, { recursive: true });
await store.close();
