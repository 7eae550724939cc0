import {
  createEngine,
  directoryIdentity,
  EmergencyAccess,
  LeaseTakenError,
  People,
  ProjectionRunner,
  ReadHeads,
  registerOf,
  ReportedFigures,
  projectionsOf,
  StoreUnavailableError,
  type EngineWithViews,
  type EventStore,
} from '@safeconduct/engine';
import { dryRunEvents, prefixIdentity, systemClock, uuidIds } from '@safeconduct/stores';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type Logger } from 'pino';
import { createApplication } from '../../../apps/server/src/http/application.js';
import type { Lifecycle } from '../../../apps/server/src/http/lifecycle.js';
import { defaultLimits } from '../../../apps/server/src/http/limits.js';
import { verifyingHere } from '../../../apps/server/src/start/verification/verification.js';
import { JobRunner } from '../../../apps/server/src/jobs/job-runner.js';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { Accounts, type AccountPorts } from '../../../apps/server/src/sign-in/accounts.js';
import { KeptDrafts } from '../../../apps/server/src/sign-in/kept-drafts.js';
import { readConfiguration, type Configuration } from '../../../apps/server/src/start/configuration.js';
import { issuerOf } from '../../../apps/server/src/start/issuer-of.js';
import { leaseOf } from '../../../apps/server/src/start/lease-of.js';
import { Metrics } from '../../../apps/server/src/start/metrics.js';
import { meansOf } from '../../../apps/server/src/start/sign-in-settings.js';
import { startTracing } from '../../../apps/server/src/start/tracing.js';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { template } from '../../../workflows/_template/index.js';
import type { TestServerOptions } from './http-server.js';
import { openTestStores } from './test-stores.js';

/** One server: its own stores, engine, caches, projections and jobs. */
export interface TestReplica {
  readonly app: NestFastifyApplication;
  readonly engine: EngineWithViews;
  readonly installation: Installation;
  close(): Promise<void>;
}

export interface TestReplicaOptions extends TestServerOptions {
  readonly folder: string;
  /** Gets each line that is logged. */
  readonly logged: string[];
  readonly lifecycle: Lifecycle;
}

/** Starts one over the stores of a folder. */
export async function startReplica(options: TestReplicaOptions): Promise<TestReplica> {
  const { folder, logged, lifecycle, clock = systemClock, workflows = [officerCase, template] } = options;
  const { demonstrationAccounts = [] } = options;
  const { location, stores } = await openTestStores(folder, clock);
  const { views, keys, jobs: jobStore, reads, logId } = stores;
  const events: EventStore = options.watched?.(stores.events) ?? stores.events;
  const metrics = new Metrics();
  const recorded = prefixIdentity(workflows, ['sys-import']);
  const roles = workflows.flatMap((workflow) => workflow.roles);
  const people = await People.open({ events, clock, ids: uuidIds }, roles);
  const identity = directoryIdentity(people, recorded);
  const ports = { events, keys, clock, ids: uuidIds, people: identity };
  const opening = { ...ports, subjects: keys.subjects, register: registerOf(workflows) };
  const emergency = await EmergencyAccess.open(opening);
  const engine = metrics.counted(createEngine({ ...ports, views, reads, emergency }, workflows));
  const projections = { events, views, codec: engine.codec, projections: projectionsOf(workflows) };
  const lease = leaseOf(views, 'projections');
  const onBroken = ({ message }: Error) => {
    logged.push(message);
  };
  const catchUp = () => new ProjectionRunner(projections, { batchSize: 5000, lease, onBroken }).catchUp();
  await unlessTaken(catchUp);
  const runner = new ProjectionRunner(projections, { lease, onBroken });
  // As in a server, a store that does not answer is asked again.
  runner.start((error) => {
    if (!(error instanceof StoreUnavailableError)) throw error;
    logged.push(error.message);
  });
  const logger = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
  const configuration = readConfiguration(options.settings ?? {}, { data: folder });
  const accounts = accountsOf({ store: stores.accounts, keys, people }, configuration, options);
  const installation: Installation = {
    configuration,
    location,
    engine,
    ...{ events, views, keys, identity, people, reads, emergency },
    ...{ jobs: jobStore, readHeads: new ReadHeads({ ...ports, reads }) },
    ...{ prefixesOf: recorded.prefixesOf, figures: await ReportedFigures.open(opening) },
    ...{ accounts, drafts: new KeptDrafts(accounts.records, engine.erasures), demonstrationAccounts },
    clock,
    demonstration: undefined,
    clockProblem: () => undefined,
    construction: { isTrial: false, unfinished: new Map() },
    logId,
    projections,
    dryRun: () => createEngine({ ...ports, events: dryRunEvents(events, clock) }, workflows),
    catchUp,
    announce: () => {},
    close: () => Promise.resolve(),
  };
  const jobs = jobsOf(installation, logger);
  const limits = { ...defaultLimits, viewsWaitMs: 200, ...options.limits };
  const tracing = startTracing(undefined, logger);
  metrics.observe(engine);
  const app = await createApplication({
    ...{ installation, limits, logger, lifecycle, metrics, jobs, tracing },
    tls: undefined,
    issuer: await issuerOf(configuration.signIn),
  });
  await jobs.start();
  return {
    ...{ app, engine, installation },
    async close() {
      await jobs.stop();
      await app.close();
      await runner.stop();
      await stores.close();
    },
  };
}

const jobsOf = (installation: Installation, logger: Logger): JobRunner =>
  new JobRunner({ ...installation, verify: verifyingHere(installation) }, logger, {
    lease: leaseOf(installation.jobs, 'jobs'),
  });

/** Another server that fills the views was started before and has caught up. */
async function unlessTaken(catchUp: () => Promise<void>): Promise<void> {
  await catchUp().catch((error: unknown) => {
    if (!(error instanceof LeaseTakenError)) throw error;
  });
}

const accountsOf = (
  ports: Pick<AccountPorts, 'store' | 'keys' | 'people'>,
  { sessions, signIn }: Configuration,
  { demonstrationAccounts = [] }: TestServerOptions,
): Accounts =>
  new Accounts({
    ...{ ...ports, limits: sessions, means: meansOf(signIn) },
    demonstrationPassword: (id) => demonstrationAccounts.find(({ person }) => person === id)?.password,
  });
