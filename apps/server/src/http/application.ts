import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import { Authenticator } from '../sign-in/authenticator.js';
import { httpAdapter } from './adapter.js';
import { Connections } from './connections.js';
import { addBodyParsers, addHooks, type Answered } from './hooks.js';
import { ProblemDetailsFilter } from './problem-details.filter.js';
import { rateLimits } from './rate-limits.js';
import { addScreenFiles } from './screens/add-screen-files.js';
import { addSecurityHeaders } from './security-headers.js';
import { addSessions } from './sign-in/add-sessions.js';
import { ServerModule, type ServerParts } from './server.module.js';

const compressedFromBytes = 1024;
const brotliQuality = 4;
const serverFault = 500;

/** The HTTP side as an application: everything but the socket. */
export async function createApplication(parts: ServerParts): Promise<NestFastifyApplication> {
  const { limits, logger, lifecycle } = parts;
  const { accounts, keys, configuration } = parts.installation;
  const filter = new ProblemDetailsFilter(logger, lifecycle);
  const adapter = httpAdapter(limits, filter, {
    proxies: configuration.proxies,
    tls: parts.tls,
  });
  const options: Pick<NestApplicationOptions, 'logger' | 'bodyParser' | 'abortOnError'> = {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  };
  const app = await NestFactory.create<NestFastifyApplication>(ServerModule.over(parts), adapter, options);
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  const authenticator = app.get(Authenticator);
  const reach = { origin: configuration.origin };
  await addSecurityHeaders(instance, reach);
  await addSessions(instance, { sessions: accounts.sessions, keys, reach });
  const ports = {
    ...{ limits, logger, lifecycle, filter, authenticator, reach, answered: observer(parts) },
    hasLocalAccounts: configuration.signIn.hasLocalAccounts,
    rates: await rateLimits(instance, limits),
  };
  addHooks(instance, ports);
  addBodyParsers(instance, ports);
  const connections = new Connections(instance.server);
  instance.addHook('preClose', (done) => {
    connections.end(limits.stopMs);
    done();
  });
  await instance.register(
    compress as never,
    {
      threshold: compressedFromBytes,
      encodings: ['br', 'gzip'],
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
    } as never,
  );
  await addScreenFiles(instance);
  app.useGlobalFilters(filter);
  await app.init();
  return app;
}

/** Every request that was answered becomes a figure and a span. */
function observer({ metrics, tracing }: ServerParts) {
  return ({ method, route, status, ms, requestId, traceparent }: Answered): void => {
    metrics.requestSeconds.observe({ method, route, status }, ms / 1000);
    const endedMs = Date.now();
    tracing.record({
      ...{
        name: `${method} ${route}`,
        traceparent,
        startedMs: endedMs - ms,
        endedMs,
        failed: status >= serverFault,
      },
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'safeconduct.request_id': requestId,
      },
    });
  };
}
