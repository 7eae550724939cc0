import type { FastifyRequest } from 'fastify';

/** Where the server is reached. */
export interface Reach {
  /** The address under which browsers reach it, over TLS; undefined on this machine alone. */
  readonly origin: string | undefined;
}

const local = /^(?:::ffff:)?127\.|^::1$/;
const proxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const ownHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a request comes from this machine itself, by no proxy. */
export const isLocal = ({ socket, headers }: FastifyRequest): boolean =>
  local.test(socket.remoteAddress ?? '') && proxied.every((name) => headers[name] === undefined);

/**
 * Whether the request names this server. Protects from DNS rebinding: a page of another site can resolve its own name to this
 * address, but the browser then sends that name as `Host`.
 */
export function isOwnHost({ origin }: Reach, { headers }: FastifyRequest): boolean {
  const host = headers.host?.toLowerCase();
  if (host === undefined) return false;
  return ownHosts.has(host.replace(/:\d+$/, '')) || (origin !== undefined && host === new URL(origin).host);
}

/**
 * A page of another site must not act with what the browser of its visitor knows, nor read. A browser says by `Origin` which
 * page sends, and by `Sec-Fetch-Site` how far it is from this one; a program says neither. A link from elsewhere may be
 * followed to a page.
 */
export function isCrossSite(reach: Reach, { headers, method }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && !isOwnOrigin(reach, origin, host ?? '')) return true;
  const site = headers['sec-fetch-site'];
  const isLink = headers['sec-fetch-mode'] === 'navigate' && method === 'GET';
  return (site === 'cross-site' || site === 'same-site') && !isLink;
}

const isOwnOrigin = (reach: Reach, origin: string, host: string): boolean =>
  origin === reach.origin || (reach.origin === undefined && origin === `http://${host}`);

/**
 * Whether a request that has to come over TLS does not. Programs of this machine need none: nobody else hears them.
 */
export const lacksTls = ({ origin }: Reach, request: FastifyRequest): boolean =>
  origin !== undefined && request.protocol !== 'https' && !isLocal(request);

/** The origin and the name of the host where the browser of a request is. */
export function placeOf(
  { origin }: Reach,
  { headers }: FastifyRequest,
): { readonly origin: string; readonly host: string } {
  const here = origin ?? `http://${headers.host ?? ''}`;
  return { origin: here, host: new URL(here).hostname };
}
