import type { Actor, Directory, KeyedHashes, People } from '@safeconduct/engine';
import { uuidIds, type AccountStore } from '@safeconduct/stores';
import { randomBytes } from 'node:crypto';
import { AccountRecords, type Body } from './account-records.js';
import { IssuerLinks } from './issuer-links.js';
import { Lockout } from './lockout.js';
import { Passkeys } from './passkeys.js';
import { hashPassword, isPassword } from './passwords.js';
import type { SignInMeans } from './principal.js';
import { KeptPreferences } from './preferences.js';
import { SavedLists } from './saved-lists.js';
import { ProgramTokens } from './program-tokens.js';
import { secretHash, typedCode, typedForm } from './secrets.js';
import { Sessions, type SessionLimits } from './sessions.js';
import { Totp } from './totp.js';

/** Unknown person, wrong password or wrong code: one answer for all, so that nobody learns who has an account. */
export class SignInRefusedError extends Error {
  readonly code = 'SIGN_IN_REFUSED';
  constructor() {
    super('the person, the password or the code is not right');
  }
}

/** The password is right, and a code of the authenticator app is needed besides. */
export class SecondFactorRequiredError extends Error {
  readonly code = 'SECOND_FACTOR_REQUIRED';
  constructor() {
    super('a code of the authenticator app is needed');
  }
}

export interface AccountPorts {
  readonly store: AccountStore;
  readonly keys: KeyedHashes;
  readonly people: Pick<People, 'directory'>;
  readonly limits: SessionLimits;
  /** By what people may sign in. */
  readonly means: ReadonlySet<SignInMeans>;
  /** The password of an account that a demonstration has by itself; `undefined` for every other person. */
  readonly demonstrationPassword?: (person: string) => string | undefined;
}

/** A sign-in as it was typed. */
export interface Typed {
  readonly person: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** What was done about an account. `address`: from where. */
export interface Act {
  readonly what: string;
  /** Who did it; null: nobody who was known. */
  readonly by: string | null;
  readonly address: string;
}

/** Each becomes a letter of five bits: 150 together, of which a hash gives nothing away. */
const codeBytes = 30;
const invitationMs = 72 * 3_600_000;

/** How people sign in: passwords, one-time codes, passkeys, tokens of programs, sessions, invitations. */
export class Accounts {
  readonly records: AccountRecords;
  readonly totp: Totp;
  readonly passkeys: Passkeys;
  readonly tokens: ProgramTokens;
  readonly sessions: Sessions;
  readonly lockout: Lockout;
  readonly links: IssuerLinks;
  readonly preferences: KeptPreferences;
  readonly savedLists: SavedLists;

  constructor(private readonly ports: AccountPorts) {
    const { store, keys, limits } = ports;
    this.records = new AccountRecords(store);
    this.totp = new Totp(this.records, keys);
    this.passkeys = new Passkeys(this.records);
    this.tokens = new ProgramTokens(this.records);
    this.sessions = new Sessions(store, limits);
    this.lockout = new Lockout(this.records);
    this.preferences = new KeptPreferences(this.records);
    this.savedLists = new SavedLists(this.records);
    this.links = new IssuerLinks(this.records, (person) => this.isKnown(person));
  }

  get directory(): Directory {
    return this.ports.people.directory;
  }

  /** Whether people may sign in by it now; a session that began by another one is over. */
  takes(means: SignInMeans): boolean {
    return this.ports.means.has(means);
  }

  /** Somebody who works here, with the roles that they hold now; `undefined` when they may not sign in. */
  actorOf(person: string): Actor | undefined {
    return this.isKnown(person) ? this.directory.actor(person) : undefined;
  }

  /** Whether somebody works here who may sign in. */
  isKnown(person: string): boolean {
    const found = this.directory.person(person);
    return found !== undefined && !found.hasLeft;
  }

  /**
   * Checks a password, and a code where one is needed.
   * @throws SignInRefusedError, SecondFactorRequiredError, TooManyAttemptsError
   */
  checkPassword({ person, password, code }: Typed): Promise<void> {
    return this.lockout.attempt(person, async () => {
      await this.#compare(person, password);
      if (!(await this.totp.isOn(person))) return;
      if (code === undefined) {
        // The attempt was no guess; only what comes next may be one.
        await this.lockout.takeBack(person);
        throw new SecondFactorRequiredError();
      }
      if (!(await this.totp.take(person, code))) throw new SignInRefusedError();
    });
  }

  /** Checks the password that a person has now, who signed in already. @throws SignInRefusedError, TooManyAttemptsError */
  checkCurrent(person: string, password: string): Promise<void> {
    return this.lockout.attempt(person, () => this.#compare(person, password));
  }

  async hasPassword(person: string): Promise<boolean> {
    return (await this.#hashOf(person)) !== undefined;
  }

  /** Those who have a password, of everybody in the directory. */
  async passwordHolders(): Promise<ReadonlySet<string>> {
    const kept = new Map((await this.records.list('password')).map(({ id, body }) => [id, body.hash]));
    const has = ({ id, hasLeft }: { readonly id: string; readonly hasLeft: boolean }): boolean =>
      !hasLeft &&
      (kept.has(id) ? kept.get(id) !== null : this.ports.demonstrationPassword?.(id) !== undefined);
    return new Set(this.directory.all.filter(has).map(({ id }) => id));
  }

  /** Sets a password. Sessions that were begun with another one end. */
  async setPassword(person: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    await this.records.replace('password', { id: person, person, body: { hash } });
    await this.sessions.endAll(person);
  }

  /**
   * A code by which somebody makes or replaces the ways in which a person signs in. It is shown once, and the ones before it are
   * void. `null`: whoever has it registers themselves as the first administrator.
   */
  async invite(
    person: string | null,
    by: string,
  ): Promise<{ readonly code: string; readonly endsAtMs: number }> {
    await this.#removeInvitations(person);
    const code = typedCode(randomBytes(codeBytes));
    const endsAtMs = Date.now() + invitationMs;
    await this.records.put(
      'invitation',
      { id: secretHash(typedForm(code)), person, body: { by }, endsAtMs },
      0,
    );
    return { code, endsAtMs };
  }

  /**
   * Whom a code is for: `null` for the first administrator; `undefined` when it is none. There is no first one any more when
   * somebody is registered.
   */
  async invited(code: string): Promise<string | null | undefined> {
    const person = (await this.records.find('invitation', secretHash(typedForm(code))))?.person;
    return person === null && this.directory.isKept ? undefined : person;
  }

  /**
   * Uses a code up for what is done by it. When that is refused, it can be used again.
   * @returns false when it was used before
   */
  async useInvitation(code: string, work: () => Promise<void>): Promise<boolean> {
    const id = secretHash(typedForm(code));
    const used = await this.records.find('invitation', id);
    // Of two who use it at once one is the first.
    if (used === undefined || !(await this.records.store.remove('invitation', id))) return false;
    try {
      await work();
      return true;
    } catch (error) {
      await this.records.put('invitation', used, 0);
      throw error;
    }
  }

  /**
   * Removes every way in which a person signs in, and ends their sessions. What was done about the account stays.
   */
  async remove(person: string): Promise<void> {
    await this.#removeInvitations(person);
    await this.records.replace('password', { id: person, person, body: { hash: null } });
    await this.#removeWays(person);
    await this.sessions.endAll(person);
  }

  /** Makes the account of whoever was invited anew: what there was before is void. */
  async begin(person: string, password: string): Promise<void> {
    await this.#removeWays(person);
    await this.setPassword(person, password);
    await this.lockout.forget(person);
  }

  /** Keeps what was done about an account, for whoever reviews it. */
  async note(person: string, { what, by, address }: Act): Promise<void> {
    const body: Body<'act'> = { what, by, address, atMs: Date.now() };
    await this.records.put('act', { id: uuidIds.next(), person, body, endsAtMs: body.atMs + actsKeptMs }, 0);
  }

  /** What was done about an account, the newest first. */
  async acts(person: string): Promise<readonly Body<'act'>[]> {
    // Their ids ascend, and the list is by id.
    return (await this.records.list('act', person)).map(({ body }) => body).reverse();
  }

  /** @throws SignInRefusedError */
  async #compare(person: string, password: string): Promise<void> {
    if (!(await isPassword(await this.#hashOf(person), password))) throw new SignInRefusedError();
  }

  async #hashOf(person: string): Promise<string | undefined> {
    if (!this.isKnown(person)) return undefined;
    const found = await this.records.find('password', person);
    if (found !== undefined) return found.body.hash ?? undefined;
    const password = this.ports.demonstrationPassword?.(person);
    if (password === undefined) return undefined;
    const hash = await hashPassword(password);
    await this.records.put('password', { id: person, person, body: { hash } }, 0);
    return hash;
  }

  async #removeInvitations(person: string | null): Promise<void> {
    const { store } = this.records;
    const all = person === null ? await store.list('invitation') : await store.list('invitation', person);
    for (const one of all) if (one.person === person) await store.remove('invitation', one.id);
  }

  async #removeWays(person: string): Promise<void> {
    for (const kind of ['totp', 'passkey', 'token', 'issuer'] as const)
      await this.records.store.removeOf(kind, person);
  }
}

const actsKeptMs = 2 * 366 * 86_400_000;
