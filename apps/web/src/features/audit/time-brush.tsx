import { useRef, useState, type PointerEvent } from 'react';
import { useLocale } from '../../language/locale.js';
import type { Bar } from './audit-query.js';
import { entryKinds } from './audit-search.js';
import { barAt, daysOf, movedBy, rangeOf, type Days, type Range } from './brush.js';

interface Props {
  readonly bars: readonly Bar[];
  readonly chosen: Days;
  /** The days that the bars themselves are of, where they are not all. */
  readonly outer: Days;
  /** @param isStep  one of several moves by keyboard: the way back leaves it out */
  readonly onChoose: (days: Days, isStep?: boolean) => void;
}

/** While the pointer is down: the bar where it was put down, and where it is. */
interface Drag {
  readonly anchor: number;
  readonly head: number;
}

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

/** How much there is of each day. A period is chosen by drawing over it, or by moving its two ends. */
export function TimeBrush({ bars, chosen, outer, onChoose }: Props) {
  const { t, direction } = useLocale();
  const plot = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const now = rangeOf(bars, chosen);
  const range: Range =
    drag === undefined
      ? now
      : { first: Math.min(drag.anchor, drag.head), last: Math.max(drag.anchor, drag.head) };
  const barUnder = ({ clientX }: PointerEvent): number => {
    const box = plot.current?.getBoundingClientRect();
    const place = box === undefined ? 0 : (clientX - box.left) / box.width;
    return barAt(direction === 'rtl' ? 1 - place : place, bars.length);
  };
  /** Takes the pointer, so that it is followed also beside the plot. */
  const take = (event: PointerEvent, next: Drag): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    plot.current?.setPointerCapture(event.pointerId);
    setDrag(next);
  };
  /** The other end stays at the day that was chosen, also inside of a bar. */
  const move = (next: Partial<Range>): void => {
    const { from, to } = daysOf(bars, { ...range, ...next }, outer);
    onChoose(next.first === undefined ? { ...chosen, to } : { ...chosen, from }, true);
  };
  return (
    <div
      className="brush"
      ref={plot}
      onPointerDown={(event) => take(event, { anchor: barUnder(event), head: barUnder(event) })}
      onPointerMove={(event) => drag && setDrag({ ...drag, head: barUnder(event) })}
      onPointerUp={() => {
        setDrag(undefined);
        if (drag !== undefined) onChoose(daysOf(bars, range, outer));
      }}
      onPointerCancel={() => setDrag(undefined)}
    >
      <BarsDrawn {...{ bars, range }} />
      <BrushEnd
        label={t('audit.brushFrom')}
        day={bars[range.first]?.from}
        {...{ at: range.first, min: 0, max: range.last, count: bars.length }}
        edge={range.first}
        onTake={(event) => take(event, { anchor: range.last, head: range.first })}
        onMove={(first) => move({ first })}
      />
      <BrushEnd
        label={t('audit.brushTo')}
        day={bars[range.last]?.to}
        {...{ at: range.last, min: range.first, max: bars.length - 1, count: bars.length }}
        edge={range.last + 1}
        onTake={(event) => take(event, { anchor: range.first, head: range.last })}
        onMove={(last) => move({ last })}
      />
    </div>
  );
}

/** A bar for each day, of the parts that it has of each kind. */
function BarsDrawn({ bars, range }: { readonly bars: readonly Bar[]; readonly range: Range }) {
  const { format } = useLocale();
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <div className="bars" aria-hidden="true">
      {bars.map(({ from, to, count, kinds }, index) => (
        <span
          key={from}
          className={index >= range.first && index <= range.last ? 'bar' : 'bar outside'}
          title={`${daysSaid(format.date, from, to)}: ${format.number(count)}`}
        >
          <span style={{ blockSize: percent(most === 0 ? 0 : count / most) }}>
            {kinds !== undefined &&
              entryKinds.map((kind) => (
                <span key={kind} className={`of-kind ${kind}`} style={{ flexGrow: kinds[kind] }} />
              ))}
          </span>
        </span>
      ))}
    </div>
  );
}

interface EndProps {
  readonly label: string;
  readonly day: string | undefined;
  /** The bar that it bounds, and those to which it can be moved. */
  readonly at: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
  /** How many bars are before it. */
  readonly edge: number;
  readonly onTake: (event: PointerEvent) => void;
  readonly onMove: (at: number) => void;
}

/** One end of the period. */
function BrushEnd({ label, day = '', at, min, max, count, edge, onTake, onMove }: EndProps) {
  const { format, direction } = useLocale();
  return (
    <div
      className="brush-end"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={min + 1}
      aria-valuemax={max + 1}
      aria-valuenow={at + 1}
      aria-valuetext={format.date(day)}
      style={{ insetInlineStart: percent(edge / count) }}
      onPointerDown={onTake}
      onKeyDown={(event) => {
        const next = movedBy(event.key, { at, min, max, direction });
        if (next === undefined) return;
        event.preventDefault();
        onMove(next);
      }}
    />
  );
}

/** A day, or the first and the last of several. */
export const daysSaid = (date: (day: string) => string, from: string, to: string): string =>
  from === to ? date(from) : `${date(from)} – ${date(to)}`;
