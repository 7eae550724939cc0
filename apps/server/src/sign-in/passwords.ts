import { hash, verify } from '@node-rs/argon2';

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

/** What everybody tries first. A password has to be more than these and the id of the person; longer ones come first. */
export const commonWords: readonly string[] = [
  ...['safeconduct', 'password', 'qwerty'],
  ...['1234567890', '123456789', '12345678', '1234567'],
];

/** Why a password is too easy to guess, as a code; `undefined` when it is not by these rules. */
export function passwordWeakness(
  password: string,
  person: string,
): 'TOO_SHORT' | 'TOO_LONG' | 'GUESSABLE' | undefined {
  const text = form(password).toLowerCase();
  const { length } = text;
  if (length < passwordCharactersMin) return 'TOO_SHORT';
  if (length > passwordCharactersMax) return 'TOO_LONG';
  const isRepeated = new Set(text).size < distinctMin;
  const rest = [person.toLowerCase(), ...commonWords].reduce((left, word) => left.replaceAll(word, ''), text);
  return isRepeated || rest.length < distinctMin ? 'GUESSABLE' : undefined;
}

const distinctMin = 6;
