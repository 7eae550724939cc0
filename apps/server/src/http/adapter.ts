import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpLimits } from './limits.js';
import { languageOf } from './language.js';
import { problemAnswer, sendProblem, type ProblemDetailsFilter } from './problem-details.filter.js';

const headerBytesMax = 16_384;
const parameterCharactersMax = 200;
const headersMs = 10_000;
const keepAliveMs = 72_000;
const checkEveryMs = 1000;

/** What stands between the server and the network. */
export interface ReachedThrough {
  /** The proxies that have the TLS, by address or network. */
  readonly proxies: readonly string[];
  /** The server's own certificate and its key, as PEM; undefined without TLS of its own. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
}

/** Fastify with every limit set. Every error is answered with a problem, also before a route is found. */
export function httpAdapter(
  limits: HttpLimits,
  filter: ProblemDetailsFilter,
  { tls, proxies }: ReachedThrough,
): FastifyAdapter {
  const http = {
    maxHeaderSize: headerBytesMax,
    headersTimeout: headersMs,
    connectionsCheckingInterval: checkEveryMs,
    // Answered by the check of the host, with a problem.
    requireHostHeader: false,
  };
  return new FastifyAdapter({
    // Nobody else is believed what they say of where a request comes from.
    ...(proxies.length > 0 && { trustProxy: [...proxies] }),
    bodyLimit: limits.bodyBytes,
    genReqId: requestId,
    forceCloseConnections: 'idle',
    keepAliveTimeout: keepAliveMs,
    // The timeout of a request is that of a bulk file. Other bodies have a shorter timeout of their own.
    requestTimeout: limits.importMs,
    routerOptions: { maxParamLength: parameterCharactersMax },
    ...(tls === undefined ? { http } : { https: { ...http, ...tls, ...tlsOptions } }),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply, filter.answer(error, request));
    },
    clientErrorHandler: answerSocket,
  });
}

/**
 * Those that RFC 9325 recommends: a key that is agreed on anew for each connection, so that a key that is lost opens nothing of
 * before, and encryption that notices changes.
 */
const tlsOptions = {
  minVersion: 'TLSv1.2',
  ciphers: [
    ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
    ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
    ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
  ].join(':'),
  honorCipherOrder: true,
} as const;

const givenId = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** The id the client gave the request, or a new one. It stands in the log and in every answer. */
function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && givenId.test(given) ? given : randomUUID();
}

const socketProblems: Readonly<Record<string, 'HEADERS_TOO_LARGE' | 'REQUEST_TIMEOUT'>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** Answers on the socket when the bytes cannot be parsed as a request. */
function answerSocket({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = socketProblems[code ?? ''];
  const issues = [{ path: '', code: 'malformed', message: 'the request cannot be read' }];
  const { status, body } = problemAnswer(
    { code: known ?? 'REQUEST_INVALID', members: known === undefined ? { issues } : {} },
    languageOf(undefined),
  );
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${body.title}`,
    'Content-Type: application/problem+json',
    // The hooks that send these with every other answer are asked for requests alone.
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
