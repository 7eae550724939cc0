import type { FastifyReply } from 'fastify';

/** For what a browser shows by itself, a page or a picture: it may have a style inside, and nothing from anywhere else. */
export function allowOwnStyle(reply: FastifyReply): void {
  reply.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
}
