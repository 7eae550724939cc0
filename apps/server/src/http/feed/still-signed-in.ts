import { compareText } from '@safeconduct/workflow';
import type { FastifyRequest } from 'fastify';
import type { Authenticator } from '../../sign-in/authenticator.js';
import type { Principal } from '../../sign-in/principal.js';
import type { Sessions } from '../../sign-in/sessions.js';
import { isLocal } from '../reach.js';

interface SignInPorts {
  readonly authenticator: Authenticator;
  readonly sessions: Sessions;
}

/**
 * Asks, while a request goes on, whether it would still be let in with the same rights: its session or token has not ended,
 * and its person has the roles, the unit and the scopes of its beginning. To ask keeps no session alive.
 */
export function stillSignedIn(
  request: FastifyRequest,
  { authenticator, sessions }: SignInPorts,
): () => Promise<boolean> {
  const { principal, session, headers } = request;
  const credentials = { authorization: headers.authorization, isLocal: isLocal(request) };
  const { sessionId } = session;
  return async () => {
    if (principal === undefined) return false;
    const signedIn = credentials.authorization ? undefined : await sessions.signedInWith(sessionId);
    const now = await authenticator.renewed(principal, { ...credentials, signedIn });
    return now !== undefined && rightsOf(now) === rightsOf(principal);
  };
}

const rightsOf = ({ actor: { id, roles, unit }, isNobody, scopes }: Principal): string =>
  JSON.stringify([id, roles.toSorted(compareText), unit, isNobody, scopes]);
