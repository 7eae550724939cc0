import { NewSavedList, Preferences, scopes } from '@safeconduct/contracts';
import type { AccountStore, KeptRecord } from '@safeconduct/stores';
import { z } from 'zod';

/** What is kept of accounts, by kind. Secrets are hashed, or sealed where they must be read again. */
const bodies = {
  /** By person. `hash` is null where the account was removed, so that a demonstration makes no password anew. */
  password: z.strictObject({ hash: z.string().nullable() }),
  /** By person. `secret` is sealed; `lastStep`: the last time step of which a code was taken, so that none is taken twice. */
  totp: z.strictObject({ secret: z.string(), isConfirmed: z.boolean(), lastStep: z.int() }),
  /** By the id that the authenticator gave. */
  passkey: z.strictObject({
    name: z.string(),
    publicKey: z.string(),
    counter: z.int(),
    transports: z.array(z.string()),
    createdAtMs: z.int(),
    usedAtMs: z.int().nullable(),
  }),
  /** By the hash of its code. Nobody's: it makes the first administrator. */
  invitation: z.strictObject({ by: z.string() }),
  /** By the hash of the token. */
  token: z.strictObject({
    number: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    createdAtMs: z.int(),
  }),
  /** By person: how often it was tried to sign in as them, and until when the next attempt has to wait. */
  attempts: z.strictObject({ failed: z.int(), waitsUntilMs: z.int() }),
  /** By person: how they want to be shown things. */
  preferences: Preferences,
  /** By person and name, hashed: a list of cases that somebody saved, for themselves or for others too. */
  ownList: NewSavedList,
  sharedList: NewSavedList,
  /** By case, command and person, see `KeptDrafts`. `box` is sealed with `key`, the keys of the person of the case. */
  draft: z.strictObject({ key: z.string(), box: z.string() }),
  /** By issuer and subject: whose person it was when it was first seen. */
  issuer: z.strictObject({ issuer: z.string() }),
  /** By issuer and id: a message of the issuer that somebody signed out there, which was taken. */
  logout: z.strictObject({}),
  /** What was done about an account, for whoever reviews it. */
  act: z.strictObject({ what: z.string(), by: z.string().nullable(), address: z.string(), atMs: z.int() }),
} as const;

export type AccountKind = keyof typeof bodies;
export type Body<Kind extends AccountKind> = z.output<(typeof bodies)[Kind]>;

export interface Found<Kind extends AccountKind> extends Omit<KeptRecord, 'kind' | 'body'> {
  readonly body: Body<Kind>;
}

export interface ToKeep<Kind extends AccountKind> {
  readonly id: string;
  readonly person: string | null;
  readonly body: Body<Kind>;
  readonly endsAtMs?: number | null;
}

/** The records of accounts with their forms. One that has ended is not found. */
export class AccountRecords {
  constructor(readonly store: AccountStore) {}

  /** One that has ended is as one that was never put: the next put replaces it. */
  async find<Kind extends AccountKind>(kind: Kind, id: string): Promise<Found<Kind> | undefined> {
    const found = await this.store.find(kind, id);
    if (found === undefined) return undefined;
    if (!hasEnded(found)) return parsed(kind, found);
    // By time and not by id: somebody may have put a new one meanwhile.
    await this.store.removeEnded(Date.now());
    return undefined;
  }

  /** Those of a person, or of everybody. */
  async list<Kind extends AccountKind>(kind: Kind, person?: string): Promise<readonly Found<Kind>[]> {
    const found = await this.store.list(kind, person);
    return found.filter((one) => !hasEnded(one)).map((one) => parsed(kind, one));
  }

  /** Puts it in place of that version; 0: where none is. @returns false when somebody else was first */
  put<Kind extends AccountKind>(
    kind: Kind,
    { id, person, body, endsAtMs = null }: ToKeep<Kind>,
    version: number,
  ): Promise<boolean> {
    return this.store.put({ kind, id, person, body: JSON.stringify(body), endsAtMs }, version);
  }

  /** Puts it in place of whatever there is. */
  async replace<Kind extends AccountKind>(kind: Kind, record: ToKeep<Kind>): Promise<void> {
    for (;;) {
      const version = (await this.store.find(kind, record.id))?.version ?? 0;
      if (await this.put(kind, record, version)) return;
    }
  }
}

const hasEnded = ({ endsAtMs }: KeptRecord): boolean => endsAtMs !== null && endsAtMs <= Date.now();

function parsed<Kind extends AccountKind>(kind: Kind, { body, ...rest }: KeptRecord): Found<Kind> {
  return { ...rest, body: bodies[kind].parse(JSON.parse(body)) as Body<Kind> };
}
