import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { operatorActor } from '../../apps/server/src/sign-in/principal.js';
import { startServer, type RunningServer } from '../../apps/server/src/start/server.js';
import { cli, temporaryFolder, type CliRun } from './cli.js';

const data = join(temporaryFolder(), 'data');
const start = () =>
  startServer(readConfiguration({ LOG_LEVEL: 'silent' }, { data, port: '0' }), { demo: false });
let server: RunningServer;
let before: string;
let refusedBefore: readonly CliRun[];

const codeIn = (text: string) => /[0-9A-Z]{5}(-[0-9A-Z]{5}){5}/.exec(text)?.[0] ?? '';

/** Somebody who is not registered is invited, in both languages. */
async function refused(): Promise<readonly CliRun[]> {
  const inviting = (language: string) =>
    cli(['invite', 'nobody-01', '--data', data, '--json', '--language', language]);
  return [await inviting('en'), await inviting('ar')];
}

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
  refusedBefore = await refused();
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

  it('refuses whoever is not in the directory, in the same words beside a server as on the data', async () => {
    const beside = await refused();
    for (const [index, run] of beside.entries()) {
      expect([run.code, run.json()]).toEqual([1, expect.objectContaining({ code: 'PERSON_NOT_FOUND' })]);
      expect([run.stdout, run.stderr]).toEqual([refusedBefore[index]?.stdout, refusedBefore[index]?.stderr]);
    }
  });
});

describe('the code of the first administrator', () => {
  const other = join(temporaryFolder(), 'data');
  const used = async (url: string | undefined, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/account`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  const password = 'seven trains to Rutba';

  it('stays when the registration is refused, and goes when somebody is registered in another way', async () => {
    const settings = readConfiguration({ LOG_LEVEL: 'silent' }, { data: other, port: '0' });
    const begun = await startServer(settings, { demo: false });
    try {
      const { accounts, people } = begun.installation;
      const { code } = await accounts.invite(null, operatorActor.id);
      expect(await used(begun.url, { code, password })).toMatchObject({ reason: 'PERSON_NEEDED' });
      const refused = await used(begun.url, { code, password, person: 'adm-01', nameLatin: 'a\nb' });
      expect(refused).toMatchObject({ code: 'CHANGE_REFUSED' });
      const registered = { name: 'RegisterPerson', person: 'adm-02', data: { roles: ['administrator'] } };
      expect(await people.change({ ...registered, by: operatorActor })).toMatchObject({ accepted: true });
      expect(await used(begun.url, { code, password, person: 'adm-01' })).toMatchObject({
        reason: 'INVITATION_INVALID',
      });
    } finally {
      await begun.close();
    }
  });

  it('makes one administrator of two who use it at once', async () => {
    const settings = readConfiguration({ LOG_LEVEL: 'silent', SAFECONDUCT_EVENTS: 'memory:', PORT: '0' });
    const begun = await startServer(settings, { demo: false });
    try {
      const { code } = await begun.installation.accounts.invite(null, operatorActor.id);
      const both = ['adm-01', 'adm-02'].map((person) => used(begun.url, { code, password, person }));
      const answers = await Promise.all(both);
      expect(answers.filter((answer) => 'roles' in answer)).toHaveLength(1);
      expect(begun.installation.people.directory.holding('administrator')).toHaveLength(1);
    } finally {
      await begun.close();
    }
  });
});
