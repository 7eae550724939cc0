import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { startServer, type RunningServer } from '../../apps/server/src/start/server.js';
import { cliMain } from '../built-programs.js';
import { temporaryFolder } from '../e2e/cli.js';
import { blocksOf, lastDocument, matching, pathWithCurl } from './curl-examples.js';
import { Shell } from './shell.js';

const page = 'docs/how-to/sign-in.md';
const folder = temporaryFolder();
let server: RunningServer;
let shell: Shell;

const here = (text: string) =>
  text
    .replaceAll('http://127.0.0.1:3000', server.url ?? '')
    .replaceAll('npx safeconduct', `"${process.execPath}" "${cliMain}"`);
const blocks = blocksOf(page);
/** Commands, with the JSON document that the page shows below them. */
const examples = blocks.flatMap(({ line, kind, body }, index) => {
  const next = blocks[index + 1];
  return kind === 'sh' ? [{ line, body, output: next?.kind === 'json' ? next.body : undefined }] : [];
});

beforeAll(async () => {
  const office = { data: join(folder, 'data/office'), port: '0' };
  server = await startServer(readConfiguration({ LOG_LEVEL: 'silent' }, office), { demo: false });
  const { code } = await server.installation.accounts.invite(null, 'operator');
  shell = new Shell(folder, { ...process.env, PATH: pathWithCurl(folder), CODE: code });
});
afterAll(async () => {
  shell.close();
  await server.close();
});

describe(page, () => {
  it.each(examples.map((example) => [example.line, example] as const))(
    'does what it shows at line %i',
    async (_line, { body, output }) => {
      const printed = await shell.run(here(body));
      expect(printed).not.toMatch(/"status":[45]\d\d|error/);
      if (output !== undefined) expect(lastDocument(printed)).toEqual(matching(JSON.parse(output)));
    },
  );

  it('ends with a session that no cookie opens', async () => {
    const printed = await shell.run(here('as_rana $API/session'));
    expect(lastDocument(printed)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });
});
