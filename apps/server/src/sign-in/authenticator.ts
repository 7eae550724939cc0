import { recordedActorWithId, type Identity } from '@safeconduct/engine';
import type { InstallationKeys } from '@safeconduct/stores';
import { isOperatorToken, readOperatorToken } from './operator-token.js';
import { CredentialsRefusedError, operatorActor, type Principal } from './principal.js';

/** What of a request shows who it comes from. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** Whether it comes from this machine itself, by no proxy. */
  readonly isLocal: boolean;
}

export interface AuthenticatorPorts {
  readonly keys: Pick<InstallationKeys, 'master'>;
  readonly identity: Identity;
}

/** Finds who a request comes from. */
export class Authenticator {
  constructor(private readonly ports: AuthenticatorPorts) {}

  /**
   * The principal of a request; `undefined` when it has no credentials.
   * @throws CredentialsRefusedError  it has some that are not valid
   */
  async principalOf({ authorization, isLocal }: Credentials): Promise<Principal | undefined> {
    if (authorization === undefined) return undefined;
    const [, token] = /^Bearer +([^\s]+)$/i.exec(authorization) ?? [];
    if (token === undefined || !isOperatorToken(token) || !isLocal) throw new CredentialsRefusedError();
    const said = readOperatorToken(this.ports.keys.master, token);
    if (said === undefined) throw new CredentialsRefusedError();
    const { person } = said;
    const actor = person === null ? operatorActor : await recordedActorWithId(this.ports.identity, person);
    return { actor, means: 'operator', isNobody: person === null };
  }
}
