import { diagramOf, type Diagram, type Language, type Workflow } from '@safeconduct/workflow';
import { labelSize, layoutOf, titleSize, type Layout, type PlacedArrow, type PlacedBox } from './layout.js';
import type { TextBlock } from './text-block.js';

export interface SvgOptions {
  readonly language: Language;
  /** The leaf state to light, as a dotted path. */
  readonly lit?: string;
  /** Leaf states that a case has been in. */
  readonly visited?: readonly string[];
}

const margin = 16;
const lineHeight = 1.35;
const halo = 4;

/**
 * The chart of a workflow as one SVG picture that needs nothing else: no script, no font, no request. It has a title
 * and a description for those who do not see it, and Arabic texts run from right to left.
 */
export async function svg(workflow: Workflow, { language, lit, visited = [] }: SvgOptions): Promise<string> {
  const { diagram, layout } = await laidOut(workflow, language);
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${width} ${height}" width="${width}" height="${height}" role="img" lang="${language}" direction="${direction}" aria-labelledby="title description">`,
    `<title id="title">${escaped(diagram.title)}</title>`,
    `<desc id="description">${escaped(diagram.description)}</desc>`,
    `<style>${style}</style>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" class="tip"/></marker></defs>`,
    `<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" class="paper"/>`,
    ...layout.boxes.map((placed) => boxOf(placed, classOf(placed, lit, visited))),
    ...layout.arrows.map(lineOf),
    // Texts last, so that no line crosses them.
    ...layout.arrows.map(labelOf),
    ...startOf(layout, diagram.initial),
    '</svg>',
  ].join('\n');
}

interface LaidOut {
  readonly diagram: Diagram;
  readonly layout: Layout;
}

const known = new WeakMap<Workflow, Map<Language, Promise<LaidOut>>>();

/** The layout is the same whatever is lit, and takes half a second; so each is made once. */
function laidOut(workflow: Workflow, language: Language): Promise<LaidOut> {
  const made = known.get(workflow) ?? new Map<Language, Promise<LaidOut>>();
  known.set(workflow, made);
  const found = made.get(language) ?? layOut(workflow, language);
  made.set(language, found);
  return found;
}

async function layOut(workflow: Workflow, language: Language): Promise<LaidOut> {
  const diagram = diagramOf(workflow, language);
  return { diagram, layout: await layoutOf(diagram) };
}

const style = [
  `text{font:${titleSize}px system-ui,"Segoe UI","Noto Sans","Noto Sans Arabic",sans-serif;fill:#1c2733;text-anchor:middle}`,
  `.paper{fill:#fff}.group{fill:#f4f7fa;stroke:#b8c4d0}.leaf{fill:#fff;stroke:#51677d}.any{fill:none;stroke:#b8c4d0;stroke-dasharray:4 3}`,
  `.end{stroke-width:3}.visited{fill:#e3f0e6}.lit{fill:#ffe08a;stroke:#8a5a00;stroke-width:3}`,
  `.group-title{font-weight:600}.lit-title{font-weight:700}.small{font-size:${labelSize}px;fill:#45566a}`,
  `.line{fill:none;stroke:#7b8ea3}.tip{fill:#7b8ea3}.label{font-size:${labelSize}px;paint-order:stroke;stroke:#fff;stroke-width:${halo}px}`,
  `.start{fill:#1c2733}`,
].join('');

function classOf({ box }: PlacedBox, lit: string | undefined, visited: readonly string[]): string {
  const marks = [box.kind, ...(box.end ? ['end'] : []), ...(visited.includes(box.id) ? ['visited'] : [])];
  return [...marks, ...(box.id === lit ? ['lit'] : [])].join(' ');
}

function boxOf({ box, x, y, width, height, title, stays }: PlacedBox, classes: string): string {
  const middle = x + width / 2;
  const top = y + (box.kind === 'group' ? 6 : 10);
  const titleClass = box.kind === 'group' ? 'group-title' : classes.includes('lit') ? 'lit-title' : '';
  return [
    `<g id="${escaped(box.id)}">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" class="${classes}"/>`,
    textAt(title, { x: middle, y: top, size: titleSize, classes: titleClass }),
    textAt(stays, { x: middle, y: top + title.height, size: labelSize, classes: 'small' }),
    '</g>',
  ].join('');
}

function lineOf({ points }: PlacedArrow): string {
  const way = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  return `<path d="${way}" class="line" marker-end="url(#tip)"/>`;
}

function labelOf({ text, textAt: { x, y } }: PlacedArrow): string {
  return textAt(text, { x: x + text.width / 2 + halo, y, size: labelSize, classes: 'label' });
}

function startOf({ boxes }: Layout, initial: string): readonly string[] {
  const first = boxes.find(({ box }) => box.id === initial);
  return first === undefined
    ? []
    : [`<circle cx="${round(first.x)}" cy="${round(first.y)}" r="6" class="start"/>`];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly classes: string;
}

function textAt({ lines }: TextBlock, { x, y, size, classes }: Place): string {
  const step = size * lineHeight;
  return lines
    .map(
      (line, index) =>
        `<text x="${round(x)}" y="${round(y + step * index + size)}" class="${classes}">${escaped(line)}</text>`,
    )
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
