import { useState, type ReactNode } from 'react';
import { Button } from './basics.js';
import { PlainTable } from './plain-table.js';
import { useLocale } from '../language/locale.js';
import { save, type Cell } from './csv.js';

interface Props {
  readonly title: string;
  /** What the table says: its heads, and its rows. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly fileName: string;
  /** What a cell of the table leads to. */
  readonly linkOf?: (row: number) => ReactNode;
  readonly children: ReactNode;
}

/** A plot with its table: the same figures to be read, and to be taken along. */
export function Plot({ title, heads, rows, fileName, linkOf, children }: Props) {
  const { t, format } = useLocale();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className="card stack plot">
      <div className="row spread">
        <h2>{title}</h2>
        <div className="row">
          <Button kind="quiet" onPress={() => setAsTable(!asTable)}>
            {t(asTable ? 'plot.asPlot' : 'plot.asTable')}
          </Button>
          <Button kind="quiet" onPress={() => save(fileName, [heads, ...rows])}>
            {t('plot.csv')}
          </Button>
        </div>
      </div>
      {asTable ? (
        <PlainTable label={title} heads={heads}>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>
                  {column === 0 && linkOf !== undefined
                    ? linkOf(at)
                    : typeof cell === 'number'
                      ? format.number(cell)
                      : cell}
                </td>
              ))}
            </tr>
          ))}
        </PlainTable>
      ) : (
        children
      )}
    </div>
  );
}
