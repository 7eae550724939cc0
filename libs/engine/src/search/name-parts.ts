import { counted, normalised } from './normal-form.js';

const apostrophes = /['’‘`´ʼʻʾʿ]/g;
/** Signs that part a word: hyphens, slashes, dots. */
const inside = /[^\p{L}\p{N}]+/u;
const wordsMax = 32;

const articles = new Set(['ال', 'al', 'el', 'il', 'ul', 'ur', 'as', 'ar', 'an', 'ad', 'az', 'at', 'ash']);
/** `Abd` with its article, and that without one, behind which the article comes. */
const boundServants = new Set(['abdul', 'abdel', 'abdal', 'abdil', 'abdur', 'abdus', 'abdun']);
const servants = new Set(['عبد', 'abd', 'abdu', 'abde']);
const arabicServant = /^عبدال(.+)$/u;
const latinServant = /^abd[aeiou]l(.+)$/;
/** The article takes the sound of the letter behind it: Abdurrahman, Abdirahman, Abdussalam, Abdennasser. */
const assimilated = /^abd[aeiou](?:([dnstz])\1|r?(r))(.+)$/;

/** A part of a name: one name, or the article that was written apart. */
export interface NamePart {
  /** What it is compared by: any of these. The article does not count; `Abd` and the name behind it are one word. */
  readonly bases: readonly string[];
  /** Of a name with `Abd`, the name behind it, by which it is found as well. */
  readonly behindServant?: string;
  /** As it was written, in one word. */
  readonly written: string;
}

/** A part, and which pieces of the text it is made of (`placedPieces`): the first and the last of them. */
export interface PlacedPart extends NamePart {
  readonly first: number;
  readonly last: number;
}

/** The parts of a name, in normal form. */
export function namePartsOf(text: string): readonly PlacedPart[] {
  const words = withoutApostrophes(normalised(text)).split(/\s+/).slice(0, wordsMax);
  const pieces = words.flatMap((word) => word.split(inside).filter((piece) => piece !== '')).map(counted);
  const parts: PlacedPart[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as string;
    const servant = servantAt(pieces, at);
    const isOnlyPart = at === pieces.length - 1 && parts.length === 0;
    if (servant !== undefined) {
      parts.push({ ...servant.part, first: at, last: servant.last });
      at = servant.last;
    } else if (!articles.has(piece) || isOnlyPart) parts.push({ ...partOf(piece), first: at, last: at });
  }
  return parts;
}

/** Without the signs that are written inside one name: Ja'far, ʿAli. */
export const withoutApostrophes = (text: string): string => text.replace(apostrophes, '');

/** `Abd al-Rahman` in pieces: the servant, articles, and whose servant. */
function servantAt(
  pieces: readonly string[],
  at: number,
): { readonly part: NamePart; readonly last: number } | undefined {
  const first = pieces[at] as string;
  const isBound = boundServants.has(first);
  if (!isBound && !servants.has(first)) return undefined;
  let last = at + 1;
  while (articles.has(pieces[last] ?? '')) last += 1;
  const name = pieces[last];
  const behind =
    name === undefined ? undefined : (attached(name, 2) ?? (isBound || last > at + 1 ? name : undefined));
  if (behind !== undefined) {
    const written = pieces.slice(at, last + 1).join('');
    return { part: servantPart(behind, written), last };
  }
  return isBound ? { part: { bases: ['abd'], written: first }, last: at } : undefined;
}

function partOf(word: string): NamePart {
  const behind = behindServant(word);
  if (behind !== undefined) return servantPart(behind, word);
  const [arabic, latin] = [arabicArticle(word), latinArticle(word)];
  // In Arabic script the article is always written so. In Latin script it may also be the beginning of a name: Alaa.
  if (arabic !== undefined) return { bases: [arabic], written: word };
  return { bases: latin === undefined ? [word] : [word, latin], written: word };
}

function servantPart(name: string, written: string): NamePart {
  return { bases: [isLatin(name) ? `abd${name}` : `عبد${name}`], behindServant: name, written };
}

/** Whose servant the joined forms name: `Abdulrahman`, `عبدالرحمن`. */
function behindServant(word: string): string | undefined {
  const joined = arabicServant.exec(word)?.[1] ?? latinServant.exec(word)?.[1];
  if (joined !== undefined) return joined;
  const [, one, r, rest] = assimilated.exec(word) ?? [];
  return rest === undefined ? undefined : `${one ?? r ?? ''}${rest}`;
}

/** What is behind an article that is written with the name, if there are as many letters. */
const attached = (word: string, least: number): string | undefined =>
  arabicArticle(word, least) ?? latinArticle(word, least);

const arabicArticle = (word: string, least = 3): string | undefined =>
  word.startsWith('ال') && word.length >= 2 + least ? word.slice(2) : undefined;

const latinArticle = (word: string, least = 4): string | undefined =>
  /^[ae]l/.test(word) && isLatin(word) && word.length >= 2 + least ? word.slice(2) : undefined;

export const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);
