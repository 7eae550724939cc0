/** Lines of text with the room they take, in pixels. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export const lineHeight = 1.35;

// There is no font to measure with, so widths are those of common system fonts, a little generous.
const narrow = /[ijlft.,:;'’|!()[\]،؛]/u;
const wide = /[mwMW@صضسشطظ]/u;
const capital = /[A-Z]/u;
const mark = /\p{Mn}/u;

/**
 * Breaks texts at spaces so that no line is wider than `widthMax`, unless it is one word. Each text begins a
 * line.
 */
export function textBlock(texts: readonly string[], fontSize: number, widthMax: number): TextBlock {
  const lines = texts.flatMap((text) => brokenAt(text, widthMax / fontSize));
  return {
    lines,
    width: Math.ceil(Math.max(0, ...lines.map(widthInEm)) * fontSize),
    height: Math.ceil(lines.length * lineHeight * fontSize),
  };
}

function brokenAt(text: string, widthMaxInEm: number): readonly string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const longer = [...lines.slice(-1), word].join(' ');
    return lines.length > 0 && widthInEm(longer) <= widthMaxInEm
      ? [...lines.slice(0, -1), longer]
      : [...lines, word];
  }, []);
}

const widthInEm = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + advance(character), 0);

function advance(character: string): number {
  if (mark.test(character)) return 0;
  if (character === ' ' || narrow.test(character)) return 0.32;
  if (wide.test(character)) return 0.86;
  return capital.test(character) ? 0.7 : 0.56;
}
