import type { DiagramData } from '@safeconduct/contracts';
import type { Language, Outline, OutlineArrow, OutlineBox, OutlineTransition } from '@safeconduct/workflow';
import type { Drawing } from '../../diagrams/drawing.js';
import { labelBoxes, type LabelBox } from '../../diagrams/label-boxes.js';
import type { PlacedArrow, PlacedBox } from '../../diagrams/layout.js';
import { round } from '../../diagrams/svg-path.js';

type DiagramBox = DiagramData['boxes'][number];
type DiagramArrow = DiagramData['arrows'][number];

/** Where something stands that begins at `x` and is so wide. */
type Across = (x: number, width?: number) => number;

/** A drawing as data: mirrored where the language runs from right to left. */
export function diagramAnswer({ layout }: Drawing<Outline>, language: Language): DiagramData {
  const { width, height } = layout;
  const isMirrored = language === 'ar';
  const across: Across = (x, breadth = 0) => round(isMirrored ? width - x - breadth : x);
  let count = 0;
  const nextId = () => `arrow-${(count += 1)}`;
  return {
    width,
    height,
    direction: isMirrored ? 'rtl' : 'ltr',
    boxes: layout.boxes.map((placed) => boxAnswer(placed, across)),
    arrows: layout.arrows.flatMap((placed) => {
      const labels = labelBoxes(placed);
      return placed.arrow.transitions.map((transition, index) =>
        arrowAnswer(placed, { id: nextId(), transition, label: labels[index], across }),
      );
    }),
  };
}

function boxAnswer({ box, title, ...room }: PlacedBox<OutlineBox>, across: Across): DiagramBox {
  return {
    path: box.id,
    parent: box.parent ?? null,
    ...rectangle(room, across),
    kind: box.kind === 'any' ? 'any' : box.isCompound ? 'compound' : 'state',
    isEnd: box.end,
    isInitial: box.isInitial,
    lines: [...title.lines],
    titles: { ...box.titles },
  };
}

interface ArrowPart {
  readonly id: string;
  readonly transition: OutlineTransition;
  readonly label: LabelBox | undefined;
  readonly across: Across;
}

function arrowAnswer(
  { arrow: { from, to }, points }: PlacedArrow<OutlineArrow>,
  { id, transition, label, across }: ArrowPart,
): DiagramArrow {
  const { events, command, guards, except, into, titles } = transition;
  return {
    id,
    command: command ?? null,
    event: events.length === 1 ? (events[0] ?? null) : null,
    events: [...events],
    count: events.length,
    ...{ from, to },
    ...{ except: [...except], into: [...into], guards: [...guards] },
    points: points.map(({ x, y }) => ({ x: across(x), y: round(y) })),
    label: label === undefined ? null : { ...rectangle(label, across), lines: [...label.lines] },
    titles: { ...titles },
  };
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const rectangle = ({ x, y, width, height }: Rectangle, across: Across): Rectangle => ({
  x: across(x, width),
  y: round(y),
  width: round(width),
  height: round(height),
});
