import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type CasePage, type ReadEntry } from '@safeconduct/contracts';
import { startPostgres, type TestPostgres } from '../../libs/stores/testing/index.js';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from './cli.js';
import { officerCase } from './http/officer-cases.js';
import { operator } from './operator.js';
import { environmentOn } from './replicas/replicas.js';

const casesMade = 12;
/** How many reads are answered before each kill. */
const kills = { SQLite: [60, 150], PostgreSQL: [100] };
const readers = ['aud-01', 'aud-02', 'aud-03', 'aud-04', undefined, undefined];

/** A read whose answer came whole. */
interface Answered {
  readonly requestId: string;
  readonly actor: string;
  readonly operation: string;
  readonly cases: readonly string[];
}

interface Asked {
  readonly operation: string;
  readonly path: string;
  readonly body?: object;
  readonly casesIn: (answer: unknown) => readonly string[];
}

const ofList = (answer: unknown) => (answer as CasePage).items.map(({ caseId = '' }) => caseId);
const ofCase = (operation: string, caseId: string, rest = ''): Asked => ({
  ...{ operation, path: `cases/${caseId}${rest}` },
  casesIn: () => [caseId],
});
/** Every kind of read in turn. */
const kindsOf = (caseId: string): readonly Asked[] => [
  ofCase('getCase', caseId),
  { operation: 'listCases', path: 'cases?limit=10', casesIn: ofList },
  ofCase('getHistory', caseId, '/history'),
  { operation: 'searchCases', path: 'case-search', body: { text: 'Ahmad' }, casesIn: ofList },
];

/** `undefined`: the server was killed before its answer had come whole. */
async function read(url: string, asked: Asked, as?: string): Promise<Answered | undefined> {
  const { operation, path, body, casesIn } = asked;
  const request = {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...operator(url, as), ...(body && { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  };
  const response = await fetch(`${url}/api/v1/${path}`, request).catch(() => undefined);
  const text = await response?.text().catch(() => undefined);
  if (response === undefined || text === undefined) return undefined;
  expect(response.status).toBe(200);
  const requestId = response.headers.get('x-request-id') ?? '';
  return { requestId, actor: as ?? 'operator', operation, cases: casesIn(JSON.parse(text)) };
}

/** Every entry of the log of reads, the oldest first. */
async function allEntries(url: string): Promise<readonly ReadEntry[]> {
  const found: ReadEntry[] = [];
  for (let cursor = ''; ;) {
    const path = `${url}/api/v1/audit/reads?order=oldest&limit=200${cursor}`;
    const answer = await fetch(path, { headers: operator(url) });
    const page = operations.listReads.success.body.parse(await answer.json());
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = `&cursor=${page.next}`;
  }
}

/** Lets all readers read at once, and kills the server as soon as so many answers have come. */
async function killedAmongReads(server: ServerProcess, count: number, caseIds: readonly string[]) {
  const url = await server.ready;
  const answered: Answered[] = [];
  const readingOn = async (as: string | undefined, first: number): Promise<void> => {
    for (let turn = first; ; turn += 1) {
      const kinds = kindsOf(caseIds[turn % caseIds.length] as string);
      const answer = await read(url, kinds[turn % kinds.length] as Asked, as);
      // Each reader is in the middle of a read when the server ends.
      if (answer === undefined) return;
      answered.push(answer);
      if (answered.length === count) server.signal('SIGKILL');
    }
  };
  await Promise.all(readers.map(readingOn));
  expect(await server.ended).toBe('SIGKILL');
  return answered;
}

describe.each(['SQLite', 'PostgreSQL'] as const)('a server that is killed among reads, on %s', (store) => {
  let postgres: TestPostgres | undefined;
  let env: Readonly<Record<string, string>> = {};
  let running: ServerProcess | undefined;
  const caseIds: string[] = [];
  const data = temporaryFolder();
  const where = store === 'SQLite' ? { data } : {};

  beforeAll(async () => {
    if (store === 'PostgreSQL') {
      postgres = await startPostgres();
      env = environmentOn(await postgres.freshDatabase());
    }
    const opened = await openInstallation(readConfiguration(env, where), { note: 'test' });
    for (let count = 1; count <= casesMade; count += 1)
      caseIds.push((await officerCase(opened, `R-${count}`, { camped: false })).caseId);
    await opened.catchUp();
    await opened.close();
  });
  afterAll(async () => {
    await running?.kill();
    await postgres?.stop();
  });

  const started = (): ServerProcess => (running = new ServerProcess({ ...where, env }));

  it('has lost no read that it has answered, and entered none twice', async () => {
    const answered: Answered[] = [];
    for (const count of kills[store]) answered.push(...(await killedAmongReads(started(), count, caseIds)));
    expect(answered.length).toBeGreaterThanOrEqual(kills[store].reduce((sum, count) => sum + count));

    const url = await started().ready;
    // How many entries a read leaves that nothing comes in between.
    const calm = await Promise.all(kindsOf(caseIds[0] as string).map((asked) => read(url, asked)));
    const entries = await allEntries(url);
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    const byRequest = Map.groupBy(entries, ({ requestId }) => requestId);
    const usual = new Map(
      calm.map((one) => [one?.operation, byRequest.get(one?.requestId ?? null)?.length ?? 0]),
    );
    for (const { requestId, actor, operation, cases } of answered) {
      const found = byRequest.get(requestId) ?? [];
      expect([operation, found.length]).toEqual([operation, usual.get(operation)]);
      for (const entry of found) expect(entry).toMatchObject({ actor, operation });
      // A list is entered with one case more than its page shows.
      expect(found.flatMap((entry) => entry.cases)).toEqual(expect.arrayContaining([...cases]));
    }
    expect(Math.min(...usual.values())).toBeGreaterThan(0);
    const verified = await cli(['verify', '--json', ...(store === 'SQLite' ? ['--data', data] : [])], {
      env,
    });
    expect(verified.json()).toMatchObject({ ok: true, problems: [] });
    expect(verified.json<{ reads: number }>().reads).toBeGreaterThanOrEqual(entries.length);
  });
});
