import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

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

const hashCharacters = 12;

/** A short text that is another one for another content. */
export const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, hashCharacters);

/**
 * The tag of an answer about a case: its revision, which `If-Match` reads, and a hash of the answer. The answer depends on
 * more than the revision: on the release, on what is possible by now, on what was erased.
 */
export const caseTag = (revision: bigint, answer: unknown): string =>
  `"${revision}-${hashOf(JSON.stringify(answer))}"`;

/** Weak comparison: a proxy that compresses makes a strong tag weak. */
function isListed(list: string, tag: string): boolean {
  if (list.trim() === '*') return true;
  return list.split(',').some((one) => strong(one.trim()) === strong(tag));
}

const strong = (tag: string): string => tag.replace(/^W\//, '');
