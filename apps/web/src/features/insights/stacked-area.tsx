import type { WorkflowFile } from '../../api/queries.js';
import { stateTitles } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import type { Series } from './figures.js';
import { stacksOf } from './stacks.js';

interface Props {
  readonly series: Series;
  readonly states: readonly string[];
  readonly at: string;
  readonly workflow: WorkflowFile;
  readonly onDay: (day: string) => void;
}

const [width, height] = [720, 190];

/** How many were in each state on each day, one upon the other. The line is the day that is looked at. */
export function StackedArea({ series, states, at, workflow, onDay }: Props) {
  const { t, pick, format, direction } = useLocale();
  const { days } = series;
  const { bands, top } = stacksOf(days, states);
  const last = Math.max(1, days.length - 1);
  const x = (index: number): number =>
    direction === 'rtl' ? width - (index / last) * width : (index / last) * width;
  const y = (value: number): number => height - (top === 0 ? 0 : (value / top) * height);
  const cursor = days.findIndex(({ day }) => day === at);
  const pathOf = (band: (typeof bands)[number]): string => {
    const upper = band.map(([, high], index) => `${x(index)},${y(high)}`);
    const lower = band.map(([low], index) => `${x(index)},${y(low)}`).reverse();
    return `M${[...upper, ...lower].join('L')}Z`;
  };
  return (
    <div className="stack tight">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="area"
        role="img"
        aria-label={t('plot.area')}
        onClick={({ clientX, currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          const place = (clientX - box.left) / box.width;
          const index = Math.round((direction === 'rtl' ? 1 - place : place) * last);
          const day = days[Math.max(0, Math.min(last, index))]?.day;
          if (day !== undefined) onDay(day);
        }}
      >
        {bands.map((band, index) => (
          <path key={states[index]} d={pathOf(band)} className={`band band-${index % 6}`} />
        ))}
        {cursor >= 0 && <line className="cursor" x1={x(cursor)} x2={x(cursor)} y1={0} y2={height} />}
      </svg>
      <p className="row spread small soft" aria-hidden="true">
        <span>{days[0] === undefined ? '' : format.date(days[0].day)}</span>
        <span>{t('plot.most', { number: format.number(top) })}</span>
        <span>{format.date(days.at(-1)?.day ?? at)}</span>
      </p>
      <ul className="row legend">
        {states.map((state, index) => (
          <li key={state}>
            <span className={`swatch band-${index % 6}`} /> {stateTitles(workflow, state, pick).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
