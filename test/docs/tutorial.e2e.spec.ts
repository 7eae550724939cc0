import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { temporaryFolder } from '../e2e/cli.js';
import { examplesIn } from './examples.js';

const page = 'docs/tutorial/first-case.md';
const folder = temporaryFolder();

// `npx safeconduct` in an empty folder, with the command line that was just built.
const bin = join(folder, 'bin');
mkdirSync(bin);
const main = resolve('dist/apps/server/src/cli/main.js');
writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${main}" "$@"\n`, {
  mode: 0o755,
});

const exported: Record<string, string> = {};

function run(command: string) {
  const variable = /^export (\w+)=(.*)$/.exec(command);
  if (variable !== null) {
    exported[variable[1] as string] = variable[2] as string;
    return { status: 0, stdout: '', stderr: '' };
  }
  const env = { ...process.env, ...exported, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  return spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
}

describe(page, () => {
  it.each(examplesIn(page).map((example) => [example.line, example] as const))(
    'does what it shows at line %i',
    (_line, { commands, fails, output }) => {
      const runs = commands.map((command) => ({ command, ...run(command) }));
      const last = runs.at(-1);
      for (const { command, status, stderr } of runs) {
        const expected = fails && command === last?.command ? 1 : 0;
        expect({ command, status, stderr: status === expected ? '' : stderr }).toEqual({
          command,
          status: expected,
          stderr: '',
        });
      }
      if (output !== undefined) expect(last?.stdout).toBe(output);
    },
  );
});
