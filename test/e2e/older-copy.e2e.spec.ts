import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../../libs/stores/testing/index.js';
import { cli, temporaryFolder, type CliRun } from './cli.js';
import { entry } from './http/officer-cases.js';

interface Found {
  readonly ok: boolean;
  readonly findings: readonly { readonly about: string; readonly problem: string | null }[];
}

const masterKey = join(temporaryFolder(), 'master.key');
let postgres: TestPostgres;
let [events, older, views] = ['', '', ''];

const run = (log: string, ...args: readonly string[]): Promise<CliRun> =>
  cli(args, {
    env: { SAFECONDUCT_EVENTS: log, SAFECONDUCT_VIEWS: views, SAFECONDUCT_MASTER_KEY_FILE: masterKey },
  });

const register = (log: string, registrationNo: string): Promise<CliRun> =>
  run(
    log,
    ...['advance', 'new', 'RegisterEntry', '--as', 'intake-01'],
    ...['--input', JSON.stringify(entry(registrationNo))],
  );

beforeAll(async () => {
  writeFileSync(masterKey, randomBytes(32), { mode: 0o600 });
  postgres = await startPostgres();
  [events, views] = [await postgres.freshDatabase(), await postgres.freshDatabase()];
  older = `${events}_older`;
  expect(await register(events, 'QAIM-2024-00001')).toMatchObject({ code: 0 });
  // The copy of a backup: the database as it was at this moment.
  const name = new URL(events).pathname.slice(1);
  await postgres.query(`CREATE DATABASE ${name}_older TEMPLATE ${name}`);
  expect(await register(events, 'QAIM-2024-00002')).toMatchObject({ code: 0 });
  expect(await run(events, 'cases', '--json')).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await postgres.query(`DROP DATABASE IF EXISTS ${new URL(older).pathname.slice(1)} WITH (FORCE)`);
  await postgres.stop();
});

describe('a log that was restored from an older copy, beside views in a second database', () => {
  it('is refused to whoever writes, before anything is recorded, and says what to do', async () => {
    const refused = await register(older, 'QAIM-2024-00003');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /the log was replaced by an older copy.*drop the schema safeconduct_views/,
    );
  });

  it('is found by doctor, which says the same of each view', async () => {
    const doctor = await run(older, 'doctor', '--json');
    const { ok, findings } = doctor.json<Found>();
    expect({ code: doctor.code, ok }).toEqual({ code: 1, ok: false });
    expect(findings.find(({ about }) => about === 'view cases')?.problem).toMatch(
      /view cases is at position 2, the log ends at 1: the log was replaced by an older copy/,
    );
    expect((await run(events, 'doctor', '--json')).json<Found>()).toMatchObject({ ok: true });
  });
});
