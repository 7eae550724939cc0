import * as oidc from 'openid-client';
import { issuerError } from './issuer-client-errors.js';
import { IssuerRefusedError } from './issuer-errors.js';
import { IssuerDescription, type IssuerAddress } from './issuer-description.js';
import { LogoutTokens } from './logout-tokens.js';
import type { Logout } from './logout.js';

export interface IssuerSettings extends IssuerAddress {
  /** What the people who work here call it. */
  readonly name: string;
  /** The claim that is the id of a person, at their first sign-in. */
  readonly personClaim: string;
}

/** What a browser was sent to the issuer with, and has to come back with. */
export interface SentToIssuer {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Whether the person had to show there anew who they are. */
  readonly isFresh: boolean;
}

/** An account at the issuer, of somebody who signed in there. */
export interface IssuerAccount {
  readonly issuer: string;
  readonly subject: string;
  /** What names the person; undefined where the issuer does not say. */
  readonly claim: string | undefined;
  /** The session there; undefined where the issuer does not say. */
  readonly session: string | undefined;
  /** When they showed there who they are, in milliseconds since 1970; undefined where the issuer does not say. */
  readonly shownAtMs: number | undefined;
}

/**
 * Another server at which people sign in: OpenID Connect, by an authorization code with PKCE. No token of it is kept, and no
 * role is taken from it.
 */
export class Issuer {
  readonly #description: IssuerDescription;
  readonly #logouts: LogoutTokens;

  constructor(private readonly settings: IssuerSettings) {
    this.#description = new IssuerDescription(settings);
    this.#logouts = new LogoutTokens(settings.client);
  }

  get name(): string {
    return this.settings.name;
  }

  /** Whether it answers. @throws IssuerUnavailableError */
  async check(): Promise<void> {
    await this.#description.get();
  }

  /**
   * Where a browser is sent to sign in, and what it has to come back with. `callback`: the address to come back to.
   * @throws IssuerUnavailableError
   */
  async ask(
    callback: string,
    isFresh: boolean,
  ): Promise<{ readonly address: URL; readonly sent: SentToIssuer }> {
    const client = await this.#description.client();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const verifier = oidc.randomPKCECodeVerifier();
    const address = oidc.buildAuthorizationUrl(client, {
      ...{ redirect_uri: callback, response_type: 'code', scope: this.#scope, state, nonce },
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(isFresh && { prompt: 'login', max_age: '0' }),
    });
    return { address, sent: { state, nonce, verifier, isFresh } };
  }

  /**
   * Whose account it is that came back. `address`: where the browser came back to, with what the issuer gave it; `sentAtMs`:
   * when it was sent there.
   * @throws IssuerRefusedError, IssuerUnavailableError
   */
  async accountOf(address: URL, sent: SentToIssuer, sentAtMs: number): Promise<IssuerAccount> {
    try {
      const client = await this.#description.client();
      const tokens = await oidc.authorizationCodeGrant(client, address, {
        expectedState: sent.state,
        expectedNonce: sent.nonce,
        pkceCodeVerifier: sent.verifier,
        idTokenExpected: true,
        // Since they were sent there; the client allows for clocks that differ by half a minute.
        ...(sent.isFresh && { maxAge: Math.ceil((Date.now() - sentAtMs) / 1000) }),
      });
      const claims = tokens.claims();
      if (claims === undefined || !this.#isForUs(claims))
        throw new IssuerRefusedError('ANSWER_INVALID', 'AUTHORIZED_PARTY');
      return { ...accountIn(claims), claim: await this.#claimOf(client, claims, tokens.access_token) };
    } catch (error) {
      throw issuerError(error);
    }
  }

  /** Where a browser ends its session at the issuer; undefined where the issuer has no such address, or does not answer. */
  async endAddress(afterwards: string): Promise<string | undefined> {
    try {
      const client = await this.#description.client();
      if (client.serverMetadata().end_session_endpoint === undefined) return undefined;
      // Without the token of the person: it would stand in the address. The issuer asks them instead.
      return oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: afterwards }).href;
    } catch {
      return undefined;
    }
  }

  /** What the issuer says has ended. @throws IssuerRefusedError, IssuerUnavailableError */
  async logoutOf(token: string): Promise<Logout> {
    return this.#logouts.read(token, await this.#description.get());
  }

  get #scope(): string {
    return this.settings.personClaim === 'sub' ? 'openid' : 'openid profile';
  }

  /** A token that was made for somebody else's use of it is not for us, even where we may read it. */
  #isForUs({ azp }: oidc.IDToken): boolean {
    return azp === undefined || azp === this.settings.client;
  }

  async #claimOf(
    client: oidc.Configuration,
    claims: oidc.IDToken,
    accessToken: string,
  ): Promise<string | undefined> {
    const { personClaim } = this.settings;
    if (claims[personClaim] !== undefined) return textOf(claims[personClaim]);
    if (client.serverMetadata().userinfo_endpoint === undefined) return undefined;
    return textOf((await oidc.fetchUserInfo(client, accessToken, claims.sub))[personClaim]);
  }
}

function accountIn(claims: oidc.IDToken): Omit<IssuerAccount, 'claim'> {
  const { iss, sub, auth_time: shownAt } = claims;
  return {
    issuer: iss,
    subject: sub,
    session: textOf(claims['sid']),
    shownAtMs: typeof shownAt === 'number' ? Math.min(shownAt * 1000, Date.now()) : undefined,
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
