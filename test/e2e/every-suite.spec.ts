import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const e2e = import.meta.dirname;
const http = join(e2e, 'http');

describe.each(['log-with-gaps', 'on-postgres'])('the end-to-end suite in %s', (folder) => {
  it('has every suite that asks a server over HTTP', () => {
    const suites = readdirSync(http, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.e2e.spec.ts'))
      .filter((file) => readFileSync(join(http, file), 'utf8').includes('testServer('))
      .map((file) => `../http/${file.replace(/\.ts$/, '.js')}`);
    const twins = readdirSync(join(e2e, folder))
      .filter((file) => file.endsWith('.e2e.spec.ts'))
      .map((file) => readFileSync(join(e2e, folder, file), 'utf8'));
    const missing = suites.filter((suite) => !twins.some((twin) => twin.includes(`'${suite}'`)));
    expect(suites.length).toBeGreaterThan(9);
    expect(missing).toEqual([]);
  });
});
