/** Two servers over one PostgreSQL: events, views, leases and jobs are there. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../../../libs/stores/testing/index.js';
import type { ServerProcess } from '../../chaos/server-process.js';
import { cli } from '../cli.js';
import { ask, environmentOn, register, Replicas, send, until } from './replicas.js';

let database: TestPostgres;
let replicas: Replicas;
let one: ServerProcess;
let two: ServerProcess;

beforeAll(async () => {
  database = await startPostgres();
  replicas = new Replicas(environmentOn(database.url));
  // At once, so that both find an empty database.
  [one, two] = await Promise.all([replicas.start(), replicas.start()]);
}, 120_000);

afterAll(async () => {
  await replicas.killAll();
  await database.stop();
});

const position = (reply: { readonly body: Record<string, unknown> }) => String(reply.body['position']);

/** The process that has a lease. */
async function holderOf(name: string): Promise<number | undefined> {
  const rows = await database.query<{ holder: string }>(
    'SELECT holder FROM safeconduct_views.lease WHERE name = $1 AND to_timestamp(until_ms / 1000.0) > clock_timestamp()',
    [name],
  );
  const pid = rows[0]?.holder.split(' ')[1];
  return pid === undefined ? undefined : Number(pid);
}

const serverOf = (pid: number | undefined): ServerProcess | undefined =>
  [one, two].find((server) => server.pid === pid);

describe('two servers over one database', () => {
  it('show what the other one recorded', async () => {
    const opened = await register(one.url, 'R-1');
    expect(opened.status).toBe(201);
    const found = await ask(`${two.url}/api/v1/cases?reference=R-1&atLeast=${position(opened)}`);
    expect(found.body['items']).toMatchObject([{ caseId: opened.body['caseId'] }]);
  });

  it('answer a command that was sent to both under one id with one event', async () => {
    const replies = await Promise.all([register(one.url, 'R-2', 'k-2'), register(two.url, 'R-2', 'k-2')]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(replies.map(({ body }) => body['position'])).size).toBe(1);
    const { caseId } = replies[0].body as { caseId: string };
    const history = await ask(`${one.url}/api/v1/cases/${caseId}/history`);
    expect(history.body['items']).toHaveLength(1);
  });

  it('let one of two commands at one revision through, and tell the other one the revision', async () => {
    const opened = await register(one.url, 'R-3');
    const path = `cases/${String(opened.body['caseId'])}/commands/DeliverRights`;
    const both = await Promise.all(
      [one, two].map((server, index) =>
        send(server.url, path, {
          // Who registered a case sees it, and so is told more than that there is none.
          actor: 'intake-01',
          data: { noticeVersion: '1', language: 'ar', receiptNo: `N-${index}` },
          ifMatch: '0',
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)?.body).toMatchObject({ expected: '0', actual: '1' });
  });

  it('decide on what the other one recorded, though they keep the states of cases in memory', async () => {
    const opened = await register(one.url, 'R-4');
    const path = `cases/${String(opened.body['caseId'])}/commands/AssignOfficer`;
    for (let round = 0; round < 20; round += 1) {
      const server = round % 2 === 0 ? one : two;
      const reply = await send(server.url, path, { actor: 'sup-01', data: { officer: `co-${round}` } });
      expect([reply.status, reply.body['revision']]).toEqual([200, String(round + 1)]);
    }
  });

  it('go on filling the views when the one that fills them is paused beyond its lease', async () => {
    await until(async () => serverOf(await holderOf('projections')) !== undefined);
    const paused = serverOf(await holderOf('projections')) as ServerProcess;
    const other = paused === one ? two : one;
    paused.signal('SIGSTOP');
    try {
      const opened = await register(other.url, 'R-5');
      await until(async () => {
        const found = await ask(`${other.url}/api/v1/cases?reference=R-5&atLeast=${position(opened)}`);
        return found.status === 200;
      });
      expect(await holderOf('projections')).toBe(other.pid);
    } finally {
      paused.signal('SIGCONT');
    }
    const after = await register(paused.url, 'R-6');
    const found = await ask(`${paused.url}/api/v1/cases?reference=R-6&atLeast=${position(after)}`);
    expect(found.status).toBe(200);
    expect(await holderOf('projections')).toBe(other.pid);
  }, 90_000);

  it('go on when one of them is killed', async () => {
    const killed = serverOf(await holderOf('deadlines')) ?? one;
    await killed.kill();
    const other = killed === one ? two : one;
    const opened = await register(other.url, 'R-7');
    await until(async () => {
      const found = await ask(`${other.url}/api/v1/cases?reference=R-7&atLeast=${position(opened)}`);
      return found.status === 200;
    });
    await until(async () => (await holderOf('deadlines')) === other.pid);
    const started = await replicas.start();
    if (killed === one) one = started;
    else two = started;
  }, 90_000);

  it('are replaced one after the other without a failed command of a client that asks the next one', async () => {
    const work = new AbortController();
    const revisions: string[] = [];
    const opened = await register(one.url, 'R-8');
    const path = `cases/${String(opened.body['caseId'])}/commands/AssignOfficer`;
    const client = (async () => {
      for (let count = 0; !work.signal.aborted; count += 1) {
        const sent = { actor: 'sup-01', data: { officer: `co-${count}` }, key: `rolling-${count}` };
        revisions.push(await heard(path, sent));
      }
    })();
    for (const which of ['one', 'two'] as const) {
      const next = await replicas.start();
      const old = which === 'one' ? one : two;
      if (which === 'one') one = next;
      else two = next;
      expect(await old.stop()).toBe(0);
    }
    work.abort();
    await client;
    expect(revisions.length).toBeGreaterThan(10);
    expect(revisions).toEqual(revisions.map((_, index) => String(index + 1)));
  }, 120_000);

  it('have a log and views that verify', async () => {
    const verified = await cli(['verify', '--json'], { env: replicas.env });
    expect(verified.json()).toMatchObject({ ok: true, problems: [] });
  }, 60_000);
});

/** Sends a command to one server after the other until it is recorded. A server that stops says 503, or nothing. */
async function heard(path: string, sent: Parameters<typeof send>[2]): Promise<string> {
  for (;;) {
    for (const server of [one, two]) {
      const reply = await send(server.url, path, sent).catch(() => undefined);
      if (reply === undefined || reply.status === 503) continue;
      expect(reply).toMatchObject({ status: 200, body: { events: [{}] } });
      return String(reply.body['revision']);
    }
  }
}
