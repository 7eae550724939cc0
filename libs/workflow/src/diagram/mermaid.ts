import type { Workflow } from '../define-workflow.js';
import type { Language } from '../texts.js';
import { diagramOf, type Box, type Diagram } from './diagram.js';

/** What a diagram shows of one case, besides the chart. */
export interface DiagramOptions {
  readonly language: Language;
  /** The leaf state the case is in. */
  readonly lit?: string;
  /** The leaf states the case has been in. */
  readonly visited?: readonly string[];
}

/**
 * The chart of a workflow as a Mermaid state diagram (`stateDiagram-v2`), as Markdown pages show it. Events
 * that change nothing are listed inside their state. A lit or visited state that the chart does not have is
 * left out.
 */
export function mermaid(workflow: Workflow, { language, ...shown }: DiagramOptions): string {
  const diagram = diagramOf(workflow, language);
  return [
    'stateDiagram-v2',
    `accTitle: ${escaped(diagram.title)}`,
    `accDescr: ${escaped(diagram.description)}`,
    'direction LR',
    `[*] --> ${idOf(diagram.initial)}`,
    ...boxLines(undefined, diagram),
    ...diagram.arrows.map(
      ({ from, to, labels }) => `${idOf(from)} --> ${idOf(to)} : ${labels.map(escaped).join('<br/>')}`,
    ),
    ...styleLines(diagram, shown),
  ].join('\n  ');
}

function boxLines(parent: string | undefined, diagram: Diagram): readonly string[] {
  return diagram.boxes
    .filter((box) => box.parent === parent)
    .flatMap((box) => (box.kind === 'group' ? groupLines(box, diagram) : leafLines(box)));
}

function groupLines(group: Box, diagram: Diagram): readonly string[] {
  const inside = boxLines(group.id, diagram).map((line) => `  ${line}`);
  const begin = group.initial === undefined ? [] : [`  [*] --> ${idOf(group.initial)}`];
  return [`state "${escaped(group.text)}" as ${idOf(group.id)} {`, ...begin, ...inside, '}'];
}

const leafLines = ({ id, text, stays }: Box): readonly string[] => [
  `state "${escaped(text)}" as ${idOf(id)}`,
  ...stays.map((event) => `${idOf(id)} : ${escaped(event)}`),
];

const styles = {
  any: 'fill:transparent,stroke-dasharray:4',
  rest: 'stroke-width:3px',
  visited: 'fill:#d7e5f2,stroke:#1c4e80,color:#10263c',
  lit: 'fill:#1c4e80,stroke:#1c4e80,color:#ffffff',
};

function styleLines(
  { boxes }: Diagram,
  { lit, visited = [] }: Omit<DiagramOptions, 'language'>,
): readonly string[] {
  const styleOf = ({ id, kind, end }: Box): keyof typeof styles | undefined => {
    if (id === lit) return 'lit';
    if (visited.includes(id)) return 'visited';
    if (kind === 'any') return 'any';
    return end ? 'rest' : undefined;
  };
  return Object.entries(styles).flatMap(([name, style]) => {
    const styled = boxes.filter((box) => styleOf(box) === name).map(({ id }) => idOf(id));
    return styled.length === 0 ? [] : [`classDef ${name} ${style}`, `class ${styled.join(',')} ${name}`];
  });
}

/** Prefixed, because words such as `state` and `note` are Mermaid's own. */
const idOf = (id: string): string => `s_${id.replaceAll('.', '_').replaceAll('*', 'any')}`;

/** Mermaid ends a label at a colon, a semicolon or a quote, and reads `<` as markup. */
const escaped = (text: string): string =>
  text.replace(/[#:;"<>{}]/g, (character) => `#${character.charCodeAt(0)};`);
