import { HttpProblem } from './problem.js';

/**
 * Who acts, as the header `X-Actor` says. Until sign-in exists it is believed, which is why the server listens on
 * loopback only.
 * @throws HttpProblem ACTOR_REQUIRED
 */
export function actorIn(headers: { readonly 'x-actor'?: string | undefined }): string {
  const actor = headers['x-actor'];
  if (actor === undefined) throw new HttpProblem('ACTOR_REQUIRED', {}, { 'www-authenticate': 'X-Actor' });
  return actor;
}
