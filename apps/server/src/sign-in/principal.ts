import type { Scope } from '@safeconduct/contracts';
import type { Actor } from '@safeconduct/engine';

/** Who a request comes from, and how that was shown. */
export interface Principal {
  /** The person in whose name the request reads and acts, with every role they hold now. */
  readonly actor: Actor;
  readonly means: Means;
  /** A program of the machine acts in no person's name. */
  readonly isNobody: boolean;
  /**
   * When the person last showed who they are, in milliseconds since 1970; left out where a program acts in their name, and
   * where the issuer does not say.
   */
  readonly signedInAtMs?: number;
  /** What a program may do in the person's name; left out: everything that the person may. */
  readonly scopes?: readonly Scope[];
}

/**
 * `operator`: a program of the machine that holds the master key, in the name of the person it says, or in nobody's.
 * `token`: a program elsewhere, by a token that a person made for it. The others are people, by how they signed in; `issuer`:
 * at another server, by OpenID Connect.
 */
export type Means = 'operator' | 'token' | SignInMeans;
export type SignInMeans = 'password' | 'passkey' | 'issuer';

/** An operator of the machine who acts in no person's name: reads what it holds, keeps the directory, sends no command. */
export const operatorActor: Actor = { id: 'operator', roles: ['operator'] };

/** How long after a sign-in a decisive step may be taken. */
export const freshMs = 15 * 60_000;

/**
 * Whether whoever sends this has shown a moment ago that it is them. Who holds the master key shows it with each request;
 * a program elsewhere never does.
 */
export const isFresh = ({ means, signedInAtMs }: Principal, nowMs = Date.now()): boolean =>
  means === 'operator' || (signedInAtMs !== undefined && nowMs - signedInAtMs <= freshMs);

/** Why the credentials that came with a request are not believed. One answer for all reasons: it helps nobody to guess. */
export class CredentialsRefusedError extends Error {
  readonly code = 'CREDENTIALS_REFUSED';
  constructor() {
    super('the credentials that were sent are not valid');
  }
}
