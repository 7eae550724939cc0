import type { Arrow, Box, Diagram } from '@safeconduct/workflow';
import elkjs, { type ElkExtendedEdge, type ElkNode, type ElkPoint } from 'elkjs/lib/elk.bundled.js';
import { labelSize, labelWidthMax, titleSize } from './style.js';
import { textBlock, type TextBlock } from './text-block.js';

/** A box with its coordinates, in pixels from the upper left corner of the picture. */
export interface PlacedBox<B extends Box = Box> {
  readonly box: B;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: TextBlock;
  readonly stays: TextBlock;
}

/** An arrow with its points, and its text with its coordinates. */
export interface PlacedArrow<A extends Arrow = Arrow> {
  readonly arrow: A;
  readonly points: readonly ElkPoint[];
  readonly text: TextBlock;
  readonly textAt: ElkPoint;
}

export interface Layout<Drawn extends Diagram = Diagram> {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox<Drawn['boxes'][number]>[];
  readonly arrows: readonly PlacedArrow<Drawn['arrows'][number]>[];
}

/** Which way most arrows go: down, or across the page. */
export type FlowDirection = 'down' | 'across';

export interface LayoutRequest<Drawn extends Diagram = Diagram> {
  readonly diagram: Drawn;
  readonly direction: FlowDirection;
  /** Arrows go on in the order of the boxes wherever they can, so that the procedure reads in the direction. */
  readonly inOrder: boolean;
}

const titleWidthMax = 150;
const staysWidthMax = 136;
const padding = 10;
const groupPadding = '[top=32,left=14,bottom=14,right=14]';

// Chosen by trying them on the existing charts in both languages: a hundred and more arrows stay apart, the text stays
// readable, arrows with one end share it, the states keep the order of the procedure, and a layout takes half a second. Groups do not
// inherit them.
const options = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.compaction.postCompaction.strategy': 'LEFT',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.layering.strategy': 'LONGEST_PATH',
  'elk.layered.mergeEdges': 'true',
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
  'elk.layered.spacing.nodeNodeBetweenLayers': '22',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '6',
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.spacing.nodeNode': '12',
  'elk.spacing.edgeNode': '5',
  'elk.spacing.edgeEdge': '4',
};

const directions = { down: 'DOWN', across: 'RIGHT' } as const;

const Elk = elkjs.default;

/**
 * Places the boxes and arrows of a diagram with ELK's layered layout. The same diagram is placed the same
 * way.
 */
export async function layoutOf<Drawn extends Diagram>({
  diagram,
  direction,
  inOrder,
}: LayoutRequest<Drawn>): Promise<Layout<Drawn>> {
  const layoutOptions = {
    ...options,
    'elk.direction': directions[direction],
    ...(inOrder ? { 'elk.layered.cycleBreaking.strategy': 'GREEDY' } : {}),
  };
  const top = diagram.boxes.filter(({ parent }) => parent === undefined);
  const graph: ElkNode = {
    id: 'diagram',
    layoutOptions,
    children: top.map((box) => nodeOf(diagram, box, layoutOptions)),
    edges: edgesOf(diagram, inOrder),
  };
  const placed = await new Elk().layout(graph);
  return {
    width: Math.ceil(placed.width ?? 0),
    height: Math.ceil(placed.height ?? 0),
    boxes: nodesIn(placed).map((node) => placedBox(diagram, node)),
    arrows: edgesIn(placed).map((edge) => placedArrow(diagram, edge)),
  };
}

// The title of a group has its whole breadth, and one line of room.
const titleOf = ({ kind, text }: Box): TextBlock =>
  textBlock([text], titleSize, kind === 'group' ? Infinity : titleWidthMax);
const staysOf = (box: Box): TextBlock => textBlock(box.stays, labelSize, staysWidthMax);
const textOf = ({ labels }: Arrow): TextBlock => textBlock(labels, labelSize, labelWidthMax);

function nodeOf(diagram: Diagram, box: Box, layoutOptions: Readonly<Record<string, string>>): ElkNode {
  const children = diagram.boxes.filter(({ parent }) => parent === box.id);
  if (box.kind === 'group') {
    const inside = children.map((child) => nodeOf(diagram, child, layoutOptions));
    return {
      id: box.id,
      layoutOptions: { ...layoutOptions, 'elk.padding': groupPadding },
      children: inside,
    };
  }
  const [title, stays] = [titleOf(box), staysOf(box)];
  return {
    id: box.id,
    width: Math.max(title.width, stays.width) + 2 * padding,
    height: title.height + stays.height + 2 * padding,
  };
}

function edgesOf({ boxes, arrows }: Diagram, inOrder: boolean): ElkExtendedEdge[] {
  const order = new Map(boxes.map(({ id }, index) => [id, index]));
  const goesOn = ({ from, to }: Arrow) => (order.get(from) ?? 0) < (order.get(to) ?? 0);
  const edges = arrows.map(edgeOf);
  if (!inOrder) return edges;
  return edges.map((edge, index) => ({
    ...edge,
    layoutOptions: { 'elk.layered.priority.direction': goesOn(arrows[index] as Arrow) ? '10' : '1' },
  }));
}

function edgeOf(arrow: Arrow, index: number): ElkExtendedEdge {
  const { width, height } = textOf(arrow);
  return {
    id: `arrow-${index}`,
    sources: [arrow.from],
    targets: [arrow.to],
    labels: [{ id: `text-${index}`, text: arrow.labels.join(' '), width: width + padding, height }],
  };
}

const nodesIn = (node: ElkNode): readonly ElkNode[] =>
  (node.children ?? []).flatMap((child) => [child, ...nodesIn(child)]);

const edgesIn = (node: ElkNode): readonly ElkExtendedEdge[] => [
  ...(node.edges ?? []),
  ...(node.children ?? []).flatMap(edgesIn),
];

function placedBox<Drawn extends Diagram>(
  { boxes }: Drawn,
  { id, x = 0, y = 0, width = 0, height = 0 }: ElkNode,
): PlacedBox<Drawn['boxes'][number]> {
  const box = boxes.find((one) => one.id === id) as Drawn['boxes'][number];
  return { box, x, y, width, height, title: titleOf(box), stays: staysOf(box) };
}

function placedArrow<Drawn extends Diagram>(
  { arrows }: Drawn,
  { id, sections = [], labels = [] }: ElkExtendedEdge,
): PlacedArrow<Drawn['arrows'][number]> {
  const arrow = arrows[Number(id.slice('arrow-'.length))] as Drawn['arrows'][number];
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  const { x = 0, y = 0 } = labels[0] ?? {};
  return { arrow, points, text: textOf(arrow), textAt: { x, y } };
}
