import { operations, type Operation } from '@safeconduct/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Authenticator } from '../sign-in/authenticator.js';
import { CredentialsRefusedError } from '../sign-in/principal.js';
import { signInRequired } from './actor.js';
import { jsonBody } from './json-body.js';
import type { Lifecycle } from './lifecycle.js';
import type { HttpLimits } from './limits.js';
import { mediaTypeOf } from './media-type.js';
import { HttpProblem } from './problem.js';
import type { RateLimits } from './rate-limits.js';
import type { ProblemDetailsFilter } from './problem-details.filter.js';
import { sendProblem } from './problem-details.filter.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Fires when the body does not arrive in time. */
    bodyTimer?: NodeJS.Timeout;
  }
}

export interface HookPorts {
  readonly limits: HttpLimits;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  readonly filter: ProblemDetailsFilter;
  readonly authenticator: Authenticator;
  readonly rates: RateLimits;
  /** Called for every request that was answered. */
  readonly answered: (request: Answered) => void;
}

/** A request that was answered, without personal data. */
export interface Answered {
  readonly requestId: string;
  readonly correlationId: string | undefined;
  readonly method: string;
  /** The pattern, never the address: an address can hold a reference or a name that was searched for. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** The trace that the caller named. */
  readonly traceparent: string | undefined;
}

/** Adds the hooks that run for every request, before its controller and after its answer. */
export function addHooks(instance: FastifyInstance, ports: HookPorts): void {
  instance.addHook('onRequest', (request, reply, done) => {
    addHeaders(request, reply);
    done(refusedAtOnce(request, ports.lifecycle));
  });
  instance.addHook('onRequest', (request) => signIn(request, ports));
  addBodyTimer(instance, ports);
  instance.addHook('onSend', (_request, reply, payload, done) => {
    // A request that was under way when the server began to stop is answered, and its connection is closed.
    if (ports.lifecycle.stopping) reply.header('connection', 'close');
    done(null, payload);
  });
  instance.addHook('onResponse', (request, reply, done) => {
    const answered = answeredOf(request, reply);
    ports.answered(answered);
    const { traceparent: _traceparent, ...logged } = answered;
    // A balancer asks several times a second.
    ports.logger[answered.route.startsWith('/health/') ? 'debug' : 'info'](logged, 'request');
    done();
  });
}

/** Bodies: JSON is read strictly, and refused or kept by the operation where it is none; bulk files are handed on as streams, everything else is refused. */
export function addBodyParsers(instance: FastifyInstance, { limits }: HookPorts): void {
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, body.length === 0 ? undefined : jsonBody(body as Buffer, limits.jsonDepth));
    } catch (error) {
      done(error as Error);
    }
  });
  for (const type of streamTypes) {
    instance.addContentTypeParser(type, (_request, payload, done) => {
      done(null, payload);
    });
  }
}

const streamTypes = [
  ...new Set(
    (Object.values(operations) as readonly Operation[]).flatMap(({ streams = {} }) => Object.keys(streams)),
  ),
];

function addHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const correlationId = correlationOf(request);
  reply.headers({
    'x-request-id': request.id,
    ...(correlationId !== undefined && { 'x-correlation-id': correlationId }),
    // Nothing may keep case data, no browser on its disk either. A program that has an ETag can still ask whether it holds.
    'cache-control': isPublic(request) ? 'no-cache' : 'no-store',
  });
}

const simpleId = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

function correlationOf({ headers }: FastifyRequest): string | undefined {
  const given = headers['x-correlation-id'];
  return typeof given === 'string' && simpleId.test(given) ? given : undefined;
}

const urlCharactersMax = 8192;
const ownHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why a request is refused whatever its operation. */
function refusedAtOnce(request: FastifyRequest, { stopping }: Lifecycle): HttpProblem | undefined {
  if (request.url.length > urlCharactersMax) return new HttpProblem('URI_TOO_LONG');
  // Protects from DNS rebinding: a page of another site can resolve its own name to this address, but the
  // browser then sends that name as `Host`.
  const host = request.headers.host?.replace(/:\d+$/, '').toLowerCase();
  if (host === undefined || !ownHosts.has(host)) return new HttpProblem('HOST_REFUSED');
  if (isCrossSite(request)) return new HttpProblem('ORIGIN_REFUSED');
  const isHealth = request.url.startsWith('/health/');
  return stopping && !isHealth ? new HttpProblem('STOPPING', {}, { connection: 'close' }) : undefined;
}

/** The routes that nobody has to sign in for. Every other one needs it, also one that is no operation. */
const publicRoutes: ReadonlySet<string | undefined> = new Set([
  '/docs',
  '/docs/problems/:code',
  '/openapi.json',
  ...(Object.values(operations) as readonly Operation[])
    .filter(({ isPublic }) => isPublic === true)
    .map(({ path }) => path),
]);

/** @throws HttpProblem SIGN_IN_REQUIRED, CREDENTIALS_REFUSED, TOO_MANY_REQUESTS */
async function signIn(request: FastifyRequest, { authenticator, rates }: HookPorts): Promise<void> {
  if (request.is404 || isPublic(request)) return;
  const { authorization } = request.headers;
  try {
    request.principal = await authenticator.principalOf({ authorization, isLocal: isLocal(request) });
  } catch (error) {
    if (!(error instanceof CredentialsRefusedError)) throw error;
    await rates.countRefused(request);
    throw new HttpProblem(error.code, {}, { 'www-authenticate': 'Bearer error="invalid_token"' });
  }
  if (request.principal === undefined) throw signInRequired();
  await rates.countRequest(request);
}

const isPublic = ({ routeOptions }: FastifyRequest): boolean => publicRoutes.has(routeOptions.url);

const local = /^(?:::ffff:)?127\.|^::1$/;
const proxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

const isLocal = ({ socket, headers }: FastifyRequest): boolean =>
  local.test(socket.remoteAddress ?? '') && proxied.every((name) => headers[name] === undefined);

/**
 * A page of another site must not act with what the browser of its visitor knows, nor read. A browser says by `Origin` which
 * page sends, and by `Sec-Fetch-Site` how far it is from this one; a program says neither. A link from elsewhere may be
 * followed to a page.
 */
function isCrossSite({ headers, method }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && !isOrigin(origin, host ?? '')) return true;
  const site = headers['sec-fetch-site'];
  const isLink = headers['sec-fetch-mode'] === 'navigate' && method === 'GET';
  return (site === 'cross-site' || site === 'same-site') && !isLink;
}

const isOrigin = (origin: string, host: string): boolean =>
  origin === `http://${host}` || origin === `https://${host}`;

function addBodyTimer(instance: FastifyInstance, { limits, filter }: HookPorts): void {
  instance.addHook('preParsing', (request, reply, payload, done) => {
    const isStream = streamTypes.includes(mediaTypeOf(request.headers['content-type']) ?? '');
    if (!isStream) {
      request.bodyTimer = setTimeout(() => {
        reply.header('connection', 'close');
        sendProblem(reply, filter.answer(new HttpProblem('REQUEST_TIMEOUT'), request));
      }, limits.bodyMs);
    }
    done(null, payload);
  });
  instance.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(request.bodyTimer);
    done();
  });
  instance.addHook('onResponse', (request, _reply, done) => {
    clearTimeout(request.bodyTimer);
    done();
  });
  instance.addHook('onRequestAbort', (request, done) => {
    clearTimeout(request.bodyTimer);
    done();
  });
}

function answeredOf(request: FastifyRequest, reply: FastifyReply): Answered {
  return {
    requestId: request.id,
    correlationId: correlationOf(request),
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 100) / 100,
    traceparent:
      typeof request.headers['traceparent'] === 'string' ? request.headers['traceparent'] : undefined,
  };
}
