const unseen = [
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\u3164',
  '\ufe0f',
  '\ufeff',
  '\uffa0',
  '\u{e0001}',
];
const dashes = ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\ufe58', '\uff0d'];
/** The zeros of Arabic, Persian, Bengali, fullwidth and mathematical digits. */
const zeros = [0x660, 0x6f0, 0x9e6, 0xff10, 0x1d7ce];

/** Texts that a reader takes for this one; the text itself is not among them. */
export function lookAlikesOf(text: string): readonly string[] {
  const middle = Math.ceil(text.length / 2);
  const made = [
    ...unseen.flatMap((sign) => [
      `${text}${sign}`,
      `${sign}${text}`,
      `${text.slice(0, middle)}${sign}${text.slice(middle)}`,
    ]),
    ...dashes.map((dash) => text.replaceAll('-', dash)),
    ...zeros.map((zero) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)))),
    ...[text.toLowerCase(), text.toUpperCase(), text.normalize('NFC'), text.normalize('NFD')],
    ...[` ${text} `, `\u00a0${text}`],
  ];
  return [...new Set(made)].filter((other) => other !== text);
}
