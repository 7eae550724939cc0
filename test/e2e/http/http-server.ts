import {
  createEngine,
  ProjectionRunner,
  standardProjections,
  type Clock,
  type EngineWithViews,
  type EventStore,
} from '@safeconduct/engine';
import {
  operations,
  problemSchema,
  type Operation,
  type Operations,
  type Problem,
} from '@safeconduct/contracts';
import { dryRunEvents, prefixIdentity, systemClock, uuidIds } from '@safeconduct/stores';
import type { Workflow } from '@safeconduct/workflow';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { expect } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApplication } from '../../../apps/server/src/http/application.js';
import { Lifecycle } from '../../../apps/server/src/http/lifecycle.js';
import { defaultLimits, type HttpLimits } from '../../../apps/server/src/http/limits.js';
import { JobRunner } from '../../../apps/server/src/jobs/job-runner.js';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { readConfiguration } from '../../../apps/server/src/start/configuration.js';
import { leaseOf } from '../../../apps/server/src/start/lease-of.js';
import { Metrics } from '../../../apps/server/src/start/metrics.js';
import { startTracing } from '../../../apps/server/src/start/tracing.js';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { template } from '../../../workflows/_template/index.js';
import { openTestStores } from './test-stores.js';

export interface TestServerOptions {
  readonly limits?: Partial<HttpLimits>;
  /** The folder of an earlier server, to continue with. */
  readonly folder?: string;
  readonly clock?: Clock;
  readonly workflows?: readonly Workflow[];
  /** Wraps the log. */
  readonly watched?: (events: EventStore) => EventStore;
}

/** A server over a folder of its own, asked without a socket or with one. */
export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly engine: EngineWithViews;
  readonly installation: Installation;
  readonly lifecycle: Lifecycle;
  readonly folder: string;
  /** What was logged, line by line. */
  readonly logged: readonly string[];
  ask(asked: ParsedRequest): Promise<Answer>;
  /** Waits until the views have everything. */
  settled(): Promise<void>;
  /** The jobs that have a folder. */
  folders(): readonly string[];
  /** Listens on a free port. */
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

/** Starts one. Its folder is removed when the process ends. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? temporaryFolder();
  const clock = options.clock ?? systemClock;
  const { location, stores } = await openTestStores(folder, clock);
  const { views, keys, jobs: jobStore, logId } = stores;
  const events = options.watched?.(stores.events) ?? stores.events;
  const metrics = new Metrics();
  const workflows = options.workflows ?? [officerCase, template];
  const ports = { events, keys, clock, ids: uuidIds };
  const engine = metrics.counted(createEngine({ ...ports, views }, workflows));
  const projections = { events, views, register: engine.register, projections: standardProjections };
  const catchUp = () => new ProjectionRunner(projections, { batchSize: 5000 }).catchUp();
  await catchUp();
  const runner = new ProjectionRunner(projections);
  runner.start((error) => {
    throw error;
  });
  const logged: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
  const identity = prefixIdentity(workflows);
  const configuration = readConfiguration({}, { data: folder });
  const installation: Installation = {
    configuration,
    location,
    engine,
    ...{ events, views, keys, identity },
    jobs: jobStore,
    prefixesOf: identity.prefixesOf,
    clock,
    logId,
    projections,
    dryRun: () => createEngine({ ...ports, events: dryRunEvents(events, clock) }, workflows),
    catchUp,
    announce: () => {},
    close: () => Promise.resolve(),
  };
  const lifecycle = new Lifecycle();
  const jobs = new JobRunner(installation, logger, { lease: leaseOf(jobStore, 'jobs') });
  const limits = { ...defaultLimits, viewsWaitMs: 200, ...options.limits };
  const tracing = startTracing(undefined, logger);
  metrics.observe(engine);
  const app = await createApplication({ installation, limits, logger, lifecycle, metrics, jobs, tracing });
  await jobs.start();
  return {
    ...{ app, engine, installation, lifecycle, folder, logged },
    ask: (asked) => ask(app, asked),
    async settled() {
      const head = await events.head();
      for (;;) {
        const generations = await views.generations();
        if (generations.filter(({ live }) => live).every(({ checkpoint }) => checkpoint >= head)) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    folders: () => (existsSync(join(folder, 'jobs')) ? readdirSync(join(folder, 'jobs')) : []),
    async listen() {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    async close() {
      lifecycle.stop();
      await jobs.stop();
      await app.close();
      await runner.stop();
      await stores.close();
    },
  };
}

async function ask(
  app: NestFastifyApplication,
  { method = 'GET', url, headers = {}, body }: ParsedRequest,
): Promise<Answer> {
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  const response = await app.inject({
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
