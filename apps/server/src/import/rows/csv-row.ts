import { asciiDigits, type CellReader } from './cell-reader.js';
import { envelopeColumns, invalidRow, type RowCommand, type RowReader } from './import-row.js';
import type { RowForm } from './row-form.js';

/** Where a value stands in a row, and how it is read. */
interface Place {
  readonly name: string;
  readonly at: number;
  readonly read: CellReader;
}

/**
 * Reads the rows of a file with these columns. An empty cell is an absent field, and spaces around a cell are not part
 * of it.
 */
export function csvRowReader(form: RowForm, columns: readonly string[]): RowReader {
  const placeOf = (name: string, read: CellReader): readonly Place[] => {
    const at = columns.indexOf(name);
    return at < 0 ? [] : [{ name, at, read }];
  };
  const [naturalKeyAt, byAt] = [columns.indexOf(form.naturalKey), columns.indexOf('by')];
  const envelope = envelopeColumns.flatMap((name) =>
    placeOf(name, name === 'occurredAt' ? asciiDigits : asSaid),
  );
  const fields = [...form.fields].flatMap(([name, read]) => placeOf(name, read));
  return (cells) => {
    const [naturalKey, by] = [said(cells, naturalKeyAt), said(cells, byAt)];
    if (naturalKey === '') return invalidRow(`${form.naturalKey} is empty; say which case it is`);
    if (by === '') return invalidRow('by is empty; say who acts');
    const given = read(envelope, cells) as Partial<RowCommand>;
    return { command: form.command, naturalKey, ...given, by, data: read(fields, cells) };
  };
}

const asSaid: CellReader = (cell) => cell;

const said = (cells: readonly string[], at: number): string => cells[at]?.trim() ?? '';

function read(places: readonly Place[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { name, at, read: valueOf } of places) {
    const cell = said(cells, at);
    if (cell !== '') values[name] = valueOf(cell);
  }
  return values;
}
