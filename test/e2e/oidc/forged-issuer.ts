import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A key pair of an issuer. */
export interface IssuerKey {
  readonly id: string;
  readonly secret: CryptoKey;
  readonly published: JWK;
}

export async function issuerKey(id: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { id, secret: privateKey, published: { ...(await exportJWK(publicKey)), kid: id, alg: 'RS256' } };
}

/** Makes a token out of what an honest issuer would say. */
export type Forging = (claims: JWTPayload, key: IssuerKey) => Promise<string> | string;

/** The type that an honest issuer gives: messages that somebody signed out have one of their own. */
export const typeOf = (claims: JWTPayload): string => ('events' in claims ? 'logout+jwt' : 'JWT');

export const signed: Forging = (claims, key) => signedAs(typeOf(claims))(claims, key);

/** Signed under a type, or without one. */
export const signedAs =
  (typ: string | undefined): Forging =>
  (claims, { id, secret }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: id, ...(typ !== undefined && { typ }) })
      .sign(secret);

const client = 'safeconduct';

/** An issuer that says whatever a test wants. */
export class ForgedIssuer {
  /** By which its tokens are signed. */
  key: IssuerKey;
  /** Those that it publishes. */
  published: readonly JWK[];
  forging: Forging = signed;
  /** Claims beside those that every token has. */
  claims: JWTPayload = {};
  /** What it says of itself, beside its addresses. */
  description: Readonly<Record<string, unknown>> = {};
  /** Waited for before each answer. */
  ready: Promise<void> = Promise.resolve();
  /** The paths that were asked for. */
  readonly asked: string[] = [];
  readonly #http: Server = createServer((request, response) => {
    void this.#answer(request, response);
  });
  #nonce: string | null = null;
  #port = 0;

  constructor(key: IssuerKey) {
    this.key = key;
    this.published = [key.published];
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens; on the port of before where it did already. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#http.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#http.close(() => {
        resolve();
      });
      this.#http.closeAllConnections();
    });
  }

  /** What a message that somebody signed out says. */
  logout(claims: JWTPayload = {}, leftOut?: 'sub'): JWTPayload {
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const whose = leftOut === 'sub' ? {} : { sub: 'subject-1' };
    return { ...this.#about(), jti: crypto.randomUUID(), ...whose, events, ...claims };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    this.asked.push(pathname);
    await this.ready;
    if (pathname === '/authorize') {
      this.#nonce = searchParams.get('nonce');
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'a code');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      response.writeHead(303, { location: back.href }).end();
      return;
    }
    const body = await this.#bodyAt(pathname);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  async #bodyAt(path: string): Promise<unknown> {
    if (path === '/.well-known/openid-configuration')
      return {
        issuer: this.url,
        authorization_endpoint: `${this.url}/authorize`,
        token_endpoint: `${this.url}/token`,
        jwks_uri: `${this.url}/keys`,
        ...this.description,
      };
    if (path === '/keys') return { keys: this.published };
    if (path !== '/token') return undefined;
    const claims = { sub: 'subject-1', nonce: this.#nonce, name: 'co-01', ...this.#about(), ...this.claims };
    const idToken = await this.forging(claims, this.key);
    return { access_token: 'an access token', token_type: 'bearer', id_token: idToken };
  }

  #about(): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.url, aud: client, iat: now, exp: now + 300 };
  }
}
