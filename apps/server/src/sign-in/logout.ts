/** What the issuer says has ended: a session, or all of an account. */
export interface Logout {
  readonly issuer: string;
  /** The account; undefined where only the session is named. */
  readonly subject: string | undefined;
  /** The session there; undefined: every one of the account. */
  readonly session: string | undefined;
  /** Names this message; each is taken once. */
  readonly id: string;
}

/** How old a message may be. */
export const oldestSeconds = 120;
/** How far the clocks of the two may differ. */
export const toleranceSeconds = 30;
/** For so long a message could come a second time and be believed. */
export const logoutLivesMs = 2 * (oldestSeconds + toleranceSeconds) * 1000;
