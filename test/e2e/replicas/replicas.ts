import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../../chaos/server-process.js';
import { temporaryFolder } from '../cli.js';
import { entry } from '../http/officer-cases.js';
import { operator } from '../operator.js';

/** The environment of servers over one PostgreSQL, with a master key that they share. */
export function environmentOn(url: string): Readonly<Record<string, string>> {
  const file = join(temporaryFolder(), 'master.key');
  writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return { SAFECONDUCT_EVENTS: url, SAFECONDUCT_MASTER_KEY_FILE: file };
}

/** The servers that a test has started; whichever still run are killed at its end. */
export class Replicas {
  readonly #running = new Set<ServerProcess>();

  constructor(readonly env: Readonly<Record<string, string>>) {}

  /** Starts one more, and waits until it answers. */
  async start(): Promise<ServerProcess> {
    const server = new ServerProcess({ env: this.env, args: ['--no-demo'] });
    this.#running.add(server);
    void server.ended.then(() => this.#running.delete(server));
    await server.ready;
    return server;
  }

  async killAll(): Promise<void> {
    await Promise.all([...this.#running].map((server) => server.kill()));
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export async function ask(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(20_000),
    ...init,
    headers: { ...operator(url), ...(init.headers as Record<string, string>) },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as never };
}

interface Sent {
  readonly actor: string;
  readonly data: unknown;
  readonly key?: string;
  readonly ifMatch?: string;
}

/** One command, to one server. */
export const send = (url: string, path: string, { actor, data, key, ifMatch }: Sent): Promise<Reply> =>
  ask(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...operator(url, actor),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    body: JSON.stringify({ data, occurredAt: '2024-12-07T06:13:39+03:00' }),
  });

/** Registers a person through one server. */
export const register = (url: string, registrationNo: string, key?: string): Promise<Reply> =>
  send(url, 'workflows/officer-case/cases', {
    actor: 'intake-01',
    data: entry(registrationNo),
    ...(key !== undefined && { key }),
  });

/** Waits until it is so. */
export async function until(isSo: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await isSo());) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await sleep(100);
  }
}
