import {
  DeadlineRunner,
  logStart,
  ProjectionRunner,
  ProposalRunner,
  type RepeatedWork,
  systemReader,
  ViewBehindError,
} from '@safeconduct/engine';
import { closeAll } from '@safeconduct/stores';
import { X509Certificate } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type Logger } from 'pino';
import type { ErrorLog } from '../console/error-log.js';
import { tell } from '../console/output.js';
import { operatorActor } from '../sign-in/principal.js';
import { createApplication } from '../http/application.js';
import { Lifecycle } from '../http/lifecycle.js';
import { defaultLimits, type HttpLimits } from '../http/limits.js';
import type { ServerParts } from '../http/server.module.js';
import { JobRunner } from '../jobs/job-runner.js';
import { catchUp } from './catch-up.js';
import { readSetting, type Configuration } from './configuration.js';
import { constructionBanner, whatIsUnfinished } from './construction.js';
import { accountsBanner, demonstrationBanner } from './demonstration/banner.js';
import { importDemo } from './demonstration/import-demo.js';
import { followErasures } from './follow-erasures.js';
import { openInstallation, type Installation } from './installation.js';
import { leaseOf } from './lease-of.js';
import { Metrics } from './metrics.js';
import { startOpenCasesCheck } from './open-cases/open-cases-check.js';
import { ProjectionsThread } from './projections/projections-thread.js';
import { issuerOf } from './issuer-of.js';
import { repeated } from './repeated.js';
import { verifying } from './verification/verification.js';
import { startTracing } from './tracing.js';
import { whenUnlocked } from './when-unlocked.js';

/** A running server. */
export interface RunningServer {
  /** Where it answers; undefined without the role `http`. */
  readonly url: string | undefined;
  readonly installation: Installation;
  /** The HTTP application, for requests without a socket; undefined without the role `http`. */
  readonly app: NestFastifyApplication | undefined;
  /** Takes nothing new, finishes what was accepted, then releases the data folder. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Import the demonstration caseload when the data folder is new. */
  readonly demo: boolean;
  readonly limits?: HttpLimits;
}

/** Another process listens on the port. */
export class PortInUseError extends Error {
  readonly code = 'PORT_IN_USE';
  constructor(port: number, cause: unknown) {
    super(`port ${port} is in use; stop what listens on it, or choose another with --port`, { cause });
  }
}

const deadlinePollMs = 5000;
const peoplePollMs = 1000;
const notingMs = 60_000;
const endedPollMs = 3_600_000;
const takenInMs = 2000;
const reader = systemReader('start');

/**
 * Opens the data folder, fills it on first use, and starts the roles of this process.
 * @throws ClockImplausibleError
 */
export async function startServer(
  configuration: Configuration,
  { demo, limits = defaultLimits }: ServerOptions,
): Promise<RunningServer> {
  const logger = pino({ level: configuration.logLevel }, logTarget());
  const metrics = new Metrics();
  const opened = await whenUnlocked(() =>
    openInstallation(configuration, { note: 'server', demo, timed: (events) => metrics.timed(events) }),
  );
  const installation = { ...opened, engine: metrics.counted(opened.engine) };
  metrics.observe(installation.engine);
  let stopRoles = () => Promise.resolve();
  try {
    const clockProblem = installation.clockProblem();
    if (clockProblem !== undefined) throw clockProblem;
    if (demo) await importDemo(installation);
    // Every view exists from the first request on. Views that only lag answer while they are being filled.
    if ((await installation.engine.queries.reached(reader)) === logStart) await catchUp(installation);
    const lifecycle = new Lifecycle();
    const log = lifecycle.remembering(logger);
    stopRoles = startRoles(installation, log);
    const http = configuration.roles.includes('http')
      ? await startHttp({ installation, logger, log, lifecycle, metrics, limits })
      : undefined;
    if (http !== undefined) announceAddress(installation, http);
    const invitation = http === undefined ? undefined : await firstInvitation(installation);
    // Nothing is awaited from here on: a signal that follows what is said now must find its listener.
    announce(installation, http?.url);
    if (invitation !== undefined) tell(invitation);
    return {
      url: http?.url,
      app: http?.app,
      installation,
      close: () =>
        closeAll([
          () => installation.events.prepareToClose?.(),
          () => http?.stop(),
          stopRoles,
          () => installation.close(),
          () => {
            logger.flush();
          },
        ]),
    };
  } catch (error) {
    await closeAll([stopRoles, () => installation.close()]).catch(() => {});
    throw error;
  }
}

/** The log on stderr. A terminal or a pipe that is gone loses lines and does not end the server. */
function logTarget() {
  const target = pino.destination({ fd: 2, sync: false });
  target.on('error', () => {});
  return target;
}

interface HttpParts {
  readonly installation: Installation;
  readonly logger: Logger;
  readonly log: ErrorLog;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
  readonly limits: HttpLimits;
}

async function startHttp(parts: HttpParts) {
  const { installation, logger, log, lifecycle } = parts;
  const jobs = new JobRunner({ ...installation, verify: verifying(installation) }, log, {
    lease: leaseOf(installation.jobs, 'jobs'),
    rejectedKeptMs: installation.configuration.rejectedKeptMs,
  });
  const tracing = startTracing(installation.configuration.tracesEndpoint, logger);
  const tls = certificateOf(installation.configuration);
  const app = await createApplication({
    ...parts,
    jobs,
    tracing,
    tls,
    issuer: await issuerOf(installation.configuration.signIn),
  });
  /**
   * New requests are answered with 503, readers of the feed are disconnected, running work is finished, and what does
   * not finish in time is cut off.
   */
  const stop = async () => {
    lifecycle.stop();
    await jobs.stop();
    await app.close();
    await tracing.stop();
  };
  try {
    await startOpenCasesCheck(installation, lifecycle, logger);
    await jobs.start();
    return { app, url: await listen(app, installation.configuration), tls, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** Tells other processes of this machine where to send commands, and what certificate answers there. */
function announceAddress(
  installation: Installation,
  { url, tls }: { readonly url: string; readonly tls: ServerParts['tls'] },
): void {
  // Of a chain this is the first one, that of the server itself.
  const certificate = tls && new X509Certificate(tls.cert).toString();
  installation.announce({ note: `server on ${url}`, address: url, certificate });
}

/** @throws ConfigurationError  a file of it cannot be read */
const certificateOf = ({ tls }: Configuration) =>
  tls && {
    cert: readSetting('SAFECONDUCT_TLS_CERTIFICATE_FILE', tls.certificateFile),
    key: readSetting('SAFECONDUCT_TLS_KEY_FILE', tls.keyFile),
  };

async function listen(app: NestFastifyApplication, { host, port }: Configuration): Promise<string> {
  try {
    await app.listen(port, host);
    return await app.getUrl();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortInUseError(port, error);
  }
}

/** Starts the loops of this process. The returned function ends them, the newest first. */
function startRoles(installation: Installation, log: ErrorLog): () => Promise<void> {
  const { configuration, location, clock, engine, views } = installation;
  const { roles, settleMs, stores } = configuration;
  const running: { stop(): Promise<void> }[] = [
    followingPeople(installation, log),
    removingEnded(installation, log),
    followErasures(installation, log),
  ];
  if (roles.includes('projections')) {
    running.unshift(
      location.isShared ? new ProjectionsThread({ stores }, log) : projecting(installation, log),
    );
  }
  // Stops before the views do, which still take in what it has noted.
  running.unshift(notingReads(installation, log));
  if (roles.includes('reactions')) {
    const { queries, register, handle } = engine;
    const ports = { queries, clock, register, handle };
    const runner = new DeadlineRunner(ports, {
      ...{ settleMs, pollMs: deadlinePollMs },
      lease: leaseOf(views, 'deadlines'),
    });
    runner.start((error) => {
      log.error({ err: error }, 'a round of deadlines failed; the next one tries again');
    });
    const proposals = new ProposalRunner(
      { queries, clock, proposals: engine.proposals },
      { pollMs: deadlinePollMs, lease: leaseOf(views, 'proposals') },
    );
    proposals.start((error) => {
      log.error({ err: error }, 'a round of proposals failed; the next one tries again');
    });
    running.unshift(runner, proposals);
  }
  return async () => {
    for (const runner of running) await runner.stop();
  };
}

/** Takes in the changes of the directory that other processes make, so that a role that is taken holds nowhere. */
const followingPeople = ({ people }: Installation, log: ErrorLog): RepeatedWork =>
  repeated(
    () => people.refresh(),
    {
      everyMs: peoplePollMs,
      failed: 'the directory of people could not be read; the next attempt follows soon',
    },
    log,
  );

/**
 * Notes in the log how far the log of reads is: at the start what a killed process left, every minute in which something
 * was read, and in the end, when nobody is answered any more. One of several servers is enough for the minutes; each notes its
 * last reads.
 */
function notingReads(installation: Installation, log: ErrorLog): { stop(): Promise<void> } {
  const { readHeads, configuration } = installation;
  const onMissing = ({ number }: { readonly number: number }) => {
    log.error(
      { entry: number },
      'an entry of the log of reads that was noted is gone or another one; look with: safeconduct verify',
    );
  };
  const failed = 'the log of reads could not be noted; the next attempt follows soon';
  const note = () => readHeads.note(onMissing);
  const work = configuration.roles.includes('reactions')
    ? repeated(note, { everyMs: notingMs, failed }, log)
    : undefined;
  return {
    async stop() {
      await work?.stop();
      try {
        if (await note()) await untilTakenIn(installation);
      } catch (error) {
        log.error({ err: error }, 'the last reads could not be noted; the next start notes them');
      }
    },
  };
}

/** Waits a moment until the views have the newest event: views that lag cannot be read where nobody may write. */
async function untilTakenIn({ engine: { queries }, configuration }: Installation): Promise<void> {
  if (!configuration.roles.includes('projections')) return;
  try {
    await queries.waitFor(reader, { atLeast: await queries.head(reader), timeoutMs: takenInMs });
  } catch (error) {
    // They lag by more than that; whoever opens the data next goes on.
    if (!(error instanceof ViewBehindError)) throw error;
  }
}

/** Removes the sessions, invitations, tokens and drafts that have ended. Nobody can use them; this is so that they do not pile up. */
const removingEnded = ({ accounts }: Installation, log: ErrorLog): RepeatedWork =>
  repeated(
    () => accounts.records.store.removeEnded(Date.now()),
    {
      everyMs: endedPollMs,
      failed: 'sessions that have ended could not be removed; the next attempt follows',
    },
    log,
  );

/** Fills the views in this thread, because no other thread can open these stores. */
function projecting({ projections, views }: Installation, log: ErrorLog): ProjectionRunner {
  const runner = new ProjectionRunner(projections, { lease: leaseOf(views, 'projections') });
  runner.start((error) => {
    log.error({ err: error }, 'views could not be filled; the next attempt follows soon');
  });
  return runner;
}

/** Somebody has to be the first who signs in: what whoever starts the server is told as long as nobody is registered. */
async function firstInvitation({
  people,
  accounts,
  demonstration,
}: Installation): Promise<string | undefined> {
  if (demonstration !== undefined || people.directory.isKept) return undefined;
  if (!accounts.takes('password'))
    return (
      '  nobody is registered yet; register the first administrator:\n' +
      '  npx safeconduct person RegisterPerson <id> --input \'{"roles": ["administrator"]}\''
    );
  const { code } = await accounts.invite(null, operatorActor.id);
  return `  nobody is registered yet; the first administrator signs in at /sign-in with the code ${code}`;
}

function announce(installation: Installation, url: string | undefined): void {
  const { configuration, location, construction, demonstration } = installation;
  if (construction.isTrial) tell(constructionBanner);
  if (demonstration !== undefined) {
    tell(demonstrationBanner(demonstration));
    tell(accountsBanner(installation.demonstrationAccounts));
  }
  for (const [workflow, what] of construction.unfinished) tell(whatIsUnfinished(workflow, what));
  tell(`Safeconduct: ${configuration.roles.join(', ')} on ${location.name}`);
  if (url === undefined) return;
  tell(`  ${url}/sign-in  where people sign in`);
  tell(`  ${url}/docs  the API`);
  tell(
    `  Ctrl-C stops it; ${location.isDurable ? 'everything accepted stays' : 'its data are in memory and go with it'}.`,
  );
}
