import '../style/diagram.css';
import type { Diagram } from '../api/queries.js';
import { useLocale } from '../language/locale.js';

type Box = Diagram['boxes'][number];
type Arrow = Diagram['arrows'][number];

interface Props {
  readonly diagram: Diagram;
  readonly label: string;
  /** States that are marked, with how. */
  readonly marks: ReadonlyMap<string, 'here' | 'visited'>;
  /** What stands below the name of a state, such as a number. */
  readonly noteOf?: ((path: string) => string | undefined) | undefined;
  /** How much of the colour of the heat map a state has, from 0 to 1. */
  readonly heatOf?: ((path: string) => number | undefined) | undefined;
  readonly onState?: ((path: string) => void) | undefined;
}

/** The procedure as a picture, laid out by the server. Each state says what it is to a reader of screens. */
export function StateDiagram({ diagram, label, marks, ...rest }: Props) {
  const { width, height, boxes, arrows } = diagram;
  const open = new Set(boxes.map(({ parent }) => parent));
  const drawn = (box: Box) => (
    <StateBox key={box.path} {...rest} box={box} isOpen={open.has(box.path)} mark={marks.get(box.path)} />
  );
  return (
    <div className="diagram" tabIndex={0} role="region" aria-label={label}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={label}
        style={{ maxInlineSize: `${width * 1.25}px` }}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" className="arrow-head" />
          </marker>
        </defs>
        {boxes.filter(({ path }) => open.has(path)).map(drawn)}
        {arrows.map((arrow) => (
          <ArrowLine key={arrow.id} arrow={arrow} />
        ))}
        {boxes.filter(({ path, kind }) => !open.has(path) && kind !== 'any').map(drawn)}
      </svg>
    </div>
  );
}

function ArrowLine({ arrow: { points, label, count } }: { readonly arrow: Arrow }) {
  const way = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return (
    <g aria-hidden="true">
      <path className="arrow" d={way} markerEnd="url(#arrow)" />
      {label !== null && count === 1 && (
        <Lines
          lines={label.lines}
          x={label.x + label.width / 2}
          y={label.y + 11}
          height={14}
          className="arrow-name"
        />
      )}
    </g>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly className: string;
}

const Lines = ({ lines, x, y, height, className }: LinesProps) => (
  <text className={className}>
    {lines.map((line, index) => (
      <tspan key={index} x={x} y={y + index * height}>
        {line}
      </tspan>
    ))}
  </text>
);

interface BoxProps extends Pick<Props, 'noteOf' | 'heatOf' | 'onState'> {
  readonly box: Box;
  /** The states inside are drawn too. */
  readonly isOpen: boolean;
  readonly mark: 'here' | 'visited' | undefined;
}

const lineHeight = 17;

function StateBox({ box, isOpen, mark, noteOf, heatOf, onState }: BoxProps) {
  const { t, pick } = useLocale();
  const note = noteOf?.(box.path);
  const heat = heatOf?.(box.path);
  const said = [pick(box.titles), mark && t(`diagram.${mark}`), note]
    .filter((text) => text !== undefined)
    .join(', ');
  const rows = box.lines.length + (note === undefined ? 0 : 1);
  const top = isOpen ? box.y + lineHeight : box.y + box.height / 2 - ((rows - 1) * lineHeight) / 2 + 5;
  const middle = box.x + box.width / 2;
  const content = (
    <>
      <rect
        className={['state', isOpen ? 'open' : '', mark ?? ''].join(' ')}
        {...{ x: box.x, y: box.y, width: box.width, height: box.height }}
        rx={box.isEnd ? 14 : 6}
        {...(heat !== undefined && {
          style: { '--heat': `${Math.round(heat * 100)}%` } as React.CSSProperties,
        })}
      />
      <Lines lines={box.lines} x={middle} y={top} height={lineHeight} className="state-name" />
      {note !== undefined && (
        <text x={middle} y={top + box.lines.length * lineHeight} className="state-note">
          {note}
        </text>
      )}
    </>
  );
  if (onState === undefined) {
    return (
      <g role="img" aria-label={said}>
        {content}
      </g>
    );
  }
  const choose = () => {
    onState(box.path);
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-current={mark === 'here' ? 'step' : undefined}
      className="choosable"
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') choose();
      }}
    >
      {content}
    </g>
  );
}
