import stringWidth from 'string-width';

/** How many columns a text takes on a terminal: none for combining marks, two for wide letters and emoji. */
export const displayWidth = (text: string): number => stringWidth(text, { countAnsiEscapeCodes: true });

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in at most `width` columns. An ellipsis stands for what was cut. Letters keep their marks. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  return `${firstOf(segmentsOf(text), width - 1)
    .join('')
    .trimEnd()}…`;
}

/** The same for a text whose end matters most, such as the path of a state: the beginning is cut. */
export function cutStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  return `…${firstOf(segmentsOf(text).reverse(), width - 1)
    .reverse()
    .join('')
    .trimStart()}`;
}

const segmentsOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

function firstOf(segments: readonly string[], width: number): string[] {
  let used = 0;
  const end = segments.findIndex((segment) => (used += displayWidth(segment)) > width);
  return segments.slice(0, end);
}
