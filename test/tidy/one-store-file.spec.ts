import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './planted-tree.js';

/** Outside of libs/stores only the schema of the settings knows the kinds of stores. */
const knows = ['apps/server/src/start/configuration.ts'];
const names = /sqlite|(events|views|streams)\.db\b|writer\.lock/i;
/** The engine names them where it gives the reason of a rule; the server has no reason to. */
const servers = /postgres|kurrent|eventstoredb/i;

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs', 'workflows'],
  {
    cwd: checkout,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('libs/stores/'));

describe('which stores there are', () => {
  it('is looked for in many files', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(names.test(readFileSync(join(checkout, 'libs/stores/src/stores-at.ts'), 'utf8'))).toBe(true);
  });

  it('is known to libs/stores and to one file of the server', () => {
    const found = sources.filter((file) => names.test(readFileSync(join(checkout, file), 'utf8')));
    expect(found).toEqual(knows);
    const inServer = sources.filter((file) => file.startsWith('apps/'));
    expect(inServer.filter((file) => servers.test(readFileSync(join(checkout, file), 'utf8')))).toEqual(
      knows,
    );
  });
});
