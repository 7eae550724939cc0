import { hash, verify } from '@node-rs/argon2';
import { isNearlyCommon } from './common-passwords.js';

export const passwordCharactersMin = 12;
export const passwordCharactersMax = 256;

/** By the OWASP cheat sheet on password storage: argon2id, which is the library's own default algorithm, with 19 MiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password, however a keyboard composes its letters. */
const form = (password: string): string => password.normalize('NFKC');

/** Hashes in a thread of its own: it takes its time and holds up no other request. */
export const hashPassword = (password: string): Promise<string> => hash(form(password), cost);

/** A hash that no password has, so that an unknown person is refused no sooner than a wrong password. */
let ofNobody: Promise<string> | undefined;

/** Whether a password is that of the hash. `undefined` takes as long, and is not. */
export async function isPassword(known: string | undefined, password: string): Promise<boolean> {
  ofNobody ??= hashPassword('the hash that is compared with where there is no account');
  const isSame = await verify(known ?? (await ofNobody), form(password));
  return known !== undefined && isSame;
}

/** What everybody tries first. A password has to be more than these and what is known of the person; longer ones come first. */
export const commonWords: readonly string[] = [
  ...['safeconduct', 'password', 'qwerty'],
  ...['1234567890', '123456789', '12345678', '1234567'],
];

/** Why a password is refused, as the end of a reason. `COMMON`: it is, or nearly is, one that many people use. */
export type PasswordWeakness = 'TOO_SHORT' | 'TOO_LONG' | 'GUESSABLE' | 'COMMON';

/**
 * Why a password is too easy to guess; `undefined` when it is not by these rules. Capital letters count as small ones.
 *
 * @param known what others know of the person: their id, their names
 */
export async function passwordWeakness(
  password: string,
  known: readonly string[],
): Promise<PasswordWeakness | undefined> {
  const text = comparable(password);
  const { length } = text;
  if (length < passwordCharactersMin) return 'TOO_SHORT';
  if (length > passwordCharactersMax) return 'TOO_LONG';
  const isRepeated = new Set(text).size < distinctMin;
  const rest = [...known.flatMap(wordsOf), ...commonWords].reduce(
    (left, word) => left.replaceAll(word, ''),
    text,
  );
  if (isRepeated || rest.length < distinctMin) return 'GUESSABLE';
  return (await isNearlyCommon(text, distinctMin - 1)) ? 'COMMON' : undefined;
}

const distinctMin = 6;
const wordCharactersMin = 3;

const comparable = (text: string): string => form(text).toLowerCase();

/** The whole, as an id may have hyphens, and each word of it, longer ones first. */
const wordsOf = (known: string): readonly string[] =>
  [known, ...known.split(/[^\p{L}\p{M}\p{N}]+/u)]
    .map(comparable)
    .filter(({ length }) => length >= wordCharactersMin)
    .sort((one, other) => other.length - one.length);
