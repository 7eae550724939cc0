import { recordedActorWithId, type Identity } from '@safeconduct/engine';
import type { InstallationKeys } from '@safeconduct/stores';
import type { Accounts } from './accounts.js';
import { isOperatorToken, readOperatorToken } from './operator-token.js';
import { CredentialsRefusedError, operatorActor, type Principal } from './principal.js';
import { isProgramToken } from './program-tokens.js';
import { shownAtMs, type SignedIn } from './sessions.js';

/** What of a request shows who it comes from. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** Who signed in with the session of its cookie. */
  readonly signedIn: SignedIn | undefined;
  /** Whether it comes from this machine itself, by no proxy. */
  readonly isLocal: boolean;
}

export interface AuthenticatorPorts {
  readonly keys: Pick<InstallationKeys, 'master'>;
  readonly identity: Identity;
  readonly accounts: Accounts;
}

/** Finds who a request comes from. */
export class Authenticator {
  constructor(private readonly ports: AuthenticatorPorts) {}

  /**
   * The principal of a request; `undefined` when it has no credentials. Roles are those that the directory gives now: whoever has
   * left, or was never registered, is nobody.
   * @throws CredentialsRefusedError  it has some that are not valid
   */
  async principalOf({ authorization, signedIn, isLocal }: Credentials): Promise<Principal | undefined> {
    if (authorization === undefined) return signedIn && this.#ofSession(signedIn);
    const [, token] = /^Bearer +([^\s]+)$/i.exec(authorization) ?? [];
    if (token !== undefined && isProgramToken(token)) return this.#ofProgram(token);
    if (token === undefined || !isOperatorToken(token) || !isLocal) throw new CredentialsRefusedError();
    return this.#ofOperator(token);
  }

  /**
   * The principal of a request that goes on, as of now; `undefined` once its credentials would not be believed any more. A
   * token of the operator is made for one request, and is believed for as long as that goes on.
   */
  async renewed(principal: Principal, credentials: Credentials): Promise<Principal | undefined> {
    try {
      if (principal.means !== 'operator') return await this.principalOf(credentials);
      const { isNobody, actor } = principal;
      return { ...principal, actor: isNobody ? actor : await this.#actorNow(actor.id) };
    } catch (error) {
      if (error instanceof CredentialsRefusedError) return undefined;
      throw error;
    }
  }

  /** Who signed in and left since, or by a way that is closed since, is as somebody who did not sign in. */
  #ofSession(signedIn: SignedIn): Principal | undefined {
    const { person, means } = signedIn;
    const actor = this.ports.accounts.takes(means) ? this.ports.accounts.actorOf(person) : undefined;
    const signedInAtMs = shownAtMs(signedIn);
    return actor && { actor, means, isNobody: false, ...(signedInAtMs !== undefined && { signedInAtMs }) };
  }

  async #ofProgram(token: string): Promise<Principal> {
    const said = await this.ports.accounts.tokens.read(token);
    const actor = said && this.ports.accounts.actorOf(said.person);
    if (said === undefined || actor === undefined) throw new CredentialsRefusedError();
    return { actor, means: 'token', isNobody: false, scopes: said.scopes };
  }

  async #ofOperator(token: string): Promise<Principal> {
    const said = readOperatorToken(this.ports.keys.master, token);
    if (said === undefined) throw new CredentialsRefusedError();
    const { person } = said;
    const actor = person === null ? operatorActor : await this.#actorNow(person);
    return { actor, means: 'operator', isNobody: person === null };
  }

  #actorNow = (person: string) => recordedActorWithId(this.ports.identity, person);
}
