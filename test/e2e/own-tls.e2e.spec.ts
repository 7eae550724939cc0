import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { certificateCodeIn, fetchFrom } from '../../apps/server/src/cli/fetch-from.js';
import { ServerProcess } from '../chaos/server-process.js';
import { hasOpenssl, issuedBy, selfSigned, type CertificateFiles } from './certificates.js';
import { cli, temporaryFolder } from './cli.js';
import { entry } from './http/officer-cases.js';

const folder = temporaryFolder();
const made = {} as Record<'own' | 'other' | 'issued' | 'expired' | 'sibling', CertificateFiles>;
const host = 'cases.example.org';

if (!hasOpenssl) {
  process.stderr.write('TLS of the server itself was not tried: there is no openssl on this machine\n');
}
const withOpenssl = hasOpenssl ? describe : describe.skip;

beforeAll(() => {
  if (!hasOpenssl) return;
  made.own = selfSigned(folder, host);
  made.other = selfSigned(folder, 'other.example.org');
  const authority = selfSigned(folder, 'authority.example.org');
  made.issued = issuedBy(authority, folder, { host: 'issued.example.org' });
  made.sibling = issuedBy(authority, folder, { host: 'sibling.example.org' });
  made.expired = issuedBy(authority, folder, { host: 'expired.example.org', days: -1 });
});

const pem = ({ certificateFile }: CertificateFiles): string => readFileSync(certificateFile, 'utf8');

withOpenssl('a server of this machine with TLS', () => {
  const received: string[] = [];
  const servers: Server[] = [];
  /** A server that shows a certificate and answers with what it was sent. */
  async function shown(files: CertificateFiles): Promise<URL> {
    const server = createServer({ cert: pem(files), key: readFileSync(files.keyFile) }, (request, answer) => {
      received.push(`${request.method ?? ''} ${request.headers.authorization ?? ''}`);
      request.pipe(answer);
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }
  afterAll(() => {
    for (const server of servers) server.close();
  });

  const asked = { method: 'POST', headers: { authorization: 'Bearer secret' }, redirect: 'error' } as const;
  async function* pieces() {
    for (const piece of ['in ', 'pieces']) yield await Promise.resolve(Buffer.from(piece));
  }
  /** Why it is not believed, when another certificate is expected. */
  const refused = async (url: URL, expected: CertificateFiles): Promise<string | undefined> => {
    try {
      await fetchFrom(pem(expected), url, { ...asked, body: 'x' });
      return 'believed';
    } catch (error) {
      return certificateCodeIn(error);
    }
  };

  it('is believed by its certificate, which is for another name, whoever has issued it', async () => {
    for (const files of [made.own, made.issued]) {
      const url = await shown(files);
      const whole = await fetchFrom(pem(files), url, { ...asked, body: 'whole' });
      expect([whole.status, whole.bytes.toString()]).toEqual([200, 'whole']);
      const streamed = await fetchFrom(pem(files), url, { ...asked, body: pieces(), duplex: 'half' });
      expect(streamed.bytes.toString()).toBe('in pieces');
    }
  });

  it('is sent nothing when it shows another certificate, one of the same issuer, or one that has expired', async () => {
    received.length = 0;
    const [own, sibling, expired] = await Promise.all([made.own, made.sibling, made.expired].map(shown));
    expect(await refused(own as URL, made.other)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(await refused(sibling as URL, made.issued)).toMatch(/CERT|UNABLE_TO/);
    expect(await refused(expired as URL, made.expired)).toBe('CERT_HAS_EXPIRED');
    expect(received).toEqual([]);
  });

  it('is checked as on the web where no certificate is expected', async () => {
    received.length = 0;
    const url = await shown(made.own);
    const error = await fetchFrom(undefined, url, { ...asked, body: 'x' }).catch((caught: unknown) => caught);
    expect(certificateCodeIn(error)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(received).toEqual([]);
  });
});

withOpenssl('the command line beside a server with TLS of its own', () => {
  const data = join(folder, 'office');
  const run = (...args: readonly string[]) => cli([...args, '--data', data, '--json']);
  const register = (registrationNo: string) =>
    run(
      'advance',
      'new',
      'RegisterEntry',
      '--as',
      'intake-1',
      '--input',
      JSON.stringify(entry(registrationNo)),
    );
  let server: ServerProcess;
  beforeAll(async () => {
    const { certificateFile, keyFile } = made.issued;
    const env = {
      SAFECONDUCT_ORIGIN: 'https://issued.example.org',
      SAFECONDUCT_TLS_CERTIFICATE_FILE: certificateFile,
      SAFECONDUCT_TLS_KEY_FILE: keyFile,
    };
    server = new ServerProcess({ data, env });
    await server.ready;
  }, 30_000);
  afterAll(() => server.stop());

  it('sends through it without knowing its settings, and sends nothing to one with another certificate', async () => {
    const sent = await register('T-1');
    expect([sent.code, sent.stderr]).toEqual([0, expect.not.stringContaining('safeconduct:')]);
    expect(sent.json()).toMatchObject({ reference: 'T-1', events: [{ type: 'EntryRegistered' }] });

    const note = join(data, 'writer.json');
    const noted = readFileSync(note, 'utf8');
    expect(noted).toContain(server.url);
    expect(noted).not.toContain('PRIVATE');
    writeFileSync(note, JSON.stringify({ ...(JSON.parse(noted) as object), certificate: pem(made.sibling) }));
    const refused = await register('T-2');
    expect([refused.code, refused.json<{ code: string }>().code]).toEqual([1, 'SERVER_NOT_BELIEVED']);
    expect(refused.stderr).toMatch(/^safeconduct: what answers at https.*nothing was sent; start the server/);
    writeFileSync(note, noted);
    expect((await run('history', 'T-2')).json()).toMatchObject({ code: 'CASE_NOT_FOUND' });
  }, 30_000);
});
