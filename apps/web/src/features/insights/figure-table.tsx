import type { ReactNode } from 'react';
import { Button } from '../../components/basics.js';
import { save, type Cell } from '../../components/csv.js';
import { PlainTable } from '../../components/plain-table.js';
import { useLocale } from '../../language/locale.js';
import { Rounded } from './rounded.js';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** What is said where there are no figures. */
  readonly nothing: string;
  readonly roundedTo: number | null;
  readonly className: string;
  readonly heads: readonly string[];
  /** The rows as a file has them. */
  readonly cells: readonly (readonly Cell[])[];
  readonly fileName: string;
  /** The rows, as `tr`. */
  readonly children: ReactNode;
  /** What stands below the table. */
  readonly below?: ReactNode;
}

/** Figures that are a table and no plot: to be read, and to be taken along. */
export function FigureTable({ title, lead, nothing, roundedTo, className, ...table }: Props) {
  const { t } = useLocale();
  const { heads, cells, fileName, children, below } = table;
  return (
    <section className="card stack">
      <div className="row spread">
        <h2>{title}</h2>
        <Button kind="quiet" onPress={() => save(fileName, [heads, ...cells])}>
          {t('plot.csv')}
        </Button>
      </div>
      <p className="soft small">{lead}</p>
      <Rounded to={roundedTo} />
      {cells.length === 0 ? (
        <p className="soft">{nothing}</p>
      ) : (
        <PlainTable label={title} heads={heads} className={`scrolled ${className}`}>
          {children}
        </PlainTable>
      )}
      {below}
    </section>
  );
}
