import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../e2e/cli.js';
import { chaos } from './chaos.js';
import { postgresChaosStore } from './chaos-store.js';

const kills = 6;
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);

// The long run is `npm run chaos -- --kills 200`.
describe(`a server that is killed under commands and imports (CHAOS_SEED=${seed})`, () => {
  it('loses nothing that it acknowledged and records nothing twice', async () => {
    const report = await chaos({ kills, seed, folder: temporaryFolder(), clients: 4, persons: 25 });
    expect(report).toMatchObject({ kills, lost: 0, doubled: 0, problems: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
    expect(report.jobs).toBeGreaterThan(0);
    expect(report.deadlines).toBeGreaterThan(0);
  }, 180_000);

  it('loses nothing on PostgreSQL, with two servers and a database that are killed', async () => {
    const folder = temporaryFolder();
    const store = await postgresChaosStore(folder);
    const report = await chaos({ kills, seed, folder, store, clients: 4, persons: 25 });
    await store.close();
    expect(report).toMatchObject({ kills, lost: 0, doubled: 0, problems: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
    expect(report.deadlines).toBeGreaterThan(0);
  }, 240_000);
});
