import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type SecureVersion } from 'node:tls';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { operatorToken } from '../../apps/server/src/sign-in/operator-token.js';
import { operatorActor } from '../../apps/server/src/sign-in/principal.js';
import { startServer, type RunningServer } from '../../apps/server/src/start/server.js';
import { hasOpenssl, selfSigned } from './certificates.js';

const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
const [cert, key] = [join(folder, 'tls.crt'), join(folder, 'tls.key')];
const origin = 'https://cases.example.org';

const refusal = (environment: Readonly<Record<string, string>>): string => {
  try {
    readConfiguration(environment);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('where the server listens', () => {
  it('is this machine alone, unless it says who has the TLS', () => {
    expect(readConfiguration({})).toMatchObject({ host: '127.0.0.1', origin: undefined, proxies: [] });
    expect(refusal({ HOST: '0.0.0.0' })).toMatch(
      /^HOST is not this machine alone.* without TLS.*SAFECONDUCT_ORIGIN/,
    );
    expect(refusal({ HOST: '0.0.0.0', SAFECONDUCT_ORIGIN: origin })).toMatch(
      /^SAFECONDUCT_ORIGIN: nobody has the TLS/,
    );
    expect(refusal({ SAFECONDUCT_PROXIES: '10.0.0.5' })).toMatch(/^SAFECONDUCT_ORIGIN is missing/);
    expect(refusal({ SAFECONDUCT_ORIGIN: origin, SAFECONDUCT_TLS_KEY_FILE: key })).toMatch(/go together/);
    const both = {
      SAFECONDUCT_PROXIES: '10.0.0.5',
      SAFECONDUCT_TLS_KEY_FILE: key,
      SAFECONDUCT_TLS_CERTIFICATE_FILE: cert,
    };
    expect(refusal({ SAFECONDUCT_ORIGIN: origin, ...both })).toMatch(/give one of the two/);
    for (const wrong of [
      'http://cases.example.org',
      'https://cases.example.org/path',
      'cases.example.org',
      'https://a@b',
    ])
      expect([wrong, refusal({ SAFECONDUCT_ORIGIN: wrong, SAFECONDUCT_PROXIES: '10.0.0.5' })]).toEqual([
        wrong,
        expect.stringMatching(/^SAFECONDUCT_ORIGIN does not fit/),
      ]);
    for (const wrong of ['proxy', '10.0.0', '10.0.0.5/99', '*'])
      expect(refusal({ SAFECONDUCT_ORIGIN: origin, SAFECONDUCT_PROXIES: wrong })).toMatch(
        /^SAFECONDUCT_PROXIES does not fit/,
      );
    expect(
      readConfiguration({
        HOST: '0.0.0.0',
        SAFECONDUCT_ORIGIN: origin,
        SAFECONDUCT_PROXIES: '10.0.0.0/24, ::1',
      }),
    ).toMatchObject({
      ...{ origin, proxies: ['10.0.0.0/24', '::1'] },
    });
  });

  it('says when a certificate cannot be read', async () => {
    const missing = {
      SAFECONDUCT_TLS_KEY_FILE: join(folder, 'no.key'),
      SAFECONDUCT_TLS_CERTIFICATE_FILE: join(folder, 'no.crt'),
    };
    const configuration = readConfiguration({
      SAFECONDUCT_ORIGIN: origin,
      ...missing,
      PORT: '0',
      SAFECONDUCT_EVENTS: 'memory:',
    });
    await expect(startServer(configuration, { demo: false })).rejects.toThrow(
      /SAFECONDUCT_TLS_CERTIFICATE_FILE: .*no\.crt cannot be read \(ENOENT\)/,
    );
  });
});

const account = { person: 'adm-1', password: 'seven trains to Rutba' };

/** A server with an account. */
async function started(settings: Readonly<Record<string, string>>): Promise<RunningServer> {
  const fixed = { SAFECONDUCT_ORIGIN: origin, PORT: '0', LOG_LEVEL: 'silent', SAFECONDUCT_EVENTS: 'memory:' };
  const server = await startServer(readConfiguration({ ...fixed, ...settings }), { demo: false });
  const { people, accounts } = server.installation;
  const { person, password } = account;
  await people.change({
    name: 'RegisterPerson',
    person,
    data: { roles: ['administrator'] },
    by: operatorActor,
  });
  await accounts.begin(person, password);
  return server;
}

describe('behind a proxy that has the TLS', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await started({ SAFECONDUCT_PROXIES: '127.0.0.1' });
  });
  afterAll(() => server.close());

  /** A request that a proxy on this machine hands on. */
  const handedOn = (headers: Readonly<Record<string, string>> = {}) =>
    server.app?.inject({
      ...{ method: 'POST', url: '/api/v1/session', payload: JSON.stringify(account) },
      headers: {
        host: 'cases.example.org',
        origin,
        'content-type': 'application/json',
        'x-forwarded-for': '192.0.2.7',
        ...headers,
      },
    });

  it('signs people in with a cookie for TLS and for this host alone', async () => {
    const answer = await handedOn({ 'x-forwarded-proto': 'https' });
    expect(answer?.statusCode).toBe(200);
    expect(answer?.headers['set-cookie']).toMatch(
      /^__Host-safeconduct=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer?.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  });

  it('refuses what came to the proxy without TLS, what names another host, and pages of other origins', async () => {
    expect((await handedOn({ 'x-forwarded-proto': 'http' }))?.json()).toMatchObject({ code: 'TLS_REQUIRED' });
    expect((await handedOn())?.json()).toMatchObject({ code: 'TLS_REQUIRED' });
    const https = { 'x-forwarded-proto': 'https' };
    expect((await handedOn({ ...https, host: 'example.org' }))?.json()).toMatchObject({
      code: 'HOST_REFUSED',
    });
    expect((await handedOn({ ...https, origin: 'https://example.org' }))?.json()).toMatchObject({
      code: 'ORIGIN_REFUSED',
    });
    expect((await handedOn({ ...https, origin: 'http://cases.example.org' }))?.json()).toMatchObject({
      code: 'ORIGIN_REFUSED',
    });
  });

  it('believes no operator token that came through the proxy', async () => {
    const token = operatorToken(server.installation.keys.master, 'adm-1');
    const asked = (headers: Readonly<Record<string, string>>) =>
      server.app?.inject({
        url: '/api/v1/session',
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
    const through = {
      host: 'cases.example.org',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
    };
    expect((await asked(through))?.json()).toMatchObject({ code: 'CREDENTIALS_REFUSED' });
    expect((await asked({ host: 'localhost' }))?.json()).toMatchObject({
      person: 'adm-1',
      means: 'operator',
    });
  });
});

describe('behind a proxy, whoever comes by another way', () => {
  it('is not believed what they say of TLS', async () => {
    const server = await started({ SAFECONDUCT_PROXIES: '192.0.2.99', HOST: '0.0.0.0' });
    try {
      const headers = { host: 'cases.example.org', 'x-forwarded-proto': 'https' };
      const answer = await server.app?.inject({
        url: '/docs',
        headers,
        remoteAddress: '192.0.2.7',
      });
      expect(answer?.json()).toMatchObject({ code: 'TLS_REQUIRED' });
    } finally {
      await server.close();
    }
  });
});

if (!hasOpenssl) {
  process.stderr.write('TLS of the server itself was not tried: there is no openssl on this machine\n');
}

(hasOpenssl ? describe : describe.skip)('with TLS of its own', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const { certificateFile, keyFile } = selfSigned(folder, 'cases.example.org');
    server = await started({
      SAFECONDUCT_TLS_CERTIFICATE_FILE: certificateFile,
      SAFECONDUCT_TLS_KEY_FILE: keyFile,
    });
  });
  afterAll(() => server.close());

  it('answers over TLS, and signs people in', async () => {
    expect(server.url).toMatch(/^https:/);
    const { status, cookie } = await posted(new URL('/api/v1/session', server.url), JSON.stringify(account));
    expect([status, cookie]).toEqual([200, expect.stringMatching(/^__Host-safeconduct=.*Secure/)]);
  });

  it.each([
    ['TLSv1.3', 'TLS_AES_128_GCM_SHA256', 'TLSv1.3'],
    ['TLSv1.2', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'TLSv1.2'],
    // The client offers what it would refuse otherwise, so that it is the server that refuses.
    ['TLSv1.2', 'ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0', 'HANDSHAKE_FAILURE'],
    ['TLSv1.2', 'ECDHE-ECDSA-AES256-CCM8:@SECLEVEL=0', 'HANDSHAKE_FAILURE'],
    ['TLSv1.1', 'DEFAULT:@SECLEVEL=0', 'PROTOCOL_VERSION'],
    ['TLSv1', 'DEFAULT:@SECLEVEL=0', 'PROTOCOL_VERSION'],
  ] as const)(
    'speaks TLS 1.2 and 1.3 with strong ciphers alone: %s with %j is %s',
    async (version, ciphers, is) => {
      expect(await spoken(Number(new URL(server.url ?? '').port), version, ciphers)).toBe(is);
    },
  );
});

/** The version that is spoken, or the alert by which the server refuses. */
const spoken = (port: number, version: SecureVersion, ciphers: string) =>
  new Promise<string | null>((resolve) => {
    const versions = { minVersion: version, maxVersion: version };
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ciphers, ...versions });
    socket.once('secureConnect', () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
    socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      resolve(/ALERT_(\w+)$/.exec(code)?.[1] ?? code);
    });
  });

const posted = (url: URL, body: string) =>
  new Promise<{ status: number | undefined; cookie: string | undefined }>((resolve, reject) => {
    const headers = { host: 'cases.example.org', origin, 'content-type': 'application/json' };
    const asked = request(
      url,
      { method: 'POST', headers, servername: 'cases.example.org', rejectUnauthorized: false },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode, cookie: answer.headers['set-cookie']?.[0] });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
