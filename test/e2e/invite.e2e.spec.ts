import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { startServer, type RunningServer } from '../../apps/server/src/start/server.js';
import { cli, temporaryFolder } from './cli.js';

const data = join(temporaryFolder(), 'data');
const start = () =>
  startServer(readConfiguration({ LOG_LEVEL: 'silent' }, { data, port: '0' }), { demo: false });
let server: RunningServer;
let before: string;

const codeIn = (text: string) => /[0-9A-Z]{5}(-[0-9A-Z]{5}){4}/.exec(text)?.[0] ?? '';

async function begun(code: string): Promise<{ readonly person?: string; readonly code?: string }> {
  const answer = await fetch(`${server.url}/api/v1/account`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, password: 'seven trains to Rutba' }),
  });
  return (await answer.json()) as { person?: string; code?: string };
}

beforeAll(async () => {
  await cli([
    'person',
    'RegisterPerson',
    'adm-01',
    '--data',
    data,
    '--input',
    '{ "roles": ["administrator"] }',
  ]);
  ({ stdout: before } = await cli(['invite', 'ADM-01', '--data', data]));
  server = await start();
});
afterAll(() => server.close());

describe('safeconduct invite', () => {
  it('makes a code that a server takes which is started later', async () => {
    expect(before).toMatch(/^code for adm-01, to be used once before 20\d\d-.*: /);
    expect(await begun(codeIn(before))).toMatchObject({ person: 'adm-01', means: 'password' });
    expect(await begun(codeIn(before))).toMatchObject({ code: 'ACCOUNT_CHANGE_REFUSED' });
  });

  it('asks a running server for it, as JSON too, and in Arabic', async () => {
    const { stdout } = await cli(['invite', 'adm-01', '--data', data, '--json']);
    expect(await begun((JSON.parse(stdout) as { code: string }).code)).toMatchObject({ person: 'adm-01' });
    expect((await cli(['invite', 'adm-01', '--data', data, '--language', 'ar'])).stdout).toMatch(
      /^رمز لـ adm-01/,
    );
  });

  it('refuses whoever is not in the directory', async () => {
    const { code, stderr } = await cli(['invite', 'nobody-01', '--data', data]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('PERSON_NOT_FOUND')]);
  });
});
