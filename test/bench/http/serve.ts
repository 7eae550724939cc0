/**
 * The program that serves: one process with the real server, and one server over an engine that records
 * nothing.
 */
import 'reflect-metadata';
import { systemReader, type EngineWithViews } from '@safeconduct/engine';
import { pino } from 'pino';
import { createApplication } from '../../../apps/server/src/http/application.js';
import { Lifecycle } from '../../../apps/server/src/http/lifecycle.js';
import { defaultLimits } from '../../../apps/server/src/http/limits.js';
import { verifying } from '../../../apps/server/src/start/verification/verification.js';
import { JobRunner } from '../../../apps/server/src/jobs/job-runner.js';
import { readConfiguration } from '../../../apps/server/src/start/configuration.js';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { Metrics } from '../../../apps/server/src/start/metrics.js';
import { startServer, type RunningServer } from '../../../apps/server/src/start/server.js';
import { startTracing } from '../../../apps/server/src/start/tracing.js';
import { serveParent } from '../child.js';
import { accepted, assessRisk, openCases } from '../load/commands.js';
import { ofAnyAge, settled } from '../load/installation.js';
import { emptyEngine } from './empty-engine.js';

/** Starts the servers, or waits until the views have everything recorded. */
export type ServeRequest =
  { readonly kind: 'start'; readonly folder: string; readonly cases: number } | { readonly kind: 'settle' };

export interface Served {
  readonly commands: string;
  /** The master key of both. */
  readonly keyFile: string;
  readonly empty: string;
  readonly caseIds: readonly string[];
}

let running: RunningServer | undefined;
let stopEmpty = () => Promise.resolve();

serveParent(
  (request: ServeRequest) => (request.kind === 'start' ? start(request) : settle()),
  async () => {
    await stopEmpty();
    await running?.close();
  },
);

async function start({ folder, cases }: Extract<ServeRequest, { kind: 'start' }>): Promise<Served> {
  running = await startServer(readConfiguration({ ...ofAnyAge, PORT: '0' }, { data: folder }), {
    demo: false,
  });
  const { installation, url = '' } = running;
  const caseIds = await openCases(installation.engine, cases);
  const engine = await emptied(installation.engine, caseIds[0] ?? '');
  return {
    commands: url,
    keyFile: installation.location.keys.masterKeyLocation,
    empty: await startEmpty({ ...installation, engine }),
    caseIds,
  };
}

async function settle(): Promise<void> {
  if (running !== undefined) await settled(running.installation);
}

async function emptied(engine: EngineWithViews, caseId: string): Promise<EngineWithViews> {
  const answer = await accepted(engine.handle(assessRisk(caseId)));
  const state = await engine.queries.case(systemReader('benchmark'), { caseId });
  if (state === undefined) throw new Error('what was accepted is not there');
  return emptyEngine(engine, { state, answer });
}

/** The same HTTP side again, with the same logging and metrics. */
async function startEmpty(installation: Installation): Promise<string> {
  const { logLevel, host } = installation.configuration;
  const logger = pino({ level: logLevel }, pino.destination({ fd: 2, sync: false }));
  const app = await createApplication({
    installation,
    logger,
    limits: defaultLimits,
    lifecycle: new Lifecycle(),
    metrics: new Metrics(),
    issuer: undefined,
    jobs: new JobRunner({ ...installation, verify: verifying(installation) }, logger),
    tracing: startTracing(undefined, logger),
    tls: undefined,
  });
  await app.listen(0, host);
  stopEmpty = () => app.close();
  return app.getUrl();
}
