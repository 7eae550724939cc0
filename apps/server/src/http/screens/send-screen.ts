import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowScreens } from '../security-headers.js';
import { screenPage } from './screens.js';

/**
 * Answers somebody who opened an address at which there is nothing: with the page of the screens, which says so in their
 * language. @returns false: it is no person with a browser who asks, or there are no screens
 */
export function sendMissingScreen({ method, headers }: FastifyRequest, reply: FastifyReply): boolean {
  const page = method === 'GET' && headers.accept?.includes('text/html') === true ? screenPage() : undefined;
  if (page === undefined) return false;
  allowScreens(reply);
  void reply.code(404).type('text/html; charset=utf-8').send(page);
  return true;
}
