import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { temporaryFolder } from '../e2e/cli.js';
import { readerFromSources } from './checkout-copy.js';

const { folder } = readerFromSources();
const fromSources = ['--disable-warning=ExperimentalWarning', '--import', './tools/typescript.mjs'];
const visit = join(folder, 'workflows/visit');
const english = join(visit, 'messages/en.json');

function edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
  writeFileSync(
    file,
    changes.reduce((text, [from, to]) => text.replace(from, to), readFileSync(file, 'utf8')),
  );
}

/** The command line, in a checkout with a second workflow that lacks two texts. */
function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const line = [...fromSources, 'apps/server/src/cli/main.ts', ...args];
  const ran = spawnSync(process.execPath, line, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** The server, until it ends or listens; what it said on stderr. */
async function server(...args: readonly string[]): Promise<string> {
  const line = [...fromSources, 'apps/server/src/main.ts', '--port', '0', '--no-demo', ...args];
  const child = spawn(process.execPath, line, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('Ctrl-C stops it')) child.kill('SIGINT');
  });
  await new Promise((ended) => child.once('close', ended));
  return said;
}

const input = JSON.stringify({ requestNo: 'R-1', name: 'Nur', nameArabic: 'نور' });
const opening = ['advance', 'new', 'OpenRequest', '--workflow', 'visit', '--as', 'clerk-1', '--input', input];
const stackLine = /^ {4}at /m;

beforeAll(() => {
  cpSync(join(folder, 'workflows/_template'), visit, { recursive: true });
  edit(join(visit, 'index.ts'), ['template = ', 'visit = '], ["name: 'template'", "name: 'visit'"]);
  edit(english, ['"open": "open",', ''], ['"NoteAdded": "note added",', '']);
  edit(
    join(folder, 'workflows/index.ts'),
    ['\nimport', "\nimport { visit } from './visit/index.js';\nimport"],
    ['[officerCase]', '[officerCase, visit]'],
  );
});

describe('a workflow that lacks texts', () => {
  it('is refused by name, file and remedy, in one line; the server and the other workflows go on', async () => {
    const data = temporaryFolder();
    const refused = cli([...opening, '--data', data]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /^safeconduct: workflow visit is under construction: visit\/messages\/en\.json: text states\.open is missing; write it \(and 1 more: workflow check visit\); or try it .*\n$/,
    );
    const said = await server('--data', data);
    expect(said).toContain('workflow visit is under construction: visit/messages/en.json: text states.open');
    expect(said).toContain('Safeconduct: http, projections, reactions on');
    expect(cli(['population', '--data', data])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is tried in data of its own under a banner, with names in place of texts', async () => {
    const data = temporaryFolder();
    const tried = cli([...opening, '--data', data], { SAFECONDUCT_UNDER_CONSTRUCTION: 'visit' });
    expect(tried).toMatchObject({ code: 0 });
    expect(tried.stderr).toContain('UNDER CONSTRUCTION');
    const shown = cli(['history', 'R-1', '--data', data]);
    expect(shown.stdout).toContain('RequestOpened');
    expect(shown.stderr).toContain('UNDER CONSTRUCTION');
    expect(await server('--data', data)).toContain('UNDER CONSTRUCTION');
  });

  it('gets an empty text for each that is missing, in a file that is laid out as the others', async () => {
    const written = cli(['workflow', 'texts', 'visit']);
    expect(written).toMatchObject({
      code: 0,
      stdout:
        'workflows/visit/messages/en.json: 2 added, 2 to write\nworkflows/visit/messages/ar.json: 0 added, 0 to write\n',
    });
    const text = readFileSync(english, 'utf8');
    expect(text).toContain('  "states": {\n    "open": "",\n    "closed": "closed",');
    const config = await resolveConfig('workflows/_template/messages/en.json');
    expect(await format(text, { ...config, filepath: english })).toBe(text);
    expect(cli(['workflow', 'check', 'visit'])).toEqual({
      code: 1,
      stdout:
        'visit/messages/en.json: text states.open is missing; write it\n' +
        'visit/messages/en.json: text events.NoteAdded is missing; write it\n',
      stderr:
        "visit: 2 findings; 'safeconduct workflow texts visit' puts an empty text where one is missing\n",
    });
    edit(english, ['"open": ""', '"open": "open"'], ['"NoteAdded": ""', '"NoteAdded": "note added"']);
    expect(cli(['workflow', 'check', 'visit'])).toMatchObject({ code: 0, stdout: '\n' });
  });
});

describe('a workflow with another fault', () => {
  it.each([
    ['a state that is nowhere', 'chart.ts', "'closed.granted'", "'closed.gone'", 'closed.gone'],
    ['a role that is nowhere', 'roles.ts', "'clerk', 'head'", "'clerk'", "'head'"],
  ])(
    'stops the server and its commands with file and remedy, without a stack trace: %s',
    async (_, ...given) => {
      const [file, from, to, named] = given;
      edit(join(visit, file), [from, to]);
      try {
        const data = temporaryFolder();
        for (const said of [cli([...opening, '--data', data]).stderr, await server('--data', data)]) {
          expect(said).toContain('workflow visit is not sound\n  visit/');
          expect(said).toContain(named);
          expect(said).not.toMatch(stackLine);
        }
      } finally {
        edit(join(visit, file), [to, from]);
      }
    },
  );
});
