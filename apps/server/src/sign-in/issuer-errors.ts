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
