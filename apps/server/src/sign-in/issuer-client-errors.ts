import * as oidc from 'openid-client';
import { IssuerRefusedError, IssuerUnavailableError } from './issuer-errors.js';

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
