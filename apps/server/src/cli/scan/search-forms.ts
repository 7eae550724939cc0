/** A form in which a text may lie somewhere, as the bytes to look for. */
export interface SearchForm {
  /** Index of the value among those that are looked for. */
  readonly value: number;
  /** How it would be written there, such as `utf-16le`. */
  readonly form: string;
  readonly bytes: Buffer;
}

/** Shorter values are found by chance. */
export const valueCharactersMin = 4;

/** Every form of some values that is looked for: spellings of the text, each in several encodings. */
export function searchForms(values: readonly string[]): readonly SearchForm[] {
  const forms = new Map<string, SearchForm>();
  for (const [value, text] of values.entries()) {
    for (const spelling of spellingsOf(text)) {
      for (const [form, bytes] of encodingsOf(spelling)) {
        if (bytes.length < valueCharactersMin) continue;
        const key = `${value} ${bytes.toString('latin1')}`;
        if (!forms.has(key)) forms.set(key, { value, form, bytes });
      }
    }
  }
  return [...forms.values()];
}

/** The text as it is, composed and decomposed, in both cases, and without marks, as a search may keep it. */
function spellingsOf(text: string): ReadonlySet<string> {
  const composed = text.normalize('NFC');
  return new Set([
    ...[text, composed, text.normalize('NFD')],
    ...[composed.toLowerCase(), composed.toUpperCase(), withoutMarks(composed)],
  ]);
}

/** Lower case, without accents, Arabic vowel signs and tatweel, and with one letter for those that are often confused. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/gu, '\u0627')
    .replace(/[\u0649\u06cc]/gu, '\u064a')
    .replace(/\u0629/gu, '\u0647')
    .replace(/\u06a9/gu, '\u0643');

type Encoding = readonly [form: string, bytes: Buffer];

function encodingsOf(text: string): readonly Encoding[] {
  const utf8 = Buffer.from(text, 'utf8');
  const hex = utf8.toString('hex');
  const percent = encodeURIComponent(text);
  return [
    ['utf-8', utf8],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ...ascii('json', JSON.stringify(text).slice(1, -1)),
    ...ascii('json', escaped(text)),
    ...ascii(
      'json',
      escaped(text).replace(/\\u[0-9a-f]{4}/gu, (code) => `\\u${code.slice(2).toUpperCase()}`),
    ),
    ...ascii('percent', percent),
    ...ascii('percent', percent.replaceAll('%20', '+')),
    ...ascii('hex', hex),
    ...ascii('hex', hex.toUpperCase()),
    ...[0, 1, 2].flatMap((shift) => base64At(utf8, shift)),
  ];
}

const ascii = (form: string, text: string): readonly Encoding[] => [[form, Buffer.from(text, 'utf8')]];

const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/gu, (character) =>
      Array.from({ length: character.length }, (_, unit) => {
        const code = character.charCodeAt(unit).toString(16).padStart(4, '0');
        return `\\u${code}`;
      }).join(''),
    );

/** The part of its base64 that is the same whatever stands around it, when it begins `shift` bytes into a group of three. */
function base64At(utf8: Buffer, shift: number): readonly Encoding[] {
  const shifted = Buffer.concat([Buffer.alloc(shift), utf8]);
  const from = shift === 0 ? 0 : 4;
  const to = Math.floor(shifted.length / 3) * 4;
  const text = shifted.toString('base64').slice(from, to);
  return [
    ['base64', Buffer.from(text, 'utf8')],
    ['base64', Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_'), 'utf8')],
  ];
}
