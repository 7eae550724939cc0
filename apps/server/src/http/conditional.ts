import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Names the state of what is answered, and says whether the client has it already. Then the answer is 304
 * without a body (RFC 9110, section 13.1.2).
 */
export function isNotModified(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag);
  const known = request.headers['if-none-match'];
  if (known === undefined || !isListed(known, tag)) return false;
  reply.code(304);
  return true;
}

/** Weak comparison: a proxy that compresses makes a strong tag weak. */
function isListed(list: string, tag: string): boolean {
  if (list.trim() === '*') return true;
  return list.split(',').some((one) => strong(one.trim()) === strong(tag));
}

const strong = (tag: string): string => tag.replace(/^W\//, '');
