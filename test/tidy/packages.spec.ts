import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './planted-tree.js';

const read = (file: string) => readFileSync(join(checkout, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
} & Record<'dependencies' | 'devDependencies', Record<string, string>>;
/** The version of a package that has another name here stands behind its own name. */
const declared = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).map(
  ([name, version]) => [name, version.replace(/^npm:[\w-]+@/, '')] as const,
);

describe('packages', () => {
  it.each(declared)('%s is pinned to one version', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/);
  });

  it('have a row each in docs/reference/dependencies.md, with version, reason and licence', () => {
    const rows = read('docs/reference/dependencies.md').matchAll(
      /^\| `(.+?)` \| (\S+) \| [^|]{20,} \| [^|]+ \|$/gm,
    );
    expect([...rows].map(([, name, version]) => [name, version]).sort()).toEqual([...declared].sort());
  });

  it('are locked without the host of a registry', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http');
  });

  it('have the version that programs tell', () => {
    expect(read('apps/server/src/console/release.ts')).toContain(`release = '${manifest.version}'`);
  });

  it('leave no file of node_modules in the repository, and the command to package.json', () => {
    const listed = execFileSync('git', ['ls-files', 'node_modules'], {
      cwd: checkout,
      encoding: 'utf8',
    });
    expect(listed).toBe('');
    expect(manifest.bin).toEqual({ safeconduct: 'tools/safeconduct' });
    expect(statSync(join(checkout, 'tools', 'safeconduct')).mode & 0o111).not.toBe(0);
  });
});
