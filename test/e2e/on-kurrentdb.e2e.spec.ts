/**
 * The command line with the log on a KurrentDB, which the double of its protocol stands for, and the views in a folder or
 * in PostgreSQL.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMasterKey } from '@safeconduct/stores';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../../libs/stores/testing/index.js';
import { KurrentdbDouble } from '../doubles/kurrentdb/kurrentdb-double.js';
import { cli, temporaryFolder } from './cli.js';

const persons = 12;
const moment = '2025-01-31T00:00:00+03:00';
const folder = temporaryFolder();
const caseload = join(folder, 'caseload');
const embedded = join(folder, 'embedded');
let database: TestPostgres;

beforeAll(async () => {
  database = await startPostgres();
  await cli(['demo', 'generate', '--persons', String(persons), '--out', caseload]);
  await cli(['import', 'officer-case', caseload, '--data', embedded]);
}, 120_000);
afterAll(() => database.stop());

const places = [
  ['a folder', () => `sqlite:${join(folder, 'views')}`],
  ['PostgreSQL', () => database.url],
] as const;

describe.each(places)('a log on KurrentDB with the views in %s', (where, views) => {
  let double: KurrentdbDouble;
  let env: Readonly<Record<string, string>>;

  beforeAll(async () => {
    double = await KurrentdbDouble.start({ version: '26.1.0' });
    const keys = join(folder, where);
    createMasterKey(join(keys, 'master.key'));
    env = {
      SAFECONDUCT_EVENTS: double.url,
      SAFECONDUCT_VIEWS: views(),
      SAFECONDUCT_MASTER_KEY_FILE: join(keys, 'master.key'),
    };
  });
  afterAll(() => {
    double.stop();
  });

  it('takes an import, counts the same persons as the embedded store, and verifies', async () => {
    const imported = await cli(['import', 'officer-case', caseload, '--json'], { env });
    expect(imported.json()).toMatchObject({ rejected: 0, alreadyThere: 0 });
    const population = async (more: readonly string[], given = {}) =>
      (await cli(['population', '--json', '--as-of', moment, ...more], { env: given })).json();
    expect(await population([], env)).toEqual(await population(['--data', embedded]));
    expect((await cli(['verify', '--json'], { env })).json()).toMatchObject({ ok: true, problems: [] });
  }, 120_000);

  it('answers the same rows a second time with what is there already', async () => {
    const again = await cli(['import', 'officer-case', caseload, '--json'], { env });
    expect(again.json()).toMatchObject({ accepted: 0, rejected: 0 });
  }, 120_000);

  it('is described by doctor', async () => {
    const { code, stdout } = await cli(['doctor', '--json'], { env });
    expect(code).toBe(0);
    const { findings } = JSON.parse(stdout) as {
      findings: readonly { readonly about: string; readonly value: string }[];
    };
    expect(findings.find(({ about }) => about.startsWith('KurrentDB'))?.value).toBe('26.1.0');
    expect(findings.find(({ about }) => about === 'capabilities of the log')?.value).toBe(
      'checks, severalStreams, no tellsRecordedAt, no counts',
    );
  }, 60_000);
});
