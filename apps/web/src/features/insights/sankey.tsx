import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { WorkflowFile } from '../../api/queries.js';
import { stateTitles } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import type { TopFlow } from './stacks.js';

interface Props {
  readonly flows: readonly TopFlow[];
  readonly workflow: WorkflowFile;
  readonly label: string;
}

const [width, height, margin] = [720, 320, 150];

interface Node {
  readonly id: string;
  readonly title: string;
}

/** Who went from where to where: on one side where cases were first, on the other where they are then. */
export function Sankey({ flows, workflow, label }: Props) {
  const { t, pick, format, direction } = useLocale();
  const titleOf = (state: string | null): string =>
    state === null ? t('insights.outside') : stateTitles(workflow, state, pick).join(' · ');
  if (flows.length === 0) return <p className="soft">{t('insights.noFlows')}</p>;
  const nodes: Node[] = [];
  const add = (side: 'from' | 'to', state: string | null): string => {
    const id = `${side} ${state ?? ''}`;
    if (!nodes.some((node) => node.id === id)) nodes.push({ id, title: titleOf(state) });
    return id;
  };
  const links = flows.map(({ from, to, count }) => ({
    source: add('from', from),
    target: add('to', to),
    value: count,
  }));
  const laidOut = sankey<Node, object>()
    .nodeId(({ id }) => id)
    .nodeWidth(12)
    .nodePadding(16)
    .extent([
      [margin, 6],
      [width - margin, height - 6],
    ])({ nodes: nodes.map((node) => ({ ...node })), links });
  const line = sankeyLinkHorizontal<Node, object>();
  const isMirrored = direction === 'rtl';
  const x = (at: number): number => (isMirrored ? width - at : at);
  return (
    <div className="diagram" tabIndex={0} role="region" aria-label={label}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="sankey">
        <g transform={isMirrored ? `translate(${width} 0) scale(-1 1)` : undefined}>
          {laidOut.links.map((link, index) => (
            <path
              key={index}
              className="ribbon"
              d={line(link) ?? ''}
              strokeWidth={Math.max(1, link.width ?? 0)}
            />
          ))}
        </g>
        {laidOut.nodes.map(({ id, title, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }) => {
          const isFirst = id.startsWith('from');
          const anchor = isFirst === isMirrored ? 'start' : 'end';
          const side = isFirst ? x(x0) + (isMirrored ? 6 : -6) : x(x1) + (isMirrored ? -6 : 6);
          return (
            <g key={id}>
              <rect
                className="node"
                x={Math.min(x(x0), x(x1))}
                y={y0}
                width={x1 - x0}
                height={Math.max(1, y1 - y0)}
              />
              <text x={side} y={(y0 + y1) / 2 + 4} className={`node-name ${anchor}`}>
                {title} · {format.number(value)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
