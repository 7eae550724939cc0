import type { Arrow, Box, Diagram } from '@safeconduct/workflow';
import elkjs, { type ElkExtendedEdge, type ElkNode, type ElkPoint } from 'elkjs/lib/elk.bundled.js';
import { textBlock, type TextBlock } from './text-block.js';

/** A box with its place in the picture. */
export interface PlacedBox {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: TextBlock;
  readonly stays: TextBlock;
}

/** An arrow with its way, and its text with its place. `arrow` is absent where a case, or a group, begins. */
export interface PlacedArrow {
  readonly arrow: Arrow | undefined;
  readonly points: readonly ElkPoint[];
  readonly text: TextBlock;
  readonly textAt: ElkPoint;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
  /** Where the picture, and each group, begins. */
  readonly starts: readonly ElkPoint[];
}
