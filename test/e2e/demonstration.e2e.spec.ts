import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logStart, systemReader, type RecordedEvent } from '@safeconduct/engine';
import { days, epochMsOf, hours, plus } from '@safeconduct/workflow';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { startServer, type RunningServer } from '../../apps/server/src/start/server.js';
import { officerCase } from '../../workflows/officer-case/index.js';
import { cli, temporaryFolder } from './cli.js';
import { known, operator } from './operator.js';

const data = join(temporaryFolder(), 'data');
const startsAt = '2025-01-12T05:00:00.000Z';
const aDayLater = plus(startsAt, days(1) + hours(6));
const { ledger } = officerCase.demo?.generate({ persons: 2493, seed: 1 }) ?? {};
const { states } = ledger as { readonly states: Readonly<Record<string, number>> };

let server: RunningServer;
const start = () =>
  known(startServer(readConfiguration({ LOG_LEVEL: 'silent' }, { data, port: '0' }), { demo: true }));

beforeAll(async () => {
  server = await start();
}, 180_000);
afterAll(() => server.close());

const get = async <Body>(path: string): Promise<Body> =>
  (await (await fetch(`${server.url}/api/v1/${path}`, { headers: operator(server.url) })).json()) as Body;
const population = () => get<{ total: number; states: Record<string, number> }>('population');
const now = async () => (await get<{ now: string }>('meta')).now;

async function log(): Promise<readonly RecordedEvent[]> {
  const { events } = server.installation;
  const all: RecordedEvent[] = [];
  for (let after = logStart; ; after = all.at(-1)?.position ?? after) {
    const read = await events.readAll({ after, limit: 10_000 });
    all.push(...read);
    if (read.length < 10_000) return all;
  }
}

describe('a demonstration', () => {
  it('begins at the end of its caseload, and says that it is one', async () => {
    const meta = await get<{ now: string }>('meta');
    expect(meta).toMatchObject({ demonstration: { startsAt } });
    expect(epochMsOf(meta.now) - epochMsOf(startsAt)).toBeGreaterThanOrEqual(0);
    expect(epochMsOf(meta.now) - epochMsOf(startsAt)).toBeLessThan(hours(1));
    const { stderr } = await cli(['population', '--data', data]);
    expect(stderr).toContain('DEMONSTRATION of invented persons; its own clock shows 12 January 2025, 08:0');
  });

  it('shows the figures of its caseload', async () => {
    expect(await population()).toMatchObject({ total: 2493, states });
  });

  it('was recorded minutes to hours after it happened, in the order of the log, by the end of the caseload', async () => {
    const entered = (await log()).filter(
      ({ stream, metadata }) => stream.startsWith('case-') && metadata['actor'] !== 'sys-deadlines',
    );
    const late = (event: RecordedEvent) => epochMsOf(event.recordedAt) - epochMsOf(event.occurredAt);
    const delays = entered.map(late).sort((one, other) => one - other);
    expect(delays[0]).toBeGreaterThan(0);
    expect(delays[Math.floor(delays.length / 2)]).toBeGreaterThan(hours(1) / 12);
    expect(delays[Math.floor(delays.length / 2)]).toBeLessThan(hours(3));
    const times = (await log()).map(({ recordedAt }) => recordedAt);
    expect(times.filter((time, index) => time < (times[index - 1] ?? ''))).toEqual([]);
    expect(times.filter((time) => time > startsAt)).toEqual([]);
  });

  it('that has run for a day is still that caseload, with what fell due meanwhile', async () => {
    const before = await log();
    server.installation.demonstration?.clock.runFrom(aDayLater);
    expect((await now()) >= aDayLater).toBe(true);
    const { queries } = server.installation.engine;
    // Until the loop of deadlines has been round, and the views have what it recorded.
    while ((await log()).length === before.length) await sleep(100);
    while ((await queries.reached(systemReader('test'))) < (await queries.head(systemReader('test'))))
      await sleep(50);
    expect(await population()).toMatchObject({ total: 2493, states });
    const passed = (await log()).slice(before.length);
    expect(passed.length).toBeLessThan(60);
    for (const { recordedAt } of passed) expect(recordedAt >= aDayLater).toBe(true);
  });

  it('goes on where it was left when it is started again', async () => {
    const last = (await log()).at(-1)?.recordedAt ?? '';
    const left = last > startsAt ? last : startsAt;
    await server.close();
    server = await start();
    expect((await now()) >= left).toBe(true);
    expect(epochMsOf(await now()) - epochMsOf(left)).toBeLessThan(hours(1));
    expect(await population()).toMatchObject({ total: 2493, states });
  });
});

describe('the people of a demonstration', () => {
  it('are everybody who acted in its caseload, each with the role that they acted in', async () => {
    const { directory } = server.installation.people;
    const acted = new Set(
      (await log()).map(({ metadata }) => `${metadata['actor']} ${metadata['actorRole']}`),
    );
    for (const one of [...acted].filter((text) => !text.startsWith('sys-') && !text.startsWith('operator'))) {
      const [id = '', role = ''] = one.split(' ');
      expect([one, directory.actor(id)?.roles.includes(role)]).toEqual([one, true]);
    }
  });

  it('have one account a role, and every supervisor one, whose password is the same after a restart, and is kept nowhere', async () => {
    const accounts = server.installation.demonstrationAccounts;
    const { all } = server.installation.people.directory;
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(all.flatMap((one) => one.roles)));
    const several = [...Map.groupBy(accounts, ({ role }) => role)].filter(([, held]) => held.length > 1);
    expect(several.map(([role, held]) => [role, held.map(({ unit }) => unit)])).toEqual([
      ['supervisor', ['QAIM', 'RUTBA', 'BAGHDAD']],
    ]);
    for (const { person, role, password } of accounts) {
      const answer = await fetch(`${server.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person, password }),
      });
      expect([role, await answer.json()]).toMatchObject([role, { person, roles: [role], means: 'password' }]);
    }
    await server.close();
    const kept = readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    for (const { parentPath, name } of kept) {
      const bytes = readFileSync(join(parentPath, name));
      for (const { password } of accounts) expect([name, bytes.includes(password)]).toEqual([name, false]);
    }
    server = await start();
    expect(server.installation.demonstrationAccounts).toEqual(accounts);
  });
});

describe('data that are no demonstration', () => {
  it('have the clock of the machine, and nothing makes them one later', async () => {
    const other = { data: join(temporaryFolder(), 'data'), port: '0' };
    for (const demo of [false, true]) {
      const started = await startServer(readConfiguration({ LOG_LEVEL: 'silent' }, other), { demo });
      const { clock, demonstration } = started.installation;
      expect(demonstration).toBeUndefined();
      expect(Math.abs(epochMsOf(clock.now()) - Date.now())).toBeLessThan(hours(1));
      await started.close();
    }
  });
});
