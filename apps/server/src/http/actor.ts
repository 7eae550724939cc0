import { actorWithId, type Actor, type Awaitable, type Identity } from '@safeconduct/engine';
import { identityForm } from '@safeconduct/workflow';
import { HttpProblem } from './problem.js';

interface Headers {
  readonly 'x-actor'?: string | undefined;
}

/**
 * Who acts, as the header `X-Actor` says. Until sign-in exists the header is believed, so the server listens
 * on loopback only.
 * @throws HttpProblem ACTOR_REQUIRED
 */
export function actorIn(headers: Headers, identity: Identity): Awaitable<Actor> {
  return actorWithId(identity, actorIdIn(headers));
}

/** The id alone, for operations that only record who asked. @throws HttpProblem ACTOR_REQUIRED */
export function actorIdIn(headers: Headers): string {
  const id = headers['x-actor'];
  if (id === undefined) throw new HttpProblem('ACTOR_REQUIRED', {}, { 'www-authenticate': 'X-Actor' });
  return identityForm(id);
}
