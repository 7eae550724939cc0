import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../e2e/cli.js';

/** Pages whose subject is a change of the sources. */
const aboutSources =
  /(add-a-store|add-a-view|add-a-view-to-a-workflow|write-a-workflow|change-a-workflow-in-use)\.md$/;
const pages = ['docs/tutorial', 'docs/how-to']
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((page) => !aboutSources.test(page));
/** A path of the checkout that a command of a page makes, or that the page has written into a file. */
const makes =
  /(?:sqlite:|--data |--out |^mkdir (?:-p )?|^```\w+ (?=[\w-]+\/))(?:\.\/)?(?<path>[\w-][\w./-]*)/gm;

const made = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(makes)]
    .map(({ groups }) => groups?.['path'] ?? '')
    .map((path) => [path, page] as const),
);

describe('what a page of the documentation makes in a checkout', () => {
  const folder = temporaryFolder();
  cpSync('.gitignore', join(folder, '.gitignore'));
  execFileSync('git', ['init', '--quiet', folder]);
  const isIgnored = (path: string) =>
    spawnSync('git', ['-C', folder, 'check-ignore', '--quiet', `${path}/file`]).status === 0;

  it('is found in the pages', () => {
    expect(made.map(([path]) => path)).toEqual(
      expect.arrayContaining(['data/tutorial', 'data/over-http', 'backups', 'key-safe']),
    );
  });

  it.each(made)('is not checked in by mistake: %s of %s', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it('may be elsewhere: a master key, a key store and a backup are ignored wherever they are', () => {
    const files = ['anywhere/master.key', 'anywhere/keys.db', 'monday.backup'];
    expect(files.map(isIgnored)).toEqual([true, true, true]);
  });
});
