import { operations, type Operation, type ProblemCode } from '@safeconduct/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Authenticator } from '../sign-in/authenticator.js';
import { CredentialsRefusedError } from '../sign-in/principal.js';
import { refusedOf } from './sign-in/what-a-principal-may-ask.js';
import { signInRequired } from './actor.js';
import { operationOf } from './route.js';
import { issuerPages, issuerStart, signInPages } from './sign-in/pages.js';
import { jsonBody } from './json-body.js';
import type { Lifecycle } from './lifecycle.js';
import type { HttpLimits } from './limits.js';
import { mediaTypeOf } from './media-type.js';
import { HttpProblem } from './problem.js';
import type { RateLimits } from './rate-limits.js';
import { isCrossSite, isLocal, isOwnHost, lacksTls, type Reach } from './reach.js';
import type { ProblemDetailsFilter } from './problem-details.filter.js';
import { sendProblem } from './problem-details.filter.js';
import { screenFiles, screenPages } from './screens/screens.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The problem that it was answered with. */
    problem?: ProblemCode;
    /** What it asks for; undefined for a page, and for what is no route. Found once, before anything else. */
    operation?: Operation | undefined;
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
  readonly reach: Reach;
  /** Whether there are passwords, passkeys and invitations. */
  readonly hasLocalAccounts: boolean;
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
  /** Why it failed; left out where it did not. */
  readonly code: ProblemCode | undefined;
  /** The address that it came from: of an attempt to sign in, and of what is refused for lack of rights or asked too often. */
  readonly from: string | undefined;
  /** The trace that the caller named. */
  readonly traceparent: string | undefined;
}

/** Adds the hooks that run for every request, before its controller and after its answer. */
export function addHooks(instance: FastifyInstance, ports: HookPorts): void {
  instance.addHook('onRequest', (request, reply, done) => {
    request.operation = operationOf(request);
    addHeaders(request, reply);
    done(refusedAtOnce(request, ports));
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
  // The form of a web page is read nowhere else, so that no page of another site can send one.
  instance.addContentTypeParser(form, { parseAs: 'string' }, (request, body, done) => {
    if (isOfIssuer(request)) done(null, Object.fromEntries(new URLSearchParams(String(body))));
    else done(new HttpProblem('MEDIA_TYPE_UNSUPPORTED', { allowed: ['application/json'] }));
  });
  for (const type of streamTypes) {
    instance.addContentTypeParser(type, (_request, payload, done) => {
      done(null, payload);
    });
  }
}

const form = 'application/x-www-form-urlencoded';

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
    'cache-control': isPublic(request) && request.method !== 'POST' ? 'no-cache' : 'no-store',
  });
}

const simpleId = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

function correlationOf({ headers }: FastifyRequest): string | undefined {
  const given = headers['x-correlation-id'];
  return typeof given === 'string' && simpleId.test(given) ? given : undefined;
}

const urlCharactersMax = 8192;

/** Why a request is refused whatever its operation. */
function refusedAtOnce(
  request: FastifyRequest,
  { lifecycle: { stopping }, reach }: HookPorts,
): HttpProblem | undefined {
  if (request.url.length > urlCharactersMax) return new HttpProblem('URI_TOO_LONG');
  if (!isOwnHost(reach, request)) return new HttpProblem('HOST_REFUSED');
  if (isCrossSite(reach, request)) return new HttpProblem('ORIGIN_REFUSED');
  if (lacksTls(reach, request)) return new HttpProblem('TLS_REQUIRED');
  const isHealth = request.url.startsWith('/health/');
  return stopping && !isHealth ? new HttpProblem('STOPPING', {}, { connection: 'close' }) : undefined;
}

/** The pages that nobody has to sign in for. Every other route needs it, unless it is an operation that is public. */
const publicPages: ReadonlySet<string | undefined> = new Set([
  '/docs',
  '/docs/problems/:code',
  '/openapi.json',
  ...signInPages,
  ...issuerPages,
  ...screenPages,
  `${screenFiles}*`,
]);

/** @throws HttpProblem  for want of credentials or permission, or because the way to sign in is closed */
async function signIn(
  request: FastifyRequest,
  { authenticator, rates, hasLocalAccounts }: HookPorts,
): Promise<void> {
  if (!hasLocalAccounts && request.operation?.isOfLocalAccounts === true)
    throw new HttpProblem('LOCAL_ACCOUNTS_OFF');
  if (isSignIn(request)) await rates.countSignIn(request);
  if (request.is404 || isPublic(request)) return;
  const { authorization } = request.headers;
  try {
    request.principal = await authenticator.principalOf({
      ...{ authorization, signedIn: request.session.signedIn, isLocal: isLocal(request) },
    });
  } catch (error) {
    if (!(error instanceof CredentialsRefusedError)) throw error;
    await rates.countRefused(request);
    throw new HttpProblem(error.code, {}, { 'www-authenticate': 'Bearer error="invalid_token"' });
  }
  if (request.principal === undefined) throw signInRequired();
  await rates.countRequest(request);
  const refused = refusedOf(request.principal, request.operation);
  if (refused !== undefined) throw refused;
}

/**
 * Whether somebody begins to sign in: each attempt makes the server work, and one of many may be right. At an issuer the way
 * back belongs to the attempt that began it, and the issuer's own messages about sign-outs are none.
 */
const isSignIn = (request: FastifyRequest): boolean =>
  request.routeOptions.url === issuerStart ||
  (request.operation?.isPublic === true && request.method === 'POST');

const isOfIssuer = ({ routeOptions }: FastifyRequest): boolean =>
  issuerPages.some((page) => page === routeOptions.url);

const isPublic = (request: FastifyRequest): boolean =>
  request.operation === undefined
    ? publicPages.has(request.routeOptions.url)
    : request.operation.isPublic === true;

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
    code: request.problem,
    from: isOfSecurity(request, reply) ? request.ip : undefined,
    ms: Math.round(reply.elapsedTime * 100) / 100,
    traceparent:
      typeof request.headers['traceparent'] === 'string' ? request.headers['traceparent'] : undefined,
  };
}

const refusals: ReadonlySet<number> = new Set([401, 403, 429]);

/** The routes by which somebody signs in or out, with a success too. */
const signInRoutes: ReadonlySet<string> = new Set([
  ...[operations.signIn, operations.signInWithPasskey, operations.signOut, operations.acceptInvitation].map(
    ({ method, path }) => `${method.toUpperCase()} ${path}`,
  ),
  ...['GET /oidc/callback', 'POST /oidc/back-channel-logout'],
]);

const isOfSecurity = ({ method, routeOptions }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  refusals.has(statusCode) || signInRoutes.has(`${method} ${routeOptions.url ?? ''}`);
