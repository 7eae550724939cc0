import * as oidc from 'openid-client';

/** Why nobody is signed in by what came from the issuer. */
export type IssuerReason =
  /** This browser did not ask for it, asked too long ago, or brings it a second time. */
  | 'ANSWER_NOT_ASKED_FOR'
  /** The issuer, or the person there, said no. */
  | 'REFUSED_AT_ISSUER'
  /** It cannot be shown to come from the issuer, for this installation and this sign-in. */
  | 'ANSWER_INVALID'
  /** Nobody who works here is meant. */
  | 'ISSUER_PERSON_UNKNOWN'
  /** The person signs in with another account at the issuer. */
  | 'ISSUER_ACCOUNT_OTHER';

/** What came from the issuer signs nobody in. */
export class IssuerRefusedError extends Error {
  readonly code = 'ISSUER_REFUSED';
  constructor(
    readonly reason: IssuerReason,
    /** For the log: a code, never what was sent. */
    readonly detail: string = reason,
  ) {
    super(`the issuer signs nobody in: ${detail}`);
  }
}

/** The issuer does not answer, or not as an issuer does. */
export class IssuerUnavailableError extends Error {
  readonly code = 'ISSUER_UNAVAILABLE';
  constructor(
    /** For the log: a code, never what was sent. */
    readonly detail: string,
  ) {
    super(`the issuer does not answer as an issuer does (${detail}); whoever signs in there has to wait`);
  }
}

/** The issuer is there and does not know us, so whoever runs the server has to mend it. */
const misconfigured = new Set(['invalid_client', 'unauthorized_client', 'unsupported_grant_type']);
const failing = new Set(['server_error', 'temporarily_unavailable']);
const withoutAnswer = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);
const serverFault = 500;

/** What an error of the OpenID Connect client means. Its own text may repeat what was sent, so it goes no further. */
export function issuerError(error: unknown): unknown {
  if (error instanceof oidc.AuthorizationResponseError)
    return failing.has(error.error)
      ? new IssuerUnavailableError(error.error)
      : new IssuerRefusedError('REFUSED_AT_ISSUER');
  if (error instanceof oidc.ResponseBodyError)
    return misconfigured.has(error.error) || error.status >= serverFault
      ? new IssuerUnavailableError(misconfigured.has(error.error) ? error.error : String(error.status))
      : new IssuerRefusedError('ANSWER_INVALID', 'TOKEN_NOT_GIVEN');
  if (error instanceof oidc.ClientError) {
    const { code } = error;
    // An answer that breaks a rule has a code; without one there was no answer.
    return code === undefined || withoutAnswer.has(code)
      ? new IssuerUnavailableError(code ?? networkCode(error.cause))
      : new IssuerRefusedError('ANSWER_INVALID', code);
  }
  return isOfNetwork(error) ? new IssuerUnavailableError(networkCode(error)) : error;
}

/** `fetch` says so of every connection that fails; why is in its cause. */
const isOfNetwork = (error: unknown): boolean =>
  error instanceof TypeError && ['fetch failed', 'terminated'].includes(error.message);

const networkCode = (error: unknown): string =>
  (error as { readonly cause?: { readonly code?: string } } | undefined)?.cause?.code ?? 'NO_CONNECTION';
