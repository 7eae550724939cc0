import { sankey, sankeyLinkHorizontal, type SankeyNode } from 'd3-sankey';
import { useLocale } from '../../language/locale.js';
import type { TopFlow } from './stacks.js';

/** Those who went somewhere between one day that is shown and the next. */
export interface DatedFlow extends TopFlow {
  /** Which of the days is the first of the two, from 0. */
  readonly column: number;
}

interface Props {
  readonly flows: readonly DatedFlow[];
  /** The days, two or more. */
  readonly days: readonly string[];
  readonly label: string;
  readonly titleOf: (state: string | null) => string;
  readonly sayFlow: (flow: DatedFlow) => string;
  /** Left out: a flow leads nowhere. */
  readonly onFlow: ((flow: DatedFlow) => void) | undefined;
}

const [width, height, margin, top] = [860, 380, 190, 26];

interface Node {
  readonly id: string;
  readonly column: number;
  readonly title: string;
}

/** Who went from where to where: a column for each day, and in it the states with those who were there. */
export function Sankey({ flows, days, label, titleOf, sayFlow, onFlow }: Props) {
  const { t, format, direction } = useLocale();
  if (flows.length === 0) return <p className="soft">{t('insights.noFlows')}</p>;
  // Of a day on which nobody was anywhere there is no column.
  const columns = [...new Set(flows.flatMap(({ column }) => [column, column + 1]))].sort((a, b) => a - b);
  const { nodes, links } = laidOut(flows, columns, titleOf);
  const line = sankeyLinkHorizontal<Node, DatedFlow>();
  const isMirrored = direction === 'rtl';
  const x = (at: number): number => (isMirrored ? width - at : at);
  return (
    <div className="diagram" tabIndex={0} role="region" aria-label={label}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="sankey">
        <g transform={isMirrored ? `translate(${width} 0) scale(-1 1)` : undefined}>
          {links.map((link, index) => (
            <path
              key={index}
              className={onFlow === undefined ? 'ribbon' : 'ribbon leads'}
              d={line(link) ?? ''}
              strokeWidth={Math.max(1, link.width ?? 0)}
              onClick={() => onFlow?.(link)}
            >
              <title>{sayFlow(link)}</title>
            </path>
          ))}
        </g>
        {columns.map((column, place) => (
          <text key={column} x={x(middleOf(place, columns.length))} y={14} className="node-name middle">
            {format.date(days[column] ?? '')}
          </text>
        ))}
        {nodes.map((node) => (
          <NodeBox key={node.id} {...{ node, x, isMirrored }} isFirst={node.column === columns[0]} />
        ))}
      </svg>
    </div>
  );
}

const nodeWidth = 12;
const middleOf = (place: number, columns: number): number =>
  margin + nodeWidth / 2 + (place / (columns - 1)) * (width - 2 * margin - nodeWidth);

function laidOut(flows: readonly DatedFlow[], columns: readonly number[], titleOf: Props['titleOf']) {
  const nodes = new Map<string, Node>();
  const add = (column: number, state: string | null): string => {
    const id = `${column} ${state ?? ''}`;
    nodes.set(id, { id, column, title: titleOf(state) });
    return id;
  };
  const links = flows.map((flow) => ({
    ...flow,
    source: add(flow.column, flow.from),
    target: add(flow.column + 1, flow.to),
    value: flow.count,
  }));
  return sankey<Node, DatedFlow>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => columns.indexOf(column))
    .nodeWidth(nodeWidth)
    .nodePadding(16)
    .extent([
      [margin, top],
      [width - margin, height - 6],
    ])({ nodes: [...nodes.values()], links });
}

interface BoxProps {
  readonly node: SankeyNode<Node, DatedFlow>;
  readonly x: (at: number) => number;
  readonly isMirrored: boolean;
  readonly isFirst: boolean;
}

/** A state on a day; its name stands outside of the first column, and behind every other one. */
function NodeBox({ node, x, isMirrored, isFirst }: BoxProps) {
  const { format } = useLocale();
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0, title } = node;
  const side = isFirst ? x(x0) + (isMirrored ? 6 : -6) : x(x1) + (isMirrored ? -6 : 6);
  return (
    <g>
      <rect
        className="node"
        x={Math.min(x(x0), x(x1))}
        y={y0}
        width={x1 - x0}
        height={Math.max(1, y1 - y0)}
      />
      <text
        x={side}
        y={(y0 + y1) / 2 + 4}
        className={`node-name ${isFirst === isMirrored ? 'start' : 'end'}`}
      >
        {title} · {format.number(value)}
      </text>
    </g>
  );
}
