import type { AccountStore } from '@safeconduct/stores';
import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import type { SentToIssuer } from './issuer.js';
import type { SignInMeans } from './principal.js';
import { secretHash } from './secrets.js';

/** Who signed in with a session, how and when. */
export interface SignedIn {
  readonly person: string;
  readonly means: SignInMeans;
  readonly atMs: number;
  /** What the issuer said of a sign-in there. */
  readonly issued?: {
    /** A hash of the session there; left out where the issuer does not name it. */
    readonly session?: string | undefined;
    /** When the person showed there who they are; left out where the issuer does not say. */
    readonly shownAtMs?: number | undefined;
  };
}

/** When somebody last showed who they are, in milliseconds since 1970; `undefined` where nobody knows. */
export const shownAtMs = ({ means, atMs, issued }: SignedIn): number | undefined =>
  means === 'issuer' ? issued?.shownAtMs : atMs;

/** What was asked of a browser before it signed in, for its answer. */
export interface Asked {
  /** What a passkey has to sign. */
  readonly challenge?: string;
  /** What the issuer has to answer to. */
  readonly issuer?: SentToIssuer & { readonly next: string };
  readonly atMs: number;
}

declare module 'fastify' {
  interface Session {
    signedIn?: SignedIn | undefined;
    asked?: Asked | undefined;
  }
}

/** How long a session lives. */
export interface SessionLimits {
  /** Without a request. */
  readonly idleMs: number;
  /** At most, however much it is used. */
  readonly absoluteMs: number;
}

/** How long a browser that has not signed in may take to answer. */
export const askedMs = 10 * 60_000;

/** The time of the last request is kept to the minute. */
const seenEveryMs = 60_000;
const kind = 'session';

interface Kept {
  readonly session: Session;
  readonly seenAtMs: number;
}

/** Keeps the sessions of `@fastify/session` beside the accounts, by a hash of their id. */
export class Sessions implements SessionStore {
  constructor(
    private readonly store: AccountStore,
    readonly limits: SessionLimits,
    private readonly now: () => number = Date.now,
  ) {}

  set(sessionId: string, session: Session, done: (error?: unknown) => void): void {
    this.#put(secretHash(sessionId), session).then(() => {
      done();
    }, done);
  }

  get(sessionId: string, done: (error: unknown, session?: Session | null) => void): void {
    this.#find(secretHash(sessionId)).then((session) => {
      done(null, session);
    }, done);
  }

  /** Who is signed in with a session. To ask does not count as a use of it. */
  async signedInWith(sessionId: string): Promise<SignedIn | undefined> {
    const found = await this.store.find(kind, secretHash(sessionId));
    return found && !this.#isOver(found) ? (JSON.parse(found.body) as Kept).session.signedIn : undefined;
  }

  destroy(sessionId: string, done: (error?: unknown) => void): void {
    this.store.remove(kind, secretHash(sessionId)).then(() => {
      done();
    }, done);
  }

  /** Ends all sessions of a person, on every server, from their next request on. @returns how many */
  endAll(person: string): Promise<number> {
    return this.store.removeOf(kind, person);
  }

  /**
   * Ends what the issuer says has ended: one session there, or, where it names none, all that a person began there.
   * @returns how many
   */
  async endIssued(person: string | undefined, issuerSession: string | undefined): Promise<number> {
    const named = issuerSession && secretHash(issuerSession);
    const found = await (person === undefined ? this.store.list(kind) : this.store.list(kind, person));
    const isMeant = ({ body }: { readonly body: string }): boolean => {
      const { signedIn } = (JSON.parse(body) as Kept).session;
      if (signedIn?.means !== 'issuer') return false;
      const { session } = signedIn.issued ?? {};
      // One that the issuer did not name when it began may be the one that ended.
      return named === undefined || session === named || (person !== undefined && session === undefined);
    };
    const ended = await Promise.all(found.filter(isMeant).map(({ id }) => this.store.remove(kind, id)));
    return ended.filter(Boolean).length;
  }

  /** When each session of a person was seen last, the newest first. */
  async seenAt(
    person: string,
  ): Promise<readonly { readonly means: string; readonly atMs: number; readonly seenAtMs: number }[]> {
    const found = (await this.store.list(kind, person)).map(({ body }) => JSON.parse(body) as Kept);
    return found
      .flatMap(({ session: { signedIn }, seenAtMs }) =>
        signedIn === undefined ? [] : [{ means: signedIn.means, atMs: signedIn.atMs, seenAtMs }],
      )
      .sort((one, other) => other.seenAtMs - one.seenAtMs);
  }

  async #put(id: string, session: Session): Promise<void> {
    const nowMs = this.now();
    const { signedIn } = session;
    const endsAtMs = signedIn === undefined ? nowMs + askedMs : signedIn.atMs + this.limits.absoluteMs;
    const kept: Kept = { session, seenAtMs: nowMs };
    const record = { kind, id, person: signedIn?.person ?? null, body: JSON.stringify(kept), endsAtMs };
    while (!(await this.store.put(record, (await this.store.find(kind, id))?.version ?? 0)));
  }

  async #find(id: string): Promise<Session | null> {
    const found = await this.store.find(kind, id);
    if (found === undefined) return null;
    const nowMs = this.now();
    const { session, seenAtMs } = JSON.parse(found.body) as Kept;
    if (this.#isOver(found)) {
      await this.store.remove(kind, id);
      return null;
    }
    // Not when it was ended meanwhile: then there is nothing of this version.
    if (nowMs - seenAtMs >= seenEveryMs)
      await this.store.put({ ...found, body: JSON.stringify({ session, seenAtMs: nowMs }) }, found.version);
    return session;
  }

  #isOver({ body, endsAtMs }: { readonly body: string; readonly endsAtMs: number | null }): boolean {
    const nowMs = this.now();
    return (endsAtMs ?? 0) <= nowMs || nowMs - (JSON.parse(body) as Kept).seenAtMs > this.limits.idleMs;
  }
}
