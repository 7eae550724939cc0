import { Link } from '@tanstack/react-router';
import { Tick } from '../../components/choice.js';
import { DayPicker } from '../../components/day-picker.js';
import { Plot } from '../../components/plot.js';
import { useLocale } from '../../language/locale.js';
import type { Bar, Bars } from './audit-query.js';
import { entryKinds, withChange, type AuditKind, type AuditSearch } from './audit-search.js';
import type { Days } from './brush.js';
import { daysSaid, TimeBrush } from './time-brush.js';

interface Props {
  readonly kind: AuditKind;
  readonly search: AuditSearch;
  readonly bars: Bars;
  readonly show: (search: AuditSearch, replace?: boolean) => void;
}

/** How much of the log there is of each day, and of which days it is shown. */
export function AuditTime({ kind, search, bars: { unit, items }, show }: Props) {
  const { t, format } = useLocale();
  const { from, to, near } = search;
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return null;
  const kinds = first.kinds === undefined ? [] : entryKinds;
  const ofKinds = (bar: Bar): readonly number[] => kinds.map((one) => bar.kinds?.[one] ?? 0);
  const choose = (days: Days, isStep = false): void => {
    show(withChange(search, { from: undefined, to: undefined, ...days }), isStep);
  };
  const notAfterEnd = (day: string): string => (to !== undefined && day > to ? to : day);
  const notBeforeBegin = (day: string): string => (from !== undefined && day < from ? from : day);
  return (
    <Plot
      title={t(`audit.by.${unit}`)}
      heads={[t('audit.days'), t('audit.lines'), ...kinds.map((one) => t(`audit.entry.${one}`))]}
      rows={items.map((bar) => [daysSaid((day) => day, bar.from, bar.to), bar.count, ...ofKinds(bar)])}
      fileName={`log-${kind}-${first.from}-${last.to}.csv`}
      linkOf={(row) => {
        const bar = items[row] ?? first;
        return (
          <Link to="/audit" search={withChange(search, { from: bar.from, to: bar.to })}>
            {daysSaid(format.date, bar.from, bar.to)}
          </Link>
        );
      }}
    >
      <TimeBrush
        bars={items}
        chosen={{ from, to }}
        outer={near === true ? { from, to } : {}}
        onChoose={choose}
      />
      <p className="row spread small soft">
        <span>{format.date(first.from)}</span>
        <span>{t('audit.zone', { zone: format.zone })}</span>
        <span>{format.date(last.to)}</span>
      </p>
      <div className="row audit-days">
        <DayPicker
          label={t('insights.from')}
          day={from ?? first.from}
          max={to ?? last.to}
          onDay={(day) => choose({ from: notAfterEnd(day), to }, true)}
        />
        <DayPicker
          label={t('insights.to')}
          day={to ?? last.to}
          max={to !== undefined && to > last.to ? to : last.to}
          onDay={(day) => choose({ from, to: notBeforeBegin(day) }, true)}
        />
        {(from ?? to) !== undefined && (
          <Tick
            isSelected={near === true}
            onChange={(isSelected) => show(withChange(search, { near: isSelected ? true : undefined }))}
          >
            {t('audit.near')}
          </Tick>
        )}
      </div>
    </Plot>
  );
}
