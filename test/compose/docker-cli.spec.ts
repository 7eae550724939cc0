import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { checkout } from '../tidy/planted-tree.js';
import { profiles, servicesOf } from './compose-file.js';

const run = (...args: readonly string[]) =>
  spawnSync('docker', ['compose', ...args], { cwd: checkout, encoding: 'utf8' });

const isThere = run('version').status === 0;
if (!isThere) {
  process.stderr.write(
    'docker-compose.yml was parsed, but not checked by Docker: there is no `docker compose` on this machine\n',
  );
}

describe('docker compose', () => {
  if (!isThere) {
    it('is not on this machine, so it has not checked docker-compose.yml', () => {
      expect(isThere).toBe(false);
    });
    return;
  }

  it.each(profiles)('accepts docker-compose.yml with profile %s, and finds the same services', (profile) => {
    const { status, stdout, stderr } = run('--profile', profile, 'config', '--services');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim().split('\n').sort()).toEqual(
      servicesOf(profile)
        .map(([name]) => name)
        .sort(),
    );
  });

  it.each(profiles)('resolves every reference with profile %s', (profile) => {
    const { status, stderr } = run('--profile', profile, 'config', '--quiet');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
