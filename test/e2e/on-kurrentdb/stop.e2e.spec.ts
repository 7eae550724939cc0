/** A server that is stopped while no node of its cluster answers. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMasterKey } from '@safeconduct/stores';
import { KurrentdbDouble } from '../../doubles/kurrentdb/kurrentdb-double.js';
import { ServerProcess } from '../../chaos/server-process.js';
import { cli, temporaryFolder } from '../cli.js';
import { entry } from '../http/officer-cases.js';
import { operator } from '../operator.js';

const servers = new Set<ServerProcess>();
let double: KurrentdbDouble;

afterEach(async () => {
  for (const server of servers) await server.kill();
  servers.clear();
  double.stop();
});

function environment(double: KurrentdbDouble): Readonly<Record<string, string>> {
  const folder = temporaryFolder();
  createMasterKey(join(folder, 'master.key'));
  return {
    SAFECONDUCT_EVENTS: double.url,
    SAFECONDUCT_VIEWS: `sqlite:${join(folder, 'views')}`,
    SAFECONDUCT_MASTER_KEY_FILE: join(folder, 'master.key'),
  };
}

async function start(env: Readonly<Record<string, string>>) {
  const server = new ServerProcess({ env });
  servers.add(server);
  return { server, url: await server.ready };
}

const open = (url: string, registrationNo: string) =>
  fetch(`${url}/api/v1/workflows/officer-case/cases`, {
    method: 'POST',
    headers: {
      ...operator(url, 'intake-01'),
      'content-type': 'application/json',
      'idempotency-key': registrationNo,
    },
    body: JSON.stringify({ data: entry(registrationNo) }),
  });

describe('a server that is stopped while no node of its cluster answers', () => {
  // It would wait for three quarters of a minute if each call had its full time.
  it.each([
    [
      'is there',
      () => {
        double.stop();
      },
    ],
    ['says anything', () => (double.isFrozen = true)],
  ])(
    'because none %s ends by itself with 0, answers what was under way with 503, and loses nothing acknowledged',
    async (_, gone) => {
      double = await KurrentdbDouble.start({ version: '23.10.8' });
      const env = environment(double);
      const { server, url } = await start(env);
      const acknowledged = await Promise.all(['A-1', 'A-2', 'A-3'].map((no) => open(url, no)));
      expect(acknowledged.map(({ status }) => status)).toEqual([201, 201, 201]);
      gone();
      const underWay = open(url, 'B-1');
      await sleep(1000);
      const exited = server.stop();
      const answer = await underWay;
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await exited).toBe(0);
      double.isFrozen = false;
      double.stop();
      await double.start();
      const { stdout } = await cli(['verify', '--json'], { env });
      expect(JSON.parse(stdout)).toMatchObject({ ok: true });
      const again = await start(env);
      expect((await open(again.url, 'B-1')).status).toBe(201);
      expect((await open(again.url, 'A-1')).headers.get('idempotency-replayed')).toBe('true');
      await again.server.stop();
    },
    60_000,
  );
});
