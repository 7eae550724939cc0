import type { FastifyReply, FastifyRequest } from 'fastify';

/** Names the next page in the `Link` header (RFC 8288): the same request with its cursor. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null): void {
  if (next === null) return;
  const [path = '', query = ''] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', next);
  reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
}
