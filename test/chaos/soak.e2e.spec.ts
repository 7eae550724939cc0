import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { temporaryFolder } from '../e2e/cli.js';
import { sqliteChaosStore } from './chaos-store.js';
import { growthOf } from './memory.js';
import { soak } from './soak.js';

// The long run is `npm run soak`; only that one says something of memory.
describe('a server under a steady load', () => {
  it('has every command that it acknowledged, answers every list, and stops without an error', async () => {
    const store = sqliteChaosStore(join(temporaryFolder(), 'data'));
    const report = await soak({ seconds: 4, rate: 100, seed: Date.now() % 1_000_000, store });
    expect(report).toMatchObject({ lost: 0, doubled: 0, problems: [] });
    expect(report.acknowledged).toBeGreaterThan(50);
    expect(report.reads).toBeGreaterThan(3);
    expect(Math.min(...report.megabytes)).toBeGreaterThan(50);
  }, 60_000);
});

describe('the growth of memory', () => {
  it('is that of the last quarter of the samples beside the one before', () => {
    expect(growthOf([900, 900, 300, 300, 400, 400, 440, 440])).toBe(1.1);
  });
});
