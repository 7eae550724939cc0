import type { Clock, EngineWithViews, EventStore } from '@safeconduct/engine';
import {
  operations,
  problemSchema,
  type Operation,
  type Operations,
  type Problem,
} from '@safeconduct/contracts';
import type { Workflow } from '@safeconduct/workflow';
import { expect } from '@jest/globals';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lifecycle } from '../../../apps/server/src/http/lifecycle.js';
import type { HttpLimits } from '../../../apps/server/src/http/limits.js';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { operatorToken } from '../../../apps/server/src/sign-in/operator-token.js';
import { startReplica, type TestReplica } from './test-replica.js';
import { serversOfStores } from './test-stores.js';

export interface TestServerOptions {
  readonly limits?: Partial<HttpLimits>;
  /** The folder of an earlier server, to continue with. */
  readonly folder?: string;
  readonly clock?: Clock;
  readonly workflows?: readonly Workflow[];
  /** Accounts whose passwords the page for signing in shows. Register their people. */
  readonly demonstrationAccounts?: Installation['demonstrationAccounts'];
  /** Settings of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Wraps the log. */
  readonly watched?: (events: EventStore) => EventStore;
}

/** A server over a folder of its own, asked without a socket or with one. */
export interface TestServer {
  /** The engine of the first server. */
  readonly engine: EngineWithViews;
  /** Those of all servers. */
  readonly engines: readonly EngineWithViews[];
  /** Of the first server. */
  readonly installation: Installation;
  /** Of all servers. */
  readonly lifecycle: Lifecycle;
  readonly folder: string;
  /** What all servers logged, line by line. */
  readonly logged: readonly string[];
  /** What the log has of a request, as soon as it is there. */
  loggedLine(requestId: string): Promise<Readonly<Record<string, unknown>>>;
  /**
   * Sends a request as it is: what reads goes to the first server, what writes to each in turn. The header `as` is sent as a
   * token of the person that it names; left out: of a program of the machine in nobody's name; empty: there is none.
   */
  inject(asked: InjectOptions): Promise<LightMyRequestResponse>;
  ask(asked: ParsedRequest): Promise<Answer>;
  /** The header by which the servers believe who asks. */
  as(person?: string): { readonly authorization: string };
  /** Waits until the views have everything, and every server knows the people and who was erased. */
  settled(): Promise<void>;
  /** The jobs that have a folder. */
  folders(): readonly string[];
  /** Lets the first server listen on a free port. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface ParsedRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'HEAD';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  json<Body = Record<string, unknown>>(): Body;
}

/**
 * Starts one; on some stores two servers that share them, which answer in turn, as behind a load balancer. Its folder is
 * removed when the process ends.
 */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? temporaryFolder();
  const logged: string[] = [];
  const lifecycle = new Lifecycle();
  const replicas: TestReplica[] = [];
  for (let count = 0; count < serversOfStores(); count += 1) {
    replicas.push(await startReplica({ ...options, folder, logged, lifecycle }));
  }
  const [first] = replicas as [TestReplica];
  const { events, views } = first.installation;
  const as = (person?: string) => ({
    authorization: `Bearer ${operatorToken(first.installation.keys.master, person ?? null)}`,
  });
  let sent = 0;
  const inject = (asked: InjectOptions) => {
    const isRead = asked.method === 'GET' || asked.method === 'HEAD';
    const replica = isRead ? first : replicas[(sent += 1) % replicas.length];
    const { as: person, ...headers } = (asked.headers ?? {}) as Record<string, string>;
    const credentials = person === '' ? {} : as(person);
    return (replica ?? first).app.inject({ ...asked, headers: { ...credentials, ...headers } });
  };
  return {
    ...{ inject, lifecycle, folder, logged },
    engine: first.engine,
    installation: first.installation,
    engines: replicas.map(({ engine }) => engine),
    as,
    ask: (asked) => ask(inject, asked),
    async loggedLine(requestId) {
      for (;;) {
        const line = logged.find((one) => one.includes(`"requestId":"${requestId}"`));
        if (line !== undefined) return JSON.parse(line) as Readonly<Record<string, unknown>>;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async settled() {
      await Promise.all(replicas.map(({ installation }) => installation.people.refresh()));
      await Promise.all(replicas.map(({ engine }) => engine.erasures.refresh()));
      const head = await events.head();
      for (;;) {
        const generations = await views.generations();
        if (generations.filter(({ live }) => live).every(({ checkpoint }) => checkpoint >= head)) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    folders: () => (existsSync(join(folder, 'jobs')) ? readdirSync(join(folder, 'jobs')) : []),
    async listen() {
      await first.app.listen(0, '127.0.0.1');
      return first.app.getUrl();
    },
    async close() {
      lifecycle.stop();
      for (const replica of replicas) await replica.close();
    },
  };
}

async function ask(
  inject: TestServer['inject'],
  { method = 'GET', url, headers = {}, body }: ParsedRequest,
): Promise<Answer> {
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  const response = await inject({
    method,
    url,
    headers,
    ...(body !== undefined && { payload: isJson ? JSON.stringify(body) : body }),
    ...(isJson && { headers: { 'content-type': 'application/json', ...headers } }),
  });
  const text = response.body;
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
    text,
    json: <Body>() => JSON.parse(text) as Body,
  };
}

/** A temporary folder inside that of the test run, which is removed at the end (`tools/tests-begin.mjs`). */
const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'safeconduct-http-'));

/** The problem in an answer; checks that its operation documents it, with this shape. */
export function problemIn(answer: Answer): Problem {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = answer.json<Problem>();
  const parsed = problemSchema(problem.code).safeParse(problem);
  if (!parsed.success) throw new Error(`${problem.code} is not as documented: ${parsed.error.message}`);
  expect(problem.status).toBe(answer.status);
  return problem;
}

/** The body of a successful answer, as its operation documents it. */
export function bodyOf<Id extends keyof Operations>(
  id: Id,
  answer: Answer,
): Record<string, never> & Parsed<Id> {
  const operation: Operation = operations[id];
  if (answer.status !== operation.success.status) throw new Error(`${id}: ${answer.status} ${answer.text}`);
  const parsed = operation.success.body?.safeParse(answer.json());
  if (parsed?.success === false)
    throw new Error(`${id} does not answer as documented: ${parsed.error.message}`);
  return answer.json();
}

type Parsed<Id extends keyof Operations> = Operations[Id]['success'] extends { readonly body: infer Body }
  ? Body extends { readonly _zod: { readonly output: infer Output } }
    ? Output
    : never
  : never;
