import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { needsSecondPerson, type Workflow } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { codeIn, minute, password, reasonIn, serverWithPeople, type ServerWithPeople } from './accounts.js';
import { bodyOf, problemIn, type Answer, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';
import { SoftwarePasskey } from './software-passkey.js';
import type { Visitor } from './visitor.js';

let people: ServerWithPeople;
let server: TestServer;

beforeAll(async () => {
  people = await serverWithPeople();
  ({ server } = people);
});
afterAll(() => server.close());

const visitor = () => people.visitor();
const begun = (person: string) => people.begun(person);

describe('a passkey', () => {
  const origin = 'http://localhost:80';
  const optionsIn = (answer: Answer) => answer.json<{ options: { challenge: string } }>().options;
  const made = async (one: Visitor, passkey: SoftwarePasskey) => {
    const options = optionsIn(await one.post('account/passkeys/options'));
    return one.post('account/passkeys', { name: 'Phone', credential: passkey.create(options) });
  };
  const used = async (one: Visitor, passkey: SoftwarePasskey) =>
    one.post('session/passkey', {
      credential: passkey.get(optionsIn(await one.post('session/passkey/options'))),
    });

  it('is a sign-in by itself, also while passwords are held up', async () => {
    const passkey = new SoftwarePasskey('localhost', origin);
    bodyOf('addPasskey', await made(await begun('co-6'), passkey));
    for (let count = 0; count < 6; count += 1)
      await visitor().post('session', { person: 'co-6', password: 'guess' });
    const one = visitor();
    expect(bodyOf('signInWithPasskey', await used(one, passkey))).toMatchObject({
      person: 'co-6',
      means: 'passkey',
    });
    const [kept] = bodyOf('getAccount', await one.get('account')).passkeys;
    expect(kept).toMatchObject({ id: passkey.id, name: 'Phone' });
    expect(bodyOf('removePasskey', await one.delete(`account/passkeys/${passkey.id}`)).passkeys).toEqual([]);
    expect(codeIn(await used(visitor(), passkey))).toBe('SIGN_IN_REFUSED');
  });

  it('is refused from another origin, without a check of who holds it, twice, and for an old question', async () => {
    const one = await begun('co-6');
    const refused = async (answer: Promise<Answer>) => reasonIn(await answer);
    const invalid = ['ACCOUNT_CHANGE_REFUSED', 'PASSKEY_INVALID'];
    expect(await refused(made(one, new SoftwarePasskey('localhost', 'http://example.org')))).toEqual(invalid);
    expect(await refused(made(one, new SoftwarePasskey('example.org', origin)))).toEqual(invalid);
    expect(await refused(made(one, new SoftwarePasskey('localhost', origin, 0x01)))).toEqual(invalid);
    const passkey = new SoftwarePasskey('localhost', origin);
    bodyOf('addPasskey', await made(one, passkey));
    expect(await refused(made(one, passkey))).toEqual(invalid);
    const other = visitor();
    const options = optionsIn(await other.post('session/passkey/options'));
    const credential = passkey.get(options);
    bodyOf('signInWithPasskey', await other.post('session/passkey', { credential }));
    expect(codeIn(await other.post('session/passkey', { credential }))).toBe('SIGN_IN_REFUSED');
    // Asked of somebody else's browser.
    expect(codeIn(await visitor().post('session/passkey', { credential }))).toBe('SIGN_IN_REFUSED');
    expect(codeIn(await visitor().post('session/passkey', { credential: {} }))).toBe('SIGN_IN_REFUSED');
  });

  it('is for a host with a name', async () => {
    const one = visitor();
    const asked = {
      method: 'POST',
      url: '/api/v1/session/passkey/options',
      body: {},
      headers: { host: '127.0.0.1', origin: 'http://127.0.0.1' },
    } as const;
    expect(reasonIn(await one.ask(asked))[1]).toBe('PASSKEYS_NEED_A_NAME');
  });
});

describe('a decisive step', () => {
  it('needs a sign-in of the last 15 minutes', async () => {
    const one = await begun('adm-1');
    const register = () => one.post('people/new-1/commands/RegisterPerson', { data: {} });
    await people.age('adm-1', { beganMs: 14 * minute });
    bodyOf('changePerson', await register());
    await people.age('adm-1', { beganMs: 2 * minute });
    expect(codeIn(await register())).toBe('FRESH_SIGN_IN_REQUIRED');
    bodyOf('listPeople', await one.get('people'));
    bodyOf('signIn', await one.post('session', { person: 'adm-1', password }));
    expect(reasonIn(await register())).toEqual(['CHANGE_REFUSED', 'PERSON_EXISTS']);
  });

  it('is every command that needs a second person, and no other; a withdrawal is heard at any time', async () => {
    const one = await begun('co-1');
    const { caseId } = await officerCase(server, 'QAIM-2024-00008');
    await assign(server, caseId, 'co-1');
    await people.age('co-1', { beganMs: 16 * minute });
    const [workflow] = workflows as [Workflow];
    for (const command of workflow.commands.values()) {
      if (command.name === workflow.opening.name) continue;
      const answer = await one.post(`cases/${caseId}/commands/${command.name}`, { data: {} });
      const { code } = answer.json<{ code?: string }>();
      expect([command.name, code === 'FRESH_SIGN_IN_REQUIRED']).toEqual([
        command.name,
        needsSecondPerson(command),
      ]);
      if (command.alwaysHeard === true) expect(needsSecondPerson(command)).toBe(false);
    }
  });
});

describe('a token for a program', () => {
  const created = async (one: Visitor, scopes: readonly string[]) =>
    bodyOf('createToken', await one.post('account/tokens', { name: 'Figures', scopes, days: 1 }));
  const asked = (token: string, url: string, method: 'GET' | 'POST' = 'GET') =>
    server.ask({
      method,
      url: `/api/v1/${url}`,
      headers: { authorization: `Bearer ${token}` },
      ...(method === 'POST' && { body: {} }),
    });

  it('does what its scopes say in the name of its person, until it is taken back', async () => {
    const one = await begun('sup-1');
    const { token, id } = await created(one, ['read']);
    expect(bodyOf('getSession', await asked(token, 'session'))).toMatchObject({
      person: 'sup-1',
      means: 'token',
      scopes: ['read'],
      freshUntil: null,
    });
    expect(problemIn(await asked(token, 'audit/events'))).toMatchObject({
      code: 'SCOPE_MISSING',
      scope: 'audit',
    });
    // A search has a body and reads all the same.
    expect(codeIn(await asked(token, 'case-search', 'POST'))).toBe('REQUEST_INVALID');
    expect(problemIn(await asked(token, 'workflows/officer-case/cases', 'POST'))).toMatchObject({
      scope: 'send',
    });
    const account = bodyOf('getAccount', await one.get('account'));
    expect(account.tokens).toMatchObject([{ id, name: 'Figures' }]);
    expect(JSON.stringify(account)).not.toContain(token);
    expect(bodyOf('removeToken', await one.delete(`account/tokens/${id}`)).tokens).toEqual([]);
    expect(codeIn(await asked(token, 'session'))).toBe('CREDENTIALS_REFUSED');
  });

  it('never changes an account, invites, confirms or makes another token', async () => {
    const one = await begun('adm-1');
    const { token } = await created(one, ['read', 'audit', 'send', 'import', 'metrics']);
    expect(problemIn(await asked(token, 'account'))).toMatchObject({
      code: 'SCOPE_MISSING',
      scope: 'people',
    });
    expect(codeIn(await asked(token, 'account/tokens', 'POST'))).toBe('SCOPE_MISSING');
    expect(codeIn(await asked(token, 'people/co-1/invitation', 'POST'))).toBe('FRESH_SIGN_IN_REQUIRED');
    expect(codeIn(await asked(token, 'proposals/confirmations', 'POST'))).toBe('FRESH_SIGN_IN_REQUIRED');
    await begun('adm-1');
    expect(codeIn(await asked(token, 'session'))).toBe('CREDENTIALS_REFUSED');
  });

  it('is not believed when it was made elsewhere', async () => {
    for (const token of ['sct_', 'sct_forged', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG0tMSJ9.'])
      expect([token, codeIn(await asked(token, 'session'))]).toEqual([token, 'CREDENTIALS_REFUSED']);
  });
});

describe('the operator of the machine', () => {
  it('changes no account of a person, and reads none', async () => {
    const as = { as: 'co-1' };
    const change = await server.ask({
      method: 'POST',
      url: '/api/v1/account/password',
      headers: as,
      body: { current: password, next: password },
    });
    expect(problemIn(change)).toMatchObject({ code: 'SCOPE_MISSING', scope: 'people' });
    expect(codeIn(await server.ask({ url: '/api/v1/account', headers: as }))).toBe('SCOPE_MISSING');
  });

  it('logs no password, no code and no token', () => {
    const log = server.logged.join('\n');
    expect(log).not.toContain(password);
    expect(log).not.toMatch(/sct_|argon2|otpauth/);
  });
});
