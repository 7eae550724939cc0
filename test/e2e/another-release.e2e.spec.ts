import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../chaos/server-process.js';
import { readerFromSources } from '../docs/checkout-copy.js';
import { temporaryFolder } from './cli.js';

// The server is the built one; the command line runs from sources to which a workflow was added.
const { folder } = readerFromSources();
const data = temporaryFolder();
const server = new ServerProcess({ data, args: ['--no-demo'] });

function edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
  const path = join(folder, 'workflows', file);
  writeFileSync(
    path,
    changes.reduce((text, [from, to]) => text.replace(from, to), readFileSync(path, 'utf8')),
  );
}

/** The command line, whose workflows are newer than those of the server. */
function cli(...args: readonly string[]) {
  const line = ['--disable-warning=ExperimentalWarning', '--import', './tools/typescript.mjs'];
  const all = [...line, 'apps/server/src/cli/main.ts', '--data', data, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const opened = (input: object, ...args: readonly string[]) =>
  cli('advance', 'new', ...args, '--input', JSON.stringify(input));
const request = { requestNo: 'R-1', name: 'Nur', nameArabic: 'نور' };
const entry = {
  ...{ registrationNo: 'E-1', nameLatin: 'Nur', nameArabic: 'نور', birthDate: '1980' },
  ...{ serviceCategory: 'officer', crossingPoint: 'AL_QAIM', language: 'ar' },
  crossedAt: '2024-12-07T06:00:00+03:00',
};

beforeAll(async () => {
  cpSync(join(folder, 'workflows/_template'), join(folder, 'workflows/visit'), { recursive: true });
  edit('visit/index.ts', ['template = ', 'visit = '], ["name: 'template'", "name: 'visit'"]);
  edit(
    'index.ts',
    ['\nimport', "\nimport { visit } from './visit/index.js';\nimport"],
    ['[officerCase]', '[officerCase, visit]'],
  );
  await server.ready;
});
afterAll(() => server.stop());

describe('a command line on a server of another release', () => {
  it('says that the server does not have the workflow yet, and what to do', () => {
    const { status, stderr } = opened(request, 'OpenRequest', '--workflow', 'visit', '--as', 'clerk-1');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^safeconduct: the server at http:\/\/127\.0\.0\.1:\d+ does not have the workflow visit; it runs another release than this command line: stop it and start it again\n$/,
    );
  });

  it('says the same before it imports a file', () => {
    const files = join(folder, 'requests');
    mkdirSync(files);
    writeFileSync(join(files, '01-OpenRequest.csv'), 'requestNo,by,name,nameArabic\nR-2,clerk-1,Nur,نور\n');
    const { status, stderr } = cli('import', 'visit', files);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('does not have the workflow visit; it runs another release'),
    });
  });

  it('is answered by the definition of the server, and told that it is another one', () => {
    edit('officer-case/index.ts', ['version: ', 'version: 1 + ']);
    const { status, stdout, stderr } = opened(entry, 'RegisterEntry', '--as', 'intake-1');
    expect(stdout).toContain('E-1: EntryRegistered');
    expect(stderr).toMatch(
      /decides by another definition of officer-case \(version \d there, \d here\); it runs another release/,
    );
    expect(status).toBe(0);
  });
});
