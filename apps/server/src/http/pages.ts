import type { FastifyReply, FastifyRequest } from 'fastify';

/** Names the next page in the `Link` header (RFC 8288): the same request with its cursor. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null): void {
  if (next === null) return;
  // Only the first ? separates the path; others belong to values.
  const [path = '', ...query] = request.url.split('?');
  const parameters = new URLSearchParams(query.join('?'));
  parameters.set('cursor', next);
  reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
}
