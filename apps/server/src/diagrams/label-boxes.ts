import type { Arrow } from '@safeconduct/workflow';
import type { PlacedArrow } from './layout.js';
import { halo, labelSize, labelWidthMax } from './style.js';
import { textBlock } from './text-block.js';

/** The room of one label of an arrow, in pixels, and its lines. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** The boxes of an arrow's labels, one below the other, each in the middle of the room of all. */
export function labelBoxes<A extends Arrow>(placed: PlacedArrow<A>): readonly LabelBox[] {
  const { arrow, text, textAt } = placed;
  const lineHeight = text.height / text.lines.length;
  let above = 0;
  return arrow.labels.map((label) => {
    const { lines, width } = textBlock([label], labelSize, labelWidthMax);
    const y = textAt.y + above * lineHeight;
    above += lines.length;
    const x = textAt.x + halo + (text.width - width) / 2;
    return { x, y, width, height: lines.length * lineHeight, lines };
  });
}
