import { useLocale } from '../../language/locale.js';
import type { OfficerLoad } from './workload-query.js';

const parts = ['overdue', 'dueSoon', 'later'] as const;
type Part = (typeof parts)[number];

const sizes = ({ open, overdue, dueSoon }: OfficerLoad): Readonly<Record<Part, number>> => ({
  ...{ overdue, dueSoon },
  later: Math.max(0, open - overdue - dueSoon),
});

const whole = 1000;
const height = 12;
/** How high each part stands: what is due is also told by its height, not by its colour alone. */
const heights: Readonly<Record<Part, number>> = { overdue: 12, dueSoon: 8, later: 4 };

/** The open cases of an officer beside those of who has the most. The numbers stand in the same row. */
export function LoadBar({ load, most }: { readonly load: OfficerLoad; readonly most: number }) {
  const { direction } = useLocale();
  let at = 0;
  return (
    <svg
      className="load-bar"
      viewBox={`0 0 ${whole} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {/* In Arabic it grows from the right, as the text does. */}
      <g transform={direction === 'rtl' ? `translate(${whole} 0) scale(-1 1)` : undefined}>
        {parts.map((part) => {
          const width = (sizes(load)[part] / most) * whole;
          const x = at;
          at += width;
          const top = height - heights[part];
          return <rect key={part} className={part} x={x} y={top} width={width} height={heights[part]} />;
        })}
      </g>
    </svg>
  );
}

/** What the parts of the bars are. */
export function LoadLegend() {
  const { t } = useLocale();
  return (
    <ul className="row small load-legend" aria-label={t('workload.legend')}>
      {parts.map((part) => (
        <li key={part} className="row">
          <svg viewBox={`0 0 ${height} ${height}`} className="load-key" aria-hidden="true">
            <rect className={part} y={height - heights[part]} width={height} height={heights[part]} />
          </svg>
          {t(`workload.part.${part}`)}
        </li>
      ))}
    </ul>
  );
}
