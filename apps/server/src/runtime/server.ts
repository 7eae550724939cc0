import { DeadlineRunner, ProjectionRunner } from '@safeconduct/engine';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { pino, type Logger } from 'pino';
import { tell } from '../cli/output.js';
import { ServerModule } from '../http/server.module.js';
import type { Configuration } from './configuration.js';
import { importDemo } from './demo-caseload.js';
import { openInstallation, type Installation } from './installation.js';

/** A server that runs. */
export interface RunningServer {
  /** Where it answers; undefined without the role `http`. */
  readonly url: string | undefined;
  readonly installation: Installation;
  /** Finishes what was accepted, then releases the data folder. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Import the demonstration caseload when the data folder is new. */
  readonly demo: boolean;
}

const deadlinePollMs = 5000;

/** Opens the data folder, fills it on first use, and starts the roles of this process. */
export async function startServer(configuration: Configuration, { demo }: ServerOptions): Promise<RunningServer> {
  const logger = pino({ level: configuration.logLevel }, pino.destination({ fd: 2, sync: false }));
  const installation = await openInstallation(configuration, 'server');
  try {
    if (demo) await importDemo(installation);
    const stopRoles = startRoles(installation, logger);
    const app = configuration.roles.includes('http') ? await listen(installation) : undefined;
    const url = app && (await app.getUrl());
    announce(configuration, url);
    return {
      url,
      installation,
      async close() {
        await app?.close();
        await stopRoles();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

/** Starts the loops of this process; the answer ends them, the newest first. */
function startRoles(installation: Installation, logger: Logger): () => Promise<void> {
  const { configuration, projections, views, clock, engine } = installation;
  const { roles, settleMs } = configuration;
  const running: { stop(): Promise<void> }[] = [];
  if (roles.includes('projections')) {
    const runner = new ProjectionRunner(projections);
    runner.start((error) => {
      logger.fatal({ err: error }, 'views are no longer filled');
    });
    running.unshift(runner);
  }
  if (roles.includes('reactions')) {
    const ports = { views, clock, register: engine.register, handle: engine.handle };
    const runner = new DeadlineRunner(ports, { settleMs, pollMs: deadlinePollMs });
    runner.start((error) => {
      logger.error({ err: error }, 'a round of deadlines failed; the next one tries again');
    });
    running.unshift(runner);
  }
  return async () => {
    for (const runner of running) await runner.stop();
  };
}

async function listen(installation: Installation): Promise<NestFastifyApplication> {
  const { host, port } = installation.configuration;
  const module = ServerModule.over(installation);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.listen(port, host);
  return app;
}

function announce({ folder, roles }: Configuration, url: string | undefined): void {
  tell(`Safeconduct: ${roles.join(', ')} on ${folder}`);
  if (url === undefined) return;
  tell(`  ${url}/health/ready`);
  tell('  Until sign-in exists the header X-Actor names who acts, such as co-01, sup-01, pro-01; loopback only.');
  tell('  Ctrl-C stops it; everything accepted stays.');
}
