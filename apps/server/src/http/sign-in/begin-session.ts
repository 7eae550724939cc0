import type { FastifyRequest } from 'fastify';
import type { Accounts } from '../../sign-in/accounts.js';
import type { SignInMeans } from '../../sign-in/principal.js';
import { signInRequired } from '../actor.js';
import { HttpProblem } from '../problem.js';
import type { Reach } from '../reach.js';
import type { Principal } from '../../sign-in/principal.js';

/** Signs a person in: with a new session, so that one that was known before is of no use. */
export async function beginSession(
  request: FastifyRequest,
  { accounts, reach }: { readonly accounts: Accounts; readonly reach: Reach },
  { person, means }: { readonly person: string; readonly means: SignInMeans },
): Promise<Principal> {
  // A browser does not take a cookie of TLS without it, so the sign-in would come to nothing.
  if (reach.origin !== undefined && request.protocol !== 'https') throw new HttpProblem('TLS_REQUIRED');
  const actor = accounts.isKnown(person) ? accounts.directory.actor(person) : undefined;
  if (actor === undefined) throw new HttpProblem('SIGN_IN_REFUSED');
  const atMs = Date.now();
  await request.session.regenerate();
  request.session.signedIn = { person, means, atMs };
  await accounts.note(person, { what: 'SIGNED_IN', by: person, address: request.ip });
  return { actor, means, isNobody: false, signedInAtMs: atMs };
}

/** Whoever signed in as a person. @throws HttpProblem SIGN_IN_REQUIRED */
export function personOf({ principal }: FastifyRequest): string {
  if (principal === undefined || principal.isNobody) throw signInRequired();
  return principal.actor.id;
}
