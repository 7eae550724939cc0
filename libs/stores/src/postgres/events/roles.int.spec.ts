import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logStart } from '@safeconduct/engine';
import { randomBytes } from 'node:crypto';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { openDatabase, type Database } from '../database.js';
import { newEvent } from '../testing/samples.js';
import { openPostgresEvents, type PostgresEvents } from './postgres-events.js';

describe('roles of a log in PostgreSQL', () => {
  let postgres: TestPostgres;
  let events: PostgresEvents;
  let owner: Database;
  let application: Database;
  const suffix = randomBytes(4).toString('hex');
  const roles = { owner: `test owner ${suffix}`, application: `test-application-${suffix}` };

  beforeAll(async () => {
    postgres = await startPostgres();
    const secret = randomBytes(8).toString('hex');
    for (const role of Object.values(roles))
      await postgres.query(`CREATE ROLE "${role}" LOGIN PASSWORD '${secret}'`);
    await postgres.query(
      `GRANT CREATE ON DATABASE "${new URL(postgres.url).pathname.slice(1)}" TO "${roles.owner}"`,
    );
    const as = (username: string) =>
      Object.assign(new URL(postgres.url), { username, password: secret }).href;
    const [url, migrationUrl] = [as(roles.application), as(roles.owner)];
    events = await openPostgresEvents({ url, migrationUrl, mode: 'write' });
    application = openDatabase(url, { connections: 1, purpose: 'test' });
    owner = openDatabase(migrationUrl, { connections: 1, purpose: 'test' });
    await events.append([{ stream: 'stream', expected: 'noStream', events: [newEvent()] }]);
    await events.setMetaOnce('name', 'value');
  });

  afterAll(async () => {
    await Promise.all([events.close(), application.close(), owner.close()]);
    for (const role of Object.values(roles)) await postgres.query(`DROP OWNED BY "${role}" CASCADE`);
    for (const role of Object.values(roles)) await postgres.query(`DROP ROLE "${role}"`);
    await postgres.stop();
  });

  const changes = [
    `UPDATE safeconduct_events.event SET data = '{}'`,
    'DELETE FROM safeconduct_events.event',
    'TRUNCATE safeconduct_events.event',
    `UPDATE safeconduct_events.meta SET value = 'other'`,
    'DELETE FROM safeconduct_events.meta',
    'TRUNCATE safeconduct_events.meta',
  ];

  it.each([
    ...changes,
    `INSERT INTO safeconduct_events.event SELECT position + 1, stream_id, revision + 1, schema_version,
      recorded_at, occurred_at, event_id, stream, type, metadata, data FROM safeconduct_events.event`,
    `UPDATE safeconduct_events.stream SET revision = 7`,
    `SELECT setval('safeconduct_events.stream_id', 1)`,
    `INSERT INTO safeconduct_events.meta VALUES ('other', 'value')`,
    'DROP TABLE safeconduct_events.event',
    'ALTER TABLE safeconduct_events.event DISABLE TRIGGER ALL',
    'DROP TRIGGER event_is_never_changed ON safeconduct_events.event',
    'CREATE TABLE safeconduct_events.other (n integer)',
    `CREATE OR REPLACE FUNCTION safeconduct_events.clock_ms() RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint'`,
    'SELECT safeconduct_events.clock_ms()',
    `DELETE FROM safeconduct_events.migration`,
  ])('do not let the application do: %s', async (text) => {
    await expect(application.raw({ text })).rejects.toMatchObject({ code: '42501' });
  });

  it.each(changes)('do not let the owner do: %s', async (text) => {
    await expect(owner.raw({ text })).rejects.toMatchObject({
      message: expect.stringMatching(/^a recorded (event|meta) is never changed$/),
    });
  });

  it('let the application append, keep a text, and read', async () => {
    expect(await events.readAll({ after: logStart, limit: 10 })).toMatchObject([{ data: newEvent().data }]);
    expect(await events.meta('name')).toBe('value');
    expect(await events.append([{ stream: 'stream', expected: 0n, events: [newEvent()] }])).toMatchObject({
      revisions: [1n],
    });
  });

  it('do not let a table of the application stand in the place of one that the append writes', async () => {
    await postgres.query(`GRANT CREATE ON SCHEMA public TO "${roles.application}"`);
    await application.query({ text: 'CREATE TABLE public.event AS SELECT 999::bigint AS position' });
    const before = await events.head();
    const write = { stream: 'other', expected: 'any', events: [newEvent()] } as const;
    expect(await events.append([write])).toMatchObject({ position: before + 1n });
  });

  it('let a second server start with the rights that are there', async () => {
    const second = await openPostgresEvents({ url: application.url, mode: 'write' });
    expect(await second.head()).toBe(await events.head());
    await second.close();
  });
});
