import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { operatorToken } from '../../apps/server/src/sign-in/operator-token.js';
import { startServer, type RunningServer } from '../../apps/server/src/start/server.js';
import { cliMain } from '../built-programs.js';
import { temporaryFolder } from '../e2e/cli.js';
import { blocksOf, lastDocument, matching, pathWithCurl } from './curl-examples.js';
import { Shell } from './shell.js';

const tutorial = 'docs/tutorial/over-http.md';
const howTo = 'docs/how-to/follow-the-feed.md';
const shown = 'http://127.0.0.1:3000';
const folder = temporaryFolder();
let server: RunningServer;
let shell: Shell;
const running: ChildProcess[] = [];

const here = (text: string) =>
  text
    .replaceAll(shown, server.url ?? '')
    .replaceAll('npx safeconduct', `"${process.execPath}" "${cliMain}"`);

beforeAll(async () => {
  server = await startServer(
    readConfiguration({ LOG_LEVEL: 'silent' }, { data: join(folder, 'data/over-http'), port: '0' }),
    { demo: false },
  );
  shell = new Shell(folder, { ...process.env, PATH: pathWithCurl(folder) });
});
afterAll(async () => {
  for (const child of running) child.kill();
  shell.close();
  await server.close();
});

describe(tutorial, () => {
  const blocks = blocksOf(tutorial);
  const watched: string[] = [];
  const examples = blocks.flatMap(({ line, kind, body }, index) => {
    if (!kind.startsWith('sh')) return [];
    const next = blocks[index + 1];
    return [{ line, kind, body, output: next?.kind === 'json' ? next.body : undefined }];
  });

  it.each(examples.map((example) => [example.line, example] as const))(
    'does what it shows at line %i',
    async (_line, example) => {
      if (example.kind === 'sh watch') {
        const child = spawn('sh', ['-c', here(example.body)], {
          env: { ...process.env, PATH: pathWithCurl(folder) },
          cwd: folder,
        });
        child.stdout.on('data', (chunk: Buffer) => watched.push(chunk.toString()));
        running.push(child);
        await until(() => watched.join('').includes('retry:'));
        return;
      }
      const printed = await shell.run(here(example.body));
      if (example.output !== undefined)
        expect(lastDocument(printed)).toEqual(matching(JSON.parse(example.output)));
    },
  );

  it('shows every step live', async () => {
    const head = Number(await server.installation.events.head());
    expect(head).toBeGreaterThan(7);
    await until(() => watched.join('').includes('"type":"RiskAssessed"'));
    const types = [...watched.join('').matchAll(/"type":"(\w+)"/g)].map(([, type]) => type);
    expect(types).toEqual([
      ...['EntryRegistered', 'WeaponsSurrendered', 'RightsNoticeDelivered', 'IdentityRecorded'],
      ...['ScreeningCompleted', 'PlacedInFacility', 'CounsellingHeld', 'RiskAssessed'],
    ]);
  });
});

describe(howTo, () => {
  const programs = blocksOf(howTo).filter(({ kind }) => kind === 'js');

  /** Runs one of the page's clients; answers what it has printed so far. */
  function follow(after = '0'): () => readonly string[] {
    let printed = '';
    const program = join(folder, `client-${after}.mjs`);
    writeFileSync(program, programs[0]?.body ?? '');
    const token = operatorToken(server.installation.keys.master, 'aud-01');
    const env = { ...process.env, SAFECONDUCT: server.url, AFTER: after, TOKEN: token };
    const child = spawn(process.execPath, [program], { env });
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    running.push(child);
    return () => printed.trim().split('\n');
  }

  it('has a client that prints what was recorded, and goes on where it was', async () => {
    const whole = follow();
    await until(() => whole().length === 8);
    expect(whole()[0]).toMatch(/^1 EntryRegistered [0-9a-f-]{36}$/);
    const rest = follow('1');
    await until(() => rest().length === 7);
    expect(rest()).toEqual(whole().slice(1));
  });
});

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000 && !isSo(); waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo()).toBe(true);
}
