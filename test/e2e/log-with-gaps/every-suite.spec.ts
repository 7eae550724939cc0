import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const http = join(here, '..', 'http');

describe('the end-to-end suite on a log with gaps', () => {
  it('has every suite that asks a server over HTTP', () => {
    const suites = readdirSync(http, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.e2e.spec.ts'))
      .filter((file) => readFileSync(join(http, file), 'utf8').includes('testServer('))
      .map((file) => `../http/${file.replace(/\.ts$/, '.js')}`);
    const twins = readdirSync(here)
      .filter((file) => file.endsWith('.e2e.spec.ts'))
      .map((file) => readFileSync(join(here, file), 'utf8'));
    const missing = suites.filter((suite) => !twins.some((twin) => twin.includes(`'${suite}'`)));
    expect(suites.length).toBeGreaterThan(9);
    expect(missing).toEqual([]);
  });
});
