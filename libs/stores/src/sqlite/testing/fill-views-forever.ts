/**
 * A process that fills a view until it is killed: `fill-views-forever.ts <folder>`. Each line is a
 * checkpoint.
 */
import { openSqliteViews } from '../views/sqlite-views.js';
import { counted, countedBatch } from './counted-view.js';

const [, , folder = ''] = process.argv;
const views = openSqliteViews({ folder, mode: 'write' });

let generation = (await views.generations())[0] ?? (await views.begin(counted));
for (;;) {
  generation = await views.commit(generation, counted, countedBatch(generation.checkpoint, 20));
  process.stdout.write(`${generation.checkpoint}\n`);
}
