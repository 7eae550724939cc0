import type { FastifyRequest } from 'fastify';
import type { Accounts } from '../../sign-in/accounts.js';
import { signInRequired } from '../actor.js';
import { HttpProblem } from '../problem.js';
import type { Reach } from '../reach.js';
import type { Principal } from '../../sign-in/principal.js';
import { shownAtMs, type SignedIn } from '../../sign-in/sessions.js';

/** Signs a person in: with a new session, so that one that was known before is of no use. */
export async function beginSession(
  request: FastifyRequest,
  { accounts, reach }: { readonly accounts: Accounts; readonly reach: Reach },
  begun: Omit<SignedIn, 'atMs'>,
): Promise<Principal> {
  refuseWithoutTls(reach, request);
  const { person, means } = begun;
  const actor = accounts.actorOf(person);
  if (actor === undefined) throw new HttpProblem('SIGN_IN_REFUSED');
  const signedIn = { ...begun, atMs: Date.now() };
  await request.session.regenerate();
  request.session.signedIn = signedIn;
  await accounts.note(person, { what: 'SIGNED_IN', by: person, address: request.ip });
  const signedInAtMs = shownAtMs(signedIn);
  return { actor, means, isNobody: false, ...(signedInAtMs !== undefined && { signedInAtMs }) };
}

/**
 * A browser does not take a cookie of TLS without it, so the sign-in would come to nothing.
 * @throws HttpProblem TLS_REQUIRED
 */
export function refuseWithoutTls({ origin }: Reach, { protocol }: FastifyRequest): void {
  if (origin !== undefined && protocol !== 'https') throw new HttpProblem('TLS_REQUIRED');
}

/** Whoever signed in as a person. @throws HttpProblem SIGN_IN_REQUIRED */
export function personOf({ principal }: FastifyRequest): string {
  if (principal === undefined || principal.isNobody) throw signInRequired();
  return principal.actor.id;
}
