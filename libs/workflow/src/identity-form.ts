/**
 * The one form of a text that identifies something: the key of a case, the id of a person. Texts that a reader takes
 * for the same have the same form. It has composed letters (Unicode NFC) without capitals, ASCII digits, hyphens for
 * every dash, one space for every gap, no space around, and no character that cannot be seen. It is used to compare
 * and to look up, never to show. Letters of two scripts that look alike (Latin A, Cyrillic А) stay two letters.
 */
export function identityForm(text: string): string {
  if (printableAscii.test(text)) return text.toLowerCase();
  const seen = text.replace(unseen, '').normalize('NFC').replace(gaps, ' ').trim();
  const signs = asciiDigits(seen.replace(dashes, '-'));
  // Capitals first: some letters have two small forms, such as the Greek sigma.
  const letters = signs.toUpperCase().toLowerCase();
  return letters.replace(twins, (letter) => twinOf[letter] ?? letter).normalize('NFC');
}

/** The digits of every script as ASCII digits: `٢٠٢٥`, `۲۰۲۵` and `2025` are one number. */
export const asciiDigits = (text: string): string => text.replace(digits, asciiDigit);

/** The ids that stay in metadata and logs for ever. Their characters cannot disguise a text. */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** Printable ASCII without spaces: most ids, of which only the capitals have another form. */
const printableAscii = /^[!-~]*$/;
/** Characters without a shape of their own (zero width, fillers, direction marks), and the Arabic stretching sign. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;
const gaps = /\s+/gu;
const dashes = /[\p{Pd}\u02d7\u2043\u2212]/gu;
const digits = /(?![0-9])\p{Nd}/gu;
/** Letters that are drawn alike inside a word, typed by an Iranian or Kurdish keyboard and by an Arabic one. */
const twinOf: Readonly<Record<string, string>> = { '\u06cc': '\u064a', '\u06a9': '\u0643' };
const twins = /[\u06cc\u06a9]/g;
const digit = /^\p{Nd}$/u;

/** Unicode keeps the ten digits of a script together, in their order. */
function asciiDigit(given: string): string {
  const at = given.codePointAt(0) as number;
  let before = 0;
  while (digit.test(String.fromCodePoint(at - before - 1))) before += 1;
  return String(before % 10);
}
