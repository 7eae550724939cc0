import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { ServerMetadata } from 'openid-client';
import { z } from 'zod';
import { IssuerRefusedError, IssuerUnavailableError } from './issuer-errors.js';
import { oldestSeconds, toleranceSeconds, type Logout } from './logout.js';

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** No other token of the issuer has it, so none can be sent in the place of a message. */
const type = 'logout+jwt';

const timeoutMs = 5000;
/** Anybody may send a message that names an unknown key; the issuer is not asked for it each time. */
const keysAskedEveryMs = 10_000;

/** Signatures by a key pair. With a shared secret whoever reads could write, and `none` is no signature. */
const algorithms = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

/** The keys could not be had: not in time, or what came is no answer of an issuer. */
const withoutKeys = new Set([errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code]);

const content = z
  .object({
    iss: z.string(),
    jti: z.string().min(1).max(512),
    sub: z.string().optional(),
    sid: z.string().optional(),
    events: z.looseObject({ [event]: z.looseObject({}) }),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

/** Reads what an issuer sends when somebody signs out there (OpenID Connect Back-Channel Logout 1.0). */
export class LogoutTokens {
  #keys: { readonly address: string; readonly find: JWTVerifyGetKey } | undefined;

  constructor(private readonly client: string) {}

  /** @throws IssuerRefusedError, IssuerUnavailableError */
  async read(token: string, said: ServerMetadata): Promise<Logout> {
    const parsed = content.safeParse(await this.#verified(token, said));
    if (!parsed.success) throw new IssuerRefusedError('ANSWER_INVALID', 'NOT_A_LOGOUT');
    const { iss, jti, sub, sid } = parsed.data;
    return { issuer: iss, subject: sub, session: sid, id: jti };
  }

  async #verified(token: string, said: ServerMetadata): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#keysOf(said), {
        ...{ issuer: said.issuer, audience: this.client, algorithms, typ: type },
        ...{ maxTokenAge: oldestSeconds, clockTolerance: toleranceSeconds },
      });
      return payload;
    } catch (error) {
      const code = error instanceof errors.JOSEError ? error.code : undefined;
      if (code === undefined || withoutKeys.has(code))
        throw new IssuerUnavailableError(code ?? 'no connection');
      throw new IssuerRefusedError('ANSWER_INVALID', detailOf(error) ?? code);
    }
  }

  #keysOf({ jwks_uri: address = '' }: ServerMetadata): JWTVerifyGetKey {
    if (address === '') throw new IssuerUnavailableError('NO_KEYS');
    if (this.#keys?.address !== address) {
      const options = { timeoutDuration: timeoutMs, cooldownDuration: keysAskedEveryMs };
      this.#keys = { address, find: createRemoteJWKSet(new URL(address), options) };
    }
    return this.#keys.find;
  }
}

/** Which claim was wrong, by its name alone. */
const detailOf = (error: unknown): string | undefined =>
  error instanceof errors.JWTClaimValidationFailed ? `${error.code} (${error.claim})` : undefined;
