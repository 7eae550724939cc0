import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const e2e = import.meta.dirname;
const http = join(e2e, 'http');

/** Suites about something that a store does not have. */
const without: Readonly<Record<string, readonly string[]>> = {
  'log-with-gaps': [],
  // It has no folder of jobs, and needs no thread for long queries.
  'on-postgres': ['../http/job-folder.e2e.spec.js', '../http/long-queries.e2e.spec.js'],
};

describe.each(Object.keys(without))('the end-to-end suite in %s', (folder) => {
  it('has every suite that asks a server over HTTP', () => {
    const suites = readdirSync(http, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.e2e.spec.ts'))
      .filter((file) => readFileSync(join(http, file), 'utf8').includes('testServer('))
      .map((file) => `../http/${file.replace(/\.ts$/, '.js')}`)
      .filter((suite) => without[folder]?.includes(suite) !== true);
    const twins = readdirSync(join(e2e, folder))
      .filter((file) => file.endsWith('.e2e.spec.ts'))
      .map((file) => readFileSync(join(e2e, folder, file), 'utf8'));
    const missing = suites.filter((suite) => !twins.some((twin) => twin.includes(`'${suite}'`)));
    expect(suites.length).toBeGreaterThan(9);
    expect(missing).toEqual([]);
  });
});
