import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { startServer, type RunningServer } from '../../apps/server/src/start/server.js';
import { temporaryFolder } from '../e2e/cli.js';
import { blocksOf, lastDocument, matching, pathWithCurl } from './curl-examples.js';
import { Shell } from './shell.js';

const tutorial = 'docs/tutorial/signed-in.md';
const shownCode = '7KQ2M-0XR4T-5HJ8W-QZ3N6-V1B9C-E7TRA';

const folder = temporaryFolder();
let server: RunningServer;
let code: string;
let shell: Shell;

beforeAll(async () => {
  const settings = readConfiguration(
    { LOG_LEVEL: 'silent' },
    { data: join(folder, 'data/signed-in'), port: '0' },
  );
  server = await startServer(settings, { demo: false });
  // The server prints a code at its start. This one replaces it.
  ({ code } = await server.installation.accounts.invite(null, 'operator'));
  shell = new Shell(folder, { ...process.env, PATH: pathWithCurl(folder) });
});
afterAll(async () => {
  shell.close();
  await server.close();
});

const here = (text: string) =>
  text.replaceAll('http://127.0.0.1:3000', server.url ?? '').replaceAll(`CODE=${shownCode}`, `CODE=${code}`);

describe(tutorial, () => {
  const blocks = blocksOf(tutorial);
  const examples = blocks.flatMap(({ line, kind, body }, index) => {
    const next = blocks[index + 1];
    return kind === 'sh' ? [{ line, body, output: next?.kind === 'json' ? next.body : undefined }] : [];
  });

  it('has a code where the one of the server is put', () => {
    expect(examples.some(({ body }) => body.includes(`CODE=${shownCode}`))).toBe(true);
  });

  it.each(examples.map((example) => [example.line, example] as const))(
    'does what it shows at line %i',
    async (_line, { body, output }) => {
      const printed = await shell.run(here(body));
      // What the auditor reads names nobody.
      if (body.includes('aud-01.jar')) expect(printed).not.toMatch(/Ahmad|أحمد/);
      if (output !== undefined) expect(lastDocument(printed)).toEqual(matching(JSON.parse(output)));
    },
  );
});
