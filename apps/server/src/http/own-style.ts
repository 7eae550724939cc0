import type { FastifyReply } from 'fastify';

/** Lets a page or a picture that a browser shows have an inline style, and load nothing from elsewhere. */
export function allowOwnStyle(reply: FastifyReply): void {
  reply.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
}
