import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { codeIn, minute, password, reasonIn, serverWithPeople, type ServerWithPeople } from './accounts.js';
import { bodyOf, type TestServer } from './http-server.js';

let people: ServerWithPeople;
let server: TestServer;

beforeAll(async () => {
  people = await serverWithPeople();
  ({ server } = people);
});
afterAll(() => server.close());

const visitor = () => people.visitor();
const begun = (person: string) => people.begun(person);
const signedIn = (person: string) => people.signedIn(person);
const invitationOf = (person: string) => people.invitationOf(person);

describe('an invitation', () => {
  it('makes the account of the person, once, and signs them in', async () => {
    const code = await invitationOf('co-1');
    const one = visitor();
    const session = bodyOf('acceptInvitation', await one.post('account', { code, password }));
    expect(session).toMatchObject({
      person: 'co-1',
      roles: ['caseOfficer'],
      means: 'password',
      scopes: null,
    });
    expect(bodyOf('getSession', await one.get('session')).person).toBe('co-1');
    expect(reasonIn(await visitor().post('account', { code, password }))).toEqual([
      'ACCOUNT_CHANGE_REFUSED',
      'INVITATION_INVALID',
    ]);
  });

  it('is taken however its code is typed, and voids the one before it and all that was', async () => {
    const before = await begun('co-2');
    const first = await invitationOf('co-2');
    const second = await invitationOf('co-2');
    expect(reasonIn(await visitor().post('account', { code: first, password }))[1]).toBe(
      'INVITATION_INVALID',
    );
    const typed = second.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    bodyOf(
      'acceptInvitation',
      await visitor().post('account', { code: typed, password: `another ${password}` }),
    );
    expect(codeIn(await before.get('session'))).toBe('SIGN_IN_REQUIRED');
    expect(codeIn(await visitor().post('session', { person: 'co-2', password }))).toBe('SIGN_IN_REFUSED');
  });

  it.each([
    ['too short', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(300), 'PASSWORD_TOO_LONG'],
    ['aaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
    ['co-3co-3co-3co-3', 'PASSWORD_GUESSABLE'],
    ['Q1w2e3r4t5y6', 'PASSWORD_COMMON'],
  ])('takes no password that is easy to guess: %s', async (weak, reason) => {
    const code = await invitationOf('co-3');
    expect(reasonIn(await visitor().post('account', { code, password: weak }))).toEqual([
      'ACCOUNT_CHANGE_REFUSED',
      reason,
    ]);
    bodyOf('acceptInvitation', await visitor().post('account', { code, password }));
  });

  it('is made by administrators alone, for people of the directory', async () => {
    const invite = (person: string, as: string) =>
      server.ask({ method: 'POST', url: `/api/v1/people/${person}/invitation`, headers: { as }, body: {} });
    expect(codeIn(await invite('co-1', 'co-2'))).toBe('NOT_PERMITTED');
    expect(codeIn(await invite('nobody-1', 'adm-1'))).toBe('PERSON_NOT_FOUND');
    expect((await invite('co-1', 'adm-1')).status).toBe(201);
  });

  it('is for the person whom it names and nobody else', async () => {
    const code = await invitationOf('co-3');
    expect(reasonIn(await visitor().post('account', { code, password, person: 'sup-1' }))[1]).toBe(
      'PERSON_NOT_NEEDED',
    );
  });
});

describe('a session', () => {
  beforeAll(() => begun('co-4'));

  it('comes with a cookie that no script reads and no other site sends', async () => {
    const answer = await visitor().post('session', { person: 'CO-4', password });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^safeconduct=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is a new one after each sign-in, so that a cookie known before is of no use', async () => {
    const one = await signedIn('co-4');
    const known = one.cookie;
    bodyOf('signIn', await one.post('session', { person: 'co-4', password }));
    expect(one.cookie).not.toBe(known);
    const other = visitor();
    other.cookie = known;
    expect(codeIn(await other.get('session'))).toBe('SIGN_IN_REQUIRED');
  });

  it('ends by signing out, here or everywhere', async () => {
    const [one, two, three] = [await signedIn('co-4'), await signedIn('co-4'), await signedIn('co-4')];
    const cookie = one.cookie;
    expect(bodyOf('signOut', await one.delete('session'))).toEqual({ ended: 1, endAt: null });
    one.cookie = cookie;
    expect(codeIn(await one.get('session'))).toBe('SIGN_IN_REQUIRED');
    bodyOf('getSession', await two.get('session'));
    expect(bodyOf('signOut', await two.delete('session?everywhere=true')).ended).toBeGreaterThanOrEqual(2);
    expect(codeIn(await three.get('session'))).toBe('SIGN_IN_REQUIRED');
  });

  it('leaves nothing in the browser that signed out', async () => {
    const one = await signedIn('co-4');
    const answer = await one.delete('session');
    expect(answer.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
  });

  it('ends when it was not used, when it is old, and when an administrator ends it', async () => {
    const one = await signedIn('co-4');
    await people.age('co-4', { seenMs: 29 * minute });
    bodyOf('getSession', await one.get('session'));
    await people.age('co-4', { seenMs: 31 * minute });
    expect(codeIn(await one.get('session'))).toBe('SIGN_IN_REQUIRED');
    const two = await signedIn('co-4');
    await people.age('co-4', { beganMs: 12 * 60 * minute + 1 });
    expect(codeIn(await two.get('session'))).toBe('SIGN_IN_REQUIRED');
    const three = await signedIn('co-4');
    const url = '/api/v1/people/co-4/sessions';
    expect(codeIn(await server.ask({ method: 'DELETE', url, headers: { as: 'co-1' } }))).toBe(
      'NOT_PERMITTED',
    );
    bodyOf('signOutPerson', await server.ask({ method: 'DELETE', url, headers: { as: 'adm-1' } }));
    expect(codeIn(await three.get('session'))).toBe('SIGN_IN_REQUIRED');
  });

  it('has the roles of the moment, and none once the person has left', async () => {
    await begun('co-7');
    const one = await signedIn('co-7');
    const change = async (name: string, data: object) => {
      const url = `/api/v1/people/co-7/commands/${name}`;
      bodyOf(
        'changePerson',
        await server.ask({ method: 'POST', url, headers: { as: 'adm-1' }, body: { data } }),
      );
      await server.settled();
    };
    await change('GiveRole', { role: 'monitor' });
    expect(bodyOf('getSession', await one.get('session')).roles).toEqual(['caseOfficer', 'monitor']);
    await change('RecordLeaving', {});
    expect(codeIn(await one.get('session'))).toBe('SIGN_IN_REQUIRED');
    expect(codeIn(await visitor().post('session', { person: 'co-7', password }))).toBe('SIGN_IN_REFUSED');
  });

  it('is not believed with a cookie that was made or changed elsewhere', async () => {
    const one = await signedIn('co-4');
    const { cookie } = one;
    for (const changed of [
      `${cookie}x`,
      cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      'safeconduct=forged',
      'safeconduct=',
    ]) {
      one.cookie = changed;
      expect([changed, codeIn(await one.get('session'))]).toEqual([changed, 'SIGN_IN_REQUIRED']);
    }
  });

  it('acts for no page of another site', async () => {
    const one = await signedIn('co-4');
    const asked = {
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { origin: 'https://example.org' },
    } as const;
    expect(codeIn(await one.ask(asked))).toBe('ORIGIN_REFUSED');
    bodyOf('getSession', await one.get('session'));
  });
});

describe('the accounts of others', () => {
  const as = (id: string) => ({ headers: { as: id } });
  const url = '/api/v1/people/co-8/account';
  const listed = async (id: string) => {
    const answer = bodyOf('listAccounts', await server.ask({ url: '/api/v1/accounts', ...as('adm-1') }));
    return answer.items.find(({ person }: { person: string }) => person === id);
  };
  const bare = { hasPassword: false, hasTotp: false, hasIssuer: false, hasPasskey: false };

  it('are told to administrators alone: whether invited, how they sign in, and whether they have to wait', async () => {
    expect(await listed('co-8')).toEqual({
      ...{ person: 'co-8', ...bare, invitedUntil: null, waitsUntil: null },
    });
    await invitationOf('co-8');
    expect(await listed('co-8')).toMatchObject({ ...bare, invitedUntil: expect.stringMatching(/Z$/) });
    await begun('co-8');
    expect(await listed('co-8')).toMatchObject({ ...bare, hasPassword: true, invitedUntil: null });
    for (let attempt = 0; attempt < 5; attempt += 1)
      await visitor().post('session', { person: 'co-8', password: 'guess after guess' });
    const { waitsUntil } = bodyOf('getPersonAccount', await server.ask({ url, ...as('adm-1') }));
    expect(waitsUntil).toMatch(/Z$/);
    expect(await listed('co-8')).toMatchObject({ waitsUntil });
    expect(codeIn(await server.ask({ url: '/api/v1/accounts', ...as('co-8') }))).toBe('NOT_PERMITTED');
  });

  it('are removed by another administrator: nothing lets them in until they are invited again', async () => {
    const one = await begun('co-8');
    const code = await invitationOf('co-8');
    const remove = (id: string, by: string) =>
      server.ask({ method: 'DELETE', url: url.replace('co-8', id), ...as(by) });
    expect(codeIn(await remove('co-8', 'sup-1'))).toBe('NOT_PERMITTED');
    expect(reasonIn(await remove('adm-1', 'adm-1'))).toEqual(['ACCOUNT_CHANGE_REFUSED', 'OWN_ACCOUNT']);
    const removed = bodyOf('removeAccount', await remove('co-8', 'adm-1'));
    expect(removed).toMatchObject({ hasPassword: false, sessions: [], invitedUntil: null });
    expect(removed.acts[0]).toMatchObject({ what: 'ACCOUNT_REMOVED', by: 'adm-1' });
    expect(codeIn(await one.get('session'))).toBe('SIGN_IN_REQUIRED');
    expect(codeIn(await visitor().post('session', { person: 'co-8', password }))).toBe('SIGN_IN_REFUSED');
    expect(reasonIn(await visitor().post('account', { code, password }))[1]).toBe('INVITATION_INVALID');
    await begun('co-8');
    await signedIn('co-8');
  });
});

describe('signing in with a password', () => {
  beforeAll(() => begun('co-5'));

  it('answers the same for a wrong password and for somebody without an account', async () => {
    const wrong = await visitor().post('session', { person: 'co-5', password: 'not the password' });
    const unknown = await visitor().post('session', { person: 'nobody-1', password: 'not the password' });
    expect(wrong.text).toBe(unknown.text);
    expect(codeIn(wrong)).toBe('SIGN_IN_REFUSED');
    expect([wrong.headers['set-cookie'], unknown.headers['set-cookie']]).toEqual([undefined, undefined]);
  });

  it('holds up whoever guesses, also with the right password, and nobody else', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 12 }, () =>
        visitor().post('session', { person: 'co-6', password: 'guess after guess' }),
      ),
    );
    const codes = attempts.map(codeIn);
    expect(codes.filter((code) => code === 'SIGN_IN_REFUSED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(7);
    const held = await visitor().post('session', { person: 'co-6', password });
    expect(codeIn(held)).toBe('TOO_MANY_REQUESTS');
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(20);
    await signedIn('co-5');
  });

  it.each([
    [200, undefined, password],
    [401, 'SIGN_IN_REFUSED', 'not the password'],
  ])(
    'has a line in the log: when, by which way, from where, and why not: %d',
    async (status, code, typed) => {
      const requestId = `sign-in-${status}`;
      await visitor().ask({
        ...{ method: 'POST', url: '/api/v1/session', headers: { 'x-request-id': requestId } },
        body: { person: 'co-5', password: typed },
      });
      const line = await server.loggedLine(requestId);
      expect(line).toMatchObject({ route: '/api/v1/session', method: 'POST', status, from: '127.0.0.1' });
      expect([line['code'], typeof line['time']]).toEqual([code, 'number']);
      expect(JSON.stringify(line)).not.toMatch(/co-5|password/);
    },
  );

  it('asks for a code of the authenticator app where there is one, and takes each once', async () => {
    const one = await signedIn('co-5');
    const { secret, uri } = bodyOf('offerTotp', await one.post('account/totp'));
    expect(uri).toMatch(/^otpauth:\/\/totp\/Safeconduct:co-5\?/);
    // It counts once a code of it was given.
    await signedIn('co-5');
    expect(reasonIn(await one.post('account/totp/confirmation', { code: 'abcdef' }))[1]).toBe('CODE_WRONG');
    const code = generateSync({ secret });
    expect(bodyOf('confirmTotp', await one.post('account/totp/confirmation', { code })).hasTotp).toBe(true);
    expect(reasonIn(await one.post('account/totp'))[1]).toBe('TOTP_EXISTS');
    const ask = (more: object) => visitor().post('session', { person: 'co-5', password, ...more });
    expect(codeIn(await ask({}))).toBe('SECOND_FACTOR_REQUIRED');
    expect(codeIn(await ask({ code }))).toBe('SIGN_IN_REFUSED');
    const next = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
    bodyOf('signIn', await ask({ code: next }));
    expect(codeIn(await ask({ code: next }))).toBe('SIGN_IN_REFUSED');
    expect(bodyOf('removeTotp', await one.delete('account/totp')).hasTotp).toBe(false);
    bodyOf('signIn', await ask({}));
  });

  it('changes a password with the current one, and ends every other session', async () => {
    const [one, other] = [await signedIn('co-5'), await signedIn('co-5')];
    const next = 'eight trains to Rutba';
    expect(codeIn(await one.post('account/password', { current: 'not it at all', next }))).toBe(
      'SIGN_IN_REFUSED',
    );
    const common = { current: password, next: '1qaz2wsx3edc!' };
    expect(reasonIn(await one.post('account/password', common))[1]).toBe('PASSWORD_COMMON');
    bodyOf('changePassword', await one.post('account/password', { current: password, next }));
    expect(codeIn(await other.get('session'))).toBe('SIGN_IN_REQUIRED');
    const account = bodyOf('getAccount', await one.get('account'));
    expect(account.acts[0]).toMatchObject({ what: 'PASSWORD_CHANGED', by: 'co-5' });
    expect(JSON.stringify(account)).not.toContain('argon2');
    bodyOf('changePassword', await one.post('account/password', { current: next, next: password }));
  });
});

describe('preferences', () => {
  const none = { language: null, numerals: null, calendar: null };
  const wished = { language: 'ar', numerals: 'arabicIndic', calendar: 'islamic' } as const;

  it('are as the device has it, until the person says otherwise, and then the same on every device', async () => {
    const [one, other] = [await begun('co-8'), await signedIn('co-8')];
    expect(bodyOf('getSession', await one.get('session')).preferences).toEqual(none);
    expect(bodyOf('setPreferences', await one.post('session/preferences', wished))).toEqual(wished);
    expect(bodyOf('getSession', await other.get('session')).preferences).toEqual(wished);
    bodyOf('setPreferences', await other.post('session/preferences', { ...none, language: 'en' }));
    expect(bodyOf('getSession', await one.get('session')).preferences).toEqual({ ...none, language: 'en' });
    const { preferences } = bodyOf('getSession', await (await begun('co-9')).get('session'));
    expect(preferences).toEqual(none);
  });

  it.each([{ ...none, language: 'ku' }, { language: 'ar' }, { ...none, theme: 'dark' }])(
    'are refused where they are none: %j',
    async (body) => {
      const person = await signedIn('co-8');
      expect(codeIn(await person.post('session/preferences', body))).toBe('REQUEST_INVALID');
    },
  );

  it('are said by the person alone', async () => {
    expect(codeIn(await visitor().post('session/preferences', none))).toBe('SIGN_IN_REQUIRED');
  });
});
