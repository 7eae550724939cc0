import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder, type CliRun } from './cli.js';

const folder = temporaryFolder();
const data = join(folder, 'office');
const values = join(folder, 'values.txt');
const certificate = join(folder, 'certificate.json');
/** Stand in no other place than in what is typed here. */
const canary = { nameArabic: 'زنبقة الصفصافي', nameLatin: 'Zanbaqa Alsafsafi', unit: 'Qunfudh Brigade 77' };
const grounds = {
  legalGround: 'retentionOver',
  scheduleNo: 'RS-4',
  approvalNo: 'AP-1',
  archiveReceiptNo: 'AR-1',
};

const run = (...args: readonly string[]): Promise<CliRun> => cli([...args, '--data', data, '--json']);
const ok = async (...args: readonly string[]): Promise<CliRun> => {
  const ran = await run(...args);
  expect([args[0], ran.code, ran.stderr]).toEqual([args[0], 0, ran.stderr]);
  return ran;
};

interface Scan {
  readonly clean: boolean;
  readonly found: readonly { readonly place: string; readonly value: number; readonly form: string }[];
  readonly looked: readonly { readonly place: string }[];
  readonly notLooked: readonly { readonly place: string; readonly why: string }[];
}
const scan = async (...more: readonly string[]): Promise<Scan> =>
  (await run('erasure', 'scan', '--values', values, ...more)).json<Scan>();

/** A case that ended in 2018, so that its retention period is over. */
async function endedCase(registrationNo: string): Promise<void> {
  const entry = {
    ...{ registrationNo, ...canary, birthDate: '1971', serviceCategory: 'officer', crossingPoint: 'AL_QAIM' },
    ...{ crossedAt: '2018-12-07T09:00:00+03:00', language: 'ar' },
  };
  const at = (time: string) => ['--occurred-at', `2018-12-${time}:00:00+03:00`];
  await ok(
    'advance',
    'new',
    'RegisterEntry',
    '--as',
    'intake-1',
    '--input',
    JSON.stringify(entry),
    ...at('07T10'),
  );
  const voiding = JSON.stringify({ proofNo: 'E-1', reason: 'typed twice' });
  const persons = ['--as', 'sup-1', '--confirmed-by', 'co-1'];
  await ok('advance', registrationNo, 'VoidRegistration', ...persons, '--input', voiding, ...at('08T10'));
}

async function erase(registrationNo: string): Promise<void> {
  const input = JSON.stringify(grounds);
  const proposed = await ok(
    'advance',
    registrationNo,
    'DestroySubjectKey',
    '--as',
    'dpo-1',
    '--input',
    input,
  );
  const { proposalId, contentHash } = proposed.json<{ proposalId: string; contentHash: string }>();
  const confirming = ['--as', 'key-1', '--content-hash', contentHash];
  await ok('proposal', 'confirm', registrationNo, proposalId, ...confirming);
}

const nameOf = async (registrationNo: string): Promise<unknown> =>
  (await ok('history', registrationNo)).json<{ data: { nameLatin: string } }[]>()[0]?.data.nameLatin;

beforeAll(async () => {
  await endedCase('ER-1');
  writeFileSync(values, (await ok('erasure', 'values', 'ER-1')).json<string[]>().join('\n'));
}, 120_000);

describe('an erasure on the command line', () => {
  it('is not taken from one person who names the other', async () => {
    const persons = ['--as', 'dpo-1', '--purpose', 'subjectRequest', '--confirmed-by', 'key-1'];
    const sent = await run(
      'advance',
      'ER-1',
      'DestroySubjectKey',
      ...persons,
      '--input',
      JSON.stringify(grounds),
    );
    expect([sent.code, sent.json<{ code: string }>().code]).toEqual([1, 'SECOND_PERSON_REQUIRED']);
    expect((await run('erasure', 'certificate', 'ER-1')).json()).toMatchObject({ code: 'ERASURE_NOT_FOUND' });
  });

  it('takes the values to look for from the case before', () => {
    expect(readFileSync(values, 'utf8').split('\n')).toEqual(expect.arrayContaining(Object.values(canary)));
  });

  it('leaves no value in any file of the installation', async () => {
    await ok('keys', 'backup', join(folder, 'keys-before'));
    await erase('ER-1');
    expect(await nameOf('ER-1')).toBe('erased');
    const { clean, found, looked } = await scan();
    expect(found).toEqual([]);
    expect(clean).toBe(true);
    const places = looked.map(({ place }) => place);
    for (const file of ['events.db', 'views.db', 'keys/keys.db', 'master.key'])
      expect(places).toContain(join(data, file));
  });

  it('has a certificate that agrees with the log and the key store, and with no other', async () => {
    writeFileSync(certificate, (await ok('erasure', 'certificate', 'ER-1')).stdout);
    expect((await ok('erasure', 'verify', certificate)).json()).toEqual({
      ok: true,
      checks: { decision: true, destruction: true, keys: true },
    });
    const changed = readFileSync(certificate, 'utf8').replace(/"decisionHash": "./, '"decisionHash": "x');
    writeFileSync(join(folder, 'no-certificate.json'), changed);
    expect((await run('erasure', 'verify', join(folder, 'no-certificate.json'))).code).toBe(2);
    const other = readFileSync(certificate, 'utf8').replace(/"decisionHash": "../, '"decisionHash": "00');
    writeFileSync(join(folder, 'other.json'), other);
    const verdict = await run('erasure', 'verify', join(folder, 'other.json'));
    expect([verdict.code, verdict.json()]).toMatchObject([1, { ok: false, checks: { decision: false } }]);
    const arabic = await cli(['erasure', 'certificate', 'ER-1', '--language', 'ar', '--data', data]);
    expect(arabic.stdout).toContain('شهادة محو بيانات');
    expect(arabic.stdout + readFileSync(certificate, 'utf8')).not.toMatch(/Zanbaqa|زنبقة|Qunfudh/);
  });

  it('is not brought back by a key store from before: nothing opens it, doctor says so, a start destroys it', async () => {
    rmSync(join(data, 'keys'), { recursive: true });
    cpSync(join(folder, 'keys-before'), join(data, 'keys'), { recursive: true });
    expect((await ok('keys')).json()).toMatchObject({ persons: 1, erased: 0 });
    expect(await nameOf('ER-1')).toBe('erased');
    const doctor = await run('doctor');
    const { findings } = doctor.json<{ findings: { about: string; problem: string | null }[] }>();
    expect(findings.find(({ about }) => about === 'persons erased')?.problem).toContain(
      'older than their erasure',
    );
    expect((await run('erasure', 'verify', certificate)).json()).toMatchObject({ checks: { keys: false } });
    await endedCase('ER-2');
    expect((await ok('keys')).json()).toMatchObject({ persons: 1, erased: 1 });
    expect((await ok('erasure', 'verify', certificate)).json()).toMatchObject({ ok: true });
  });
});

describe('a scan for remains', () => {
  it('finds a value in whatever form it was left behind, and does not say which it is', async () => {
    const planted = join(data, 'left');
    mkdirSync(planted);
    const forms: Readonly<Record<string, Buffer>> = {
      'utf-8': Buffer.from(`x,${canary.nameLatin.toLowerCase()},y`),
      'utf-16le': Buffer.from(canary.nameArabic, 'utf16le'),
      base64: Buffer.from(Buffer.from(`a${canary.unit}b`).toString('base64')),
    };
    for (const [form, bytes] of Object.entries(forms)) writeFileSync(join(planted, form), bytes);
    const ran = await run('erasure', 'scan', '--values', values);
    expect(ran.code).toBe(1);
    const { found } = ran.json<Scan>();
    for (const form of Object.keys(forms))
      expect(found).toContainEqual(expect.objectContaining({ place: join(planted, form), form }));
    expect(ran.stdout + ran.stderr).not.toMatch(/Zanbaqa|زنبقة|Qunfudh/i);
    rmSync(planted, { recursive: true });
  });

  it('says what it could not look into', async () => {
    const more = join(folder, 'backups');
    mkdirSync(more);
    writeFileSync(join(more, 'log.gz'), Buffer.from([0x1f, 0x8b, 8, 0]));
    const { notLooked } = await scan('--in', more);
    expect(notLooked).toEqual([
      { place: join(more, 'log.gz'), why: expect.stringContaining('gzip') as unknown },
    ]);
    expect((await scan('--in', join(folder, 'nowhere'))).notLooked).toMatchObject([{ why: 'ENOENT' }]);
  });

  it('takes no value as an argument, and none that is found by chance', async () => {
    expect((await run('erasure', 'scan')).code).toBe(2);
    expect((await run('erasure', 'scan', 'Zanbaqa')).code).toBe(2);
    writeFileSync(join(folder, 'short.txt'), 'abc\n');
    const short = await run('erasure', 'scan', '--values', join(folder, 'short.txt'));
    expect([short.code, short.stderr]).toEqual([2, expect.stringContaining('fewer than 4 characters')]);
  });
});

describe('an erasure in a running server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    await endedCase('ER-3');
    server = new ServerProcess({ data });
    await server.ready;
  }, 60_000);
  afterAll(async () => {
    server.signal('SIGTERM');
    await server.ended;
  });

  it('leaves no value in any file within seconds, the -wal files included', async () => {
    await erase('ER-3');
    // A server that has just begun finds a case by its reference once the views have it.
    for (let tries = 0; tries < 50 && (await run('history', 'ER-2')).code !== 0; tries += 1);
    // ER-2 has the same name and is erased as well.
    await erase('ER-2');
    let last: Scan | undefined;
    for (let second = 0; second < 10 && last?.clean !== true; second += 1) {
      await new Promise((done) => setTimeout(done, 1000));
      last = await scan();
    }
    expect(last?.found).toEqual([]);
    expect(last?.looked.some(({ place }) => place.endsWith('views.db-wal'))).toBe(true);
  }, 60_000);
});
