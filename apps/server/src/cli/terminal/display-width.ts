import stringWidth from 'string-width';

/** How many places a text takes on a terminal: none for combining marks, two for wide letters and emoji. */
export const displayWidth = (text: string): number => stringWidth(text, { countAnsiEscapeCodes: true });

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in at most `width` places; what had to go shows as an ellipsis. Letters keep their marks. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += displayWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
