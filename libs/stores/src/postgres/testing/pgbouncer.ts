import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface PgbouncerOptions {
  readonly mode: 'transaction' | 'session' | 'statement';
  /** How many connections to the database it shares. */
  readonly connections: number;
  /** More lines of its configuration. */
  readonly more?: readonly string[];
}

/** The program on this machine; `undefined` where it is not installed. */
export const pgbouncerHere: string | undefined = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
]
  .map((folder) => join(folder, 'pgbouncer'))
  .find((file) => existsSync(file));

const startDeadlineMs = 10_000;

/** A real pgbouncer of a test, in front of one server. */
export class Pgbouncer {
  private constructor(
    private readonly program: ChildProcess,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** The version of the program. */
  static version(program: string): string {
    const [first = ''] = execFileSync(program, ['--version'], { encoding: 'utf8' }).split('\n');
    return first.replace(/^PgBouncer /, '');
  }

  static async open(program: string, url: string, options: PgbouncerOptions): Promise<Pgbouncer> {
    const folder = mkdtempSync(join(tmpdir(), 'safeconduct-pgbouncer-'));
    const port = await freePort();
    const files = [join(folder, 'users'), join(folder, 'pgbouncer.ini')] as const;
    const { username, password } = new URL(url);
    writeFileSync(files[0], `"${username}" "${decodeURIComponent(password)}"\n`, { mode: 0o600 });
    writeFileSync(files[1], configurationOf(url, { port, users: files[0], ...options }), { mode: 0o600 });
    // It refuses to be root.
    if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody', folder]);
    const child = spawn(program, [...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []), files[1]], {
      stdio: 'ignore',
    });
    const pgbouncer = new Pgbouncer(child, folder, port);
    await pgbouncer.#listens(url);
    return pgbouncer;
  }

  /** The same address, through this pooler. */
  through(url: string): string {
    return Object.assign(new URL(url), { host: `127.0.0.1:${this.port}` }).href;
  }

  async close(): Promise<void> {
    if (this.program.exitCode === null) {
      this.program.kill('SIGTERM');
      await once(this.program, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #listens(url: string): Promise<void> {
    for (const end = Date.now() + startDeadlineMs; ;) {
      const client = new pg.Client({ connectionString: this.through(url) });
      client.on('error', () => {});
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        const isRefused = (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
        if (!isRefused) return;
        if (Date.now() > end) throw error;
        await wait(50);
      }
    }
  }
}

interface Places extends PgbouncerOptions {
  readonly port: number;
  readonly users: string;
}

function configurationOf(url: string, { port, users, mode, connections, more = [] }: Places): string {
  const { hostname, port: server } = new URL(url);
  return [
    ...['[databases]', `* = host=${hostname} port=${server || '5432'}`, '[pgbouncer]'],
    ...['listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir ='],
    ...['auth_type = scram-sha-256', `auth_file = ${users}`, `pool_mode = ${mode}`],
    ...[`default_pool_size = ${connections}`, 'max_client_conn = 200', ...more, ''],
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
}
