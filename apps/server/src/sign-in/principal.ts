import type { Actor } from '@safeconduct/engine';

/** Who a request comes from, and how that was shown. */
export interface Principal {
  /** The person in whose name the request reads and acts, with every role they hold now. */
  readonly actor: Actor;
  readonly means: Means;
  /** A program of the machine acts in no person's name. */
  readonly isNobody: boolean;
}

/**
 * `operator`: a program of the machine that holds the master key, in the name of the person it says, or in nobody's.
 * `token`: a program elsewhere, by a token that was made for it.
 */
export type Means = 'operator' | 'token';

/** An operator of the machine who acts in no person's name: reads what it holds, keeps the directory, sends no command. */
export const operatorActor: Actor = { id: 'operator', roles: ['operator'] };

/** Why the credentials that came with a request are not believed. One answer for all reasons: it helps nobody to guess. */
export class CredentialsRefusedError extends Error {
  readonly code = 'CREDENTIALS_REFUSED';
  constructor() {
    super('the credentials that were sent are not valid');
  }
}
