import { identityForm, idPattern } from '@safeconduct/workflow';
import type { KeyedHashes } from '@safeconduct/engine';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How an operator token begins, so that one in a wrong place is found by a scanner of secrets. */
const prefix = 'sco_';
const purpose = 'operator token';
/** How long a token lives that is made for one request: as long as that may take to arrive. */
const requestSeconds = 60;
/** The longest that one may live. */
export const operatorTokenSecondsMax = 43_200;

const Said = z.tuple([z.string().regex(idPattern).nullable(), z.int()]);

interface OperatorTokenLife {
  readonly seconds?: number;
  /** When it is made, in milliseconds since 1970. */
  readonly nowMs?: number;
}

/** What an operator token says: the person in whose name its sender acts; null: nobody's. */
export interface OperatorSaid {
  readonly person: string | null;
}

/**
 * A token by which a program of this machine shows the server that it holds the master key of the same installation. Who
 * holds that key can read and write everything beside the server as well, so the server believes whom it names.
 */
export function operatorToken(
  keys: KeyedHashes,
  person: string | null,
  { seconds = requestSeconds, nowMs = Date.now() }: OperatorTokenLife = {},
): string {
  const said = [person === null ? null : identityForm(person), Math.floor(nowMs / 1000) + seconds];
  const text = Buffer.from(JSON.stringify(said)).toString('base64url');
  return `${prefix}${text}.${keys.keyedHash(purpose, text, 'base64url')}`;
}

export const isOperatorToken = (token: string): boolean => token.startsWith(prefix);

/** What a token says; `undefined` when it was not made with these keys, or has ended. */
export function readOperatorToken(
  keys: KeyedHashes,
  token: string,
  nowMs = Date.now(),
): OperatorSaid | undefined {
  const [text = '', mac = ''] = token.slice(prefix.length).split('.');
  if (!isOperatorToken(token) || !isSame(mac, keys.keyedHash(purpose, text, 'base64url'))) return undefined;
  // What the keys have signed is what `operatorToken` wrote, perhaps that of another release.
  const said = Said.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  if (!said.success) return undefined;
  const [person, endsAt] = said.data;
  const nowSeconds = nowMs / 1000;
  // One that ends later than any token may was made by a clock that is ahead.
  return nowSeconds < endsAt && endsAt <= nowSeconds + operatorTokenSecondsMax + requestSeconds
    ? { person }
    : undefined;
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
