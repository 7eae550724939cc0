import type { DiagramOptions, Workflow } from '@safeconduct/workflow';
import { drawingOf, type Drawing } from './drawing.js';
import type { PlacedArrow, PlacedBox } from './layout.js';
import { halo, labelSize, style, titleSize } from './style.js';
import { lineHeight, type TextBlock } from './text-block.js';
import { round, svgPathOf } from './svg-path.js';

const margin = 16;

/**
 * The chart of a workflow as one SVG picture that needs nothing else: no script, no font, no request. It has
 * a title and a description for those who do not see it, and Arabic texts run from right to left.
 */
export async function svg(workflow: Workflow, { language, ...shown }: DiagramOptions): Promise<string> {
  const { diagram, layout } = await drawingOf(workflow, language);
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${width} ${height}" ` +
      `width="${width}" height="${height}" role="img" lang="${language}" direction="${direction}" ` +
      'aria-labelledby="title description">',
    `<title id="title">${escaped(diagram.title)}</title>`,
    `<desc id="description">${escaped(diagram.description)}</desc>`,
    `<style>${style}</style>`,
    `<defs>${tip('tip')}${tip('travelled-tip')}</defs>`,
    `<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" class="paper"/>`,
    ...layout.boxes.map((placed) => boxOf(placed, classOf(placed, shown))),
    ...layout.arrows.map((placed) => lineOf(placed, isTravelled(placed, shown))),
    // Texts last, so that no line crosses them.
    ...layout.boxes.filter(({ box }) => box.kind === 'group').map(groupTitle),
    ...layout.arrows.map(labelOf),
    ...startsIn({ diagram, layout }),
    '</svg>',
  ].join('\n');
}

type Shown = Omit<DiagramOptions, 'language'>;

const tip = (name: string): string =>
  `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" ` +
  `markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" class="${name}"/></marker>`;

function classOf({ box: { id, kind, end } }: PlacedBox, { lit, visited = [] }: Shown): string {
  const marks = { [kind]: true, end, visited: visited.includes(id), lit: id === lit };
  return Object.entries(marks)
    .flatMap(([mark, isSet]) => (isSet ? [mark] : []))
    .join(' ');
}

/** Whether the case took this transition. */
function isTravelled({ arrow: { from, to } }: PlacedArrow, { lit, visited = [] }: Shown): boolean {
  const path = [...visited, ...(lit === undefined ? [] : [lit])];
  return path.slice(1).some((next, index) => isIn(path[index] ?? '', from) && isIn(next, to));
}

/** Whether a leaf is a box, or stands in it. */
function isIn(leaf: string, box: string): boolean {
  const group = box.replace(/\.?\*$/, '');
  return group === '' || leaf === group || leaf.startsWith(`${group}.`);
}

function boxOf({ box, x, y, width, height, title, stays }: PlacedBox, classes: string): string {
  const [middle, top] = [x + width / 2, y + 10];
  const texts =
    box.kind === 'group'
      ? ''
      : textAt(title, {
          x: middle,
          y: top,
          size: titleSize,
          classes: classes.includes('lit') ? 'lit-title' : '',
        }) + textAt(stays, { x: middle, y: top + title.height, size: labelSize, classes: 'small' });
  return (
    `<g id="${escaped(box.id)}"><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" ` +
    `height="${round(height)}" rx="6" class="${classes}"/>${texts}</g>`
  );
}

const groupTitle = ({ x, y, width, title }: PlacedBox): string =>
  textAt(title, { x: x + width / 2, y: y + 6, size: titleSize, classes: 'group-title' });

function lineOf({ points }: PlacedArrow, travelled: boolean): string {
  const [classes, end] = travelled ? ['line travelled', 'travelled-tip'] : ['line', 'tip'];
  return `<path d="${svgPathOf(points)}" class="${classes}" marker-end="url(#${end})"/>`;
}

const labelOf = ({ text, textAt: { x, y } }: PlacedArrow): string =>
  textAt(text, { x: x + text.width / 2 + halo, y, size: labelSize, classes: 'label' });

/** A dot on the corner of the box in which the chart begins, and of the one in which each group begins. */
function startsIn({ diagram, layout }: Drawing): readonly string[] {
  const starts = [diagram.initial, ...diagram.boxes.map(({ initial }) => initial)];
  return layout.boxes
    .filter(({ box }) => starts.includes(box.id))
    .map(({ x, y }) => `<circle cx="${round(x)}" cy="${round(y)}" r="5" class="start"/>`);
}

interface TextPlacement {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly classes: string;
}

function textAt({ lines }: TextBlock, { x, y, size, classes }: TextPlacement): string {
  const line = (text: string, index: number) =>
    `<text x="${round(x)}" y="${round(y + size * lineHeight * index + size)}"` +
    `${classes === '' ? '' : ` class="${classes}"`}>${escaped(text)}</text>`;
  return lines.map(line).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
