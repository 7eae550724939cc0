import { beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { Random } from '../e2e/http/fuzz/random.js';
import { Api } from './api.js';

const persons = 60;
const lateCases = 10;
const flipsEach = 2;
const seed = Number(process.env['DAMAGE_SEED'] ?? Date.now() % 1_000_000);

const folder = temporaryFolder();
const atRest = join(folder, 'at-rest');
const killed = join(folder, 'killed');
let copies = 0;

beforeAll(async () => {
  const caseload = join(folder, 'caseload');
  await cli(['demo', 'generate', '--persons', String(persons), '--out', caseload]);
  await cli(['import', 'officer-case', caseload, '--data', atRest]);
  cpSync(atRest, killed, { recursive: true });
  const server = new ServerProcess({ data: killed });
  const api = new Api(await server.ready);
  let position: unknown;
  for (let late = 0; late < lateCases; late += 1) {
    ({ position } = (await api.register(`LATE-${late}`)).body);
  }
  await api.get(`api/v1/cases?atLeast=${String(position)}`);
  await server.kill();
}, 60_000);

/** A copy for one test to damage. */
function copyOf(data: string): string {
  const copy = join(folder, `copy-${(copies += 1)}`);
  cpSync(data, copy, { recursive: true });
  return copy;
}

async function verified(data: string) {
  const { code, stdout } = await cli(['verify', '--data', data, '--json']);
  return {
    code,
    ...(JSON.parse(stdout) as { readonly ok: boolean; readonly problems: readonly { what: string }[] }),
  };
}

function removeViews(data: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `views.db${suffix}`), { force: true });
}

describe(`views.db with one bit that is not as it was written (DAMAGE_SEED=${seed})`, () => {
  const random = new Random(seed);
  const flips = (name: string) => Array.from({ length: flipsEach }, (_, flip) => [name, flip] as const);

  it.each([...flips('table'), ...flips('index')])(
    'in a page of type %s is found by verify, which says what to do, and made again once it is removed (%i)',
    async (type) => {
      const data = copyOf(atRest);
      const { start, length } = pageIn(data, type);
      const at = flipAt(join(data, 'views.db'), start + random.below(length));
      const { ok, problems } = await verified(data);
      // If the damage hit an unused part, every row and every index is unchanged.
      if (!ok) {
        expect(problems.length).toBeGreaterThan(0);
        for (const { what } of problems) expect({ at, what }).toMatchObject({ what: said });
      }
      removeViews(data);
      expect(await verified(data)).toMatchObject({ code: 0, ok: true });
    },
    30_000,
  );

  it('in its header is made again by whoever opens it', async () => {
    const data = copyOf(atRest);
    flipAt(join(data, 'views.db'), random.below(16));
    expect(await verified(data)).toMatchObject({ code: 0, ok: true });
  });

  const said = expect.stringMatching(/the next command makes it again|One of the two was changed/);

  it.each(['table', 'index'])(
    'or with a whole page of type %s overwritten is told by verify, and made again by the next command',
    async (type) => {
      const data = copyOf(atRest);
      const { start, length } = pageIn(data, type);
      const bytes = readFileSync(join(data, 'views.db'));
      writeFileSync(join(data, 'views.db'), bytes.fill(0x5a, start, start + length));
      expect(await verified(data)).toMatchObject({
        code: 1,
        ok: false,
        problems: expect.arrayContaining([expect.objectContaining({ what: said })]),
      });
      expect(await cli(['population', '--data', data])).toMatchObject({ code: 0 });
      expect(await verified(data)).toMatchObject({ code: 0, ok: true });
    },
  );

  /** A random page of a random table or index. */
  function pageIn(data: string, type: string): Page {
    const db = new Database(join(data, 'views.db'), { readonly: true });
    const pages = db
      .prepare<[string], Page>(
        `SELECT pgoffset AS start, pgsize AS length FROM dbstat
         WHERE name IN (SELECT name FROM sqlite_schema WHERE type = ? AND name LIKE '%\\_\\_%' ESCAPE '\\')`,
      )
      .all(type);
    db.close();
    return random.pick(pages);
  }
});

interface Page {
  readonly start: number;
  readonly length: number;
}

function flipAt(file: string, at: number): number {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
  return at;
}

describe('a log that lost the end of its -wal file after its server was killed', () => {
  it.each([0, 0.5, 0.99])(
    'is refused, because its index knows more, and goes on under another name (%d of it is left)',
    async (share) => {
      const data = copyOf(killed);
      const wal = join(data, 'events.db-wal');
      truncateSync(wal, Math.floor(statSync(wal).size * share));
      const server = new ServerProcess({ data });
      await expect(server.ready).rejects.toThrow(
        /has lost its end: it ends at position \d+, and streams\.db has events up to position \d+;.*backup/,
      );
      expect(await server.ended).toBe(1);
      for (const asked of ['verify', 'doctor']) {
        const { code, stdout, stderr } = await cli([asked, '--data', data]);
        expect({ code, said: stdout + stderr }).toEqual({
          code: 1,
          said: expect.stringContaining('streams.db has events up to position'),
        });
      }
      const [copy, named] = [join(data, 'log.backup'), join(data, 'named')];
      expect(await cli(['backup', copy, '--data', data])).toMatchObject({ code: 0 });
      const key = join(data, 'master.key');
      expect(
        await cli(['restore', copy, '--data', named, '--key-file', key, '--keys', join(data, 'keys')]),
      ).toMatchObject({ code: 0 });
      expect(await verified(named)).toMatchObject({ code: 0, ok: true });
    },
    60_000,
  );
});

describe('a log from whose middle an event was removed', () => {
  it('is answered as damaged, and the server is not ready from then on', async () => {
    const data = copyOf(atRest);
    const { caseId, position } = lostEvent(data);
    const server = new ServerProcess({ data });
    try {
      const api = new Api(await server.ready);
      const found = await api.get(`api/v1/cases/${caseId}/history`);
      expect(found).toMatchObject({ status: 500, body: { code: 'STORE_CORRUPT' } });
      expect(await api.get('health/ready')).toMatchObject({
        status: 503,
        body: { status: 'unavailable', reason: expect.stringContaining(`position ${position} is missing`) },
      });
    } finally {
      await server.kill();
    }
  }, 30_000);
});

describe('a check of a log from whose middle an event was removed', () => {
  it('comes to its end, and says where the event is missing', async () => {
    const data = copyOf(atRest);
    const { position } = lostEvent(data);
    const server = new ServerProcess({ data });
    try {
      const api = new Api(await server.ready);
      const id = String((await api.verify()).body['id']);
      const look = () => api.get(`api/v1/verifications/${id}`);
      let { body } = await look();
      while (body['endedAt'] === null) {
        await sleep(50);
        ({ body } = await look());
      }
      expect(body).toMatchObject({ state: 'done', findings: { isDamaged: true, problems: 1 } });
      expect((await api.get(`api/v1/verifications/${id}/problems`)).body).toMatchObject({
        items: [{ what: expect.stringContaining(`position ${position} is missing`) }],
        total: 1,
      });
    } finally {
      await server.kill();
    }
  }, 60_000);
});

describe('a running server whose log is damaged behind the views', () => {
  it.each([
    ['an event is damaged', 1, /^\S+events\.db is damaged: the event at position \d+/],
    ['an event is missing', 2, /^\S+events\.db is damaged: position \d+ is missing/],
  ])(
    'because %s is not ready, though nobody but the projections met it, and stays so',
    async (_, behind, reason) => {
      const data = copyOf(atRest);
      const server = new ServerProcess({ data });
      try {
        const api = new Api(await server.ready);
        expect(await api.get('health/ready')).toMatchObject({ status: 200 });
        const takeAway = appendDamaged(data, behind);
        while (server.errors.length === 0) await sleep(20);
        expect(server.errors[0]).toContain('views could not be filled');
        takeAway();
        for (let asked = 0; asked < 5; asked += 1) {
          expect(await api.get('health/ready')).toMatchObject({
            status: 503,
            body: { status: 'unavailable', reason: expect.stringMatching(reason) },
          });
          await sleep(200);
        }
      } finally {
        await server.kill();
      }
    },
    30_000,
  );
});

/**
 * Writes a copy of the last event behind it, at a position for which its checksum is not right.
 * @returns takes it away again
 */
function appendDamaged(data: string, behind: number): () => void {
  const log = new Database(join(data, 'events.db'));
  const { position } = log
    .prepare<[number], { position: number }>(
      `INSERT INTO event SELECT position + ?, stream, revision + 1, event_id, type, schema_version, recorded_at,
         occurred_at, checksum, metadata, data FROM event ORDER BY position DESC LIMIT 1 RETURNING position`,
    )
    .get(behind) as { position: number };
  log.close();
  return () => {
    removeEvent(data, position);
  };
}

/** Removes the second event of a case that has more. */
function lostEvent(data: string): { readonly caseId: string; readonly position: number } {
  const streams = new Database(join(data, 'streams.db'), { readonly: true });
  const found = streams
    .prepare<[], { name: string; position: number }>(
      `SELECT s.name, e.position FROM stream s JOIN entry e ON e.stream = s.id
       WHERE e.revision = 1 AND EXISTS (SELECT 1 FROM entry n WHERE n.stream = s.id AND n.revision = 2)
       ORDER BY e.position LIMIT 1`,
    )
    .get();
  streams.close();
  if (found === undefined) throw new Error('the caseload has no case with three events');
  removeEvent(data, found.position);
  return { caseId: found.name.replace(/^.*case-/, ''), position: found.position };
}

function removeEvent(data: string, position: number): void {
  const log = new Database(join(data, 'events.db'));
  const triggers = log
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'`,
    )
    .all();
  for (const { name } of triggers) log.exec(`DROP TRIGGER ${name}`);
  log.prepare('DELETE FROM event WHERE position = ?').run(position);
  for (const { sql } of triggers) log.exec(sql);
  log.close();
}
