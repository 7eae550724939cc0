import type { Scope } from '@safeconduct/contracts';
import { randomBytes, randomUUID } from 'node:crypto';
import type { AccountRecords, Found } from './account-records.js';
import { secretHash } from './secrets.js';

/** How a token begins, so that one in a wrong place is found by a scanner of secrets. */
const prefix = 'sct_';
const secretBytes = 32;
const dayMs = 86_400_000;
export const tokenDaysMax = 366;

/** A token as its person sees it: never itself again. */
export interface ProgramToken {
  /** Names it, and gives nothing away. */
  readonly number: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAtMs: number;
  readonly endsAtMs: number;
}

/** Tokens by which programs act in the name of the person who made them, for a part of what that person may, until an end. */
export class ProgramTokens {
  constructor(private readonly records: AccountRecords) {}

  /** @returns the token itself, which is kept nowhere */
  async create(
    person: string,
    {
      name,
      scopes,
      days,
    }: { readonly name: string; readonly scopes: readonly Scope[]; readonly days: number },
  ): Promise<ProgramToken & { readonly token: string }> {
    const token = prefix + randomBytes(secretBytes).toString('base64url');
    const createdAtMs = Date.now();
    const endsAtMs = createdAtMs + days * dayMs;
    const body = { number: randomUUID(), name, scopes: [...scopes], createdAtMs };
    await this.records.put('token', { id: secretHash(token), person, body, endsAtMs }, 0);
    return { ...body, endsAtMs, token };
  }

  /** Whose token it is and what it may do; `undefined` when it is none, has ended or was taken back. */
  async read(
    token: string,
  ): Promise<{ readonly person: string; readonly scopes: readonly Scope[] } | undefined> {
    const found = await this.records.find('token', secretHash(token));
    if (found === undefined || found.person === null) return undefined;
    return { person: found.person, scopes: found.body.scopes };
  }

  async list(person: string): Promise<readonly ProgramToken[]> {
    return (await this.records.list('token', person))
      .map(tokenOf)
      .sort((one, other) => one.createdAtMs - other.createdAtMs);
  }

  /** @returns whether the person had it */
  async remove(person: string, number: string): Promise<boolean> {
    const found = (await this.records.list('token', person)).find(({ body }) => body.number === number);
    return found !== undefined && this.records.store.remove('token', found.id);
  }
}

export const isProgramToken = (token: string): boolean => token.startsWith(prefix);

const tokenOf = ({ body, endsAtMs }: Found<'token'>): ProgramToken => ({ ...body, endsAtMs: endsAtMs ?? 0 });
