import { asciiDigits } from '@safeconduct/workflow';
import type { CellReader } from './cell-reader.js';
import { envelopeColumns, invalidRow, type RowCommand, type RowReader } from './import-row.js';
import type { RowForm } from './row-form.js';

/** Which cell of a row holds a value, and how the value is read. */
interface CellOfField {
  readonly name: string;
  readonly at: number;
  readonly read: CellReader;
}

/**
 * Reads the rows of a file with these columns. An empty cell means that the field is absent. Spaces around a
 * cell are ignored.
 */
export function csvRowReader(form: RowForm, columns: readonly string[]): RowReader {
  const cellOf = (name: string, read: CellReader): readonly CellOfField[] => {
    const at = columns.indexOf(name);
    return at < 0 ? [] : [{ name, at, read }];
  };
  const [naturalKeyAt, byAt] = [columns.indexOf(form.naturalKey), columns.indexOf('by')];
  const envelope = envelopeColumns.flatMap((name) =>
    cellOf(name, name === 'occurredAt' ? asciiDigits : asWritten),
  );
  const fields = [...form.fields].flatMap(([name, read]) => cellOf(name, read));
  return (cells) => {
    const [naturalKey, by] = [textAt(cells, naturalKeyAt), textAt(cells, byAt)];
    if (naturalKey === '') return invalidRow(`${form.naturalKey} is empty; say which case it is`);
    if (by === '') return invalidRow('by is empty; say who acts');
    const given = read(envelope, cells) as Partial<RowCommand>;
    return { command: form.command, naturalKey, ...given, by, data: read(fields, cells) };
  };
}

const asWritten: CellReader = (cell) => cell;

const textAt = (cells: readonly string[], at: number): string => cells[at]?.trim() ?? '';

function read(
  cellsOfFields: readonly CellOfField[],
  cells: readonly string[],
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { name, at, read: valueOf } of cellsOfFields) {
    const cell = textAt(cells, at);
    if (cell !== '') put(values, name.split('.'), valueOf(cell));
  }
  return values;
}

/** Puts a value at a path. An object of which every cell is empty is absent, like any other field. */
function put(values: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...below] = path;
  if (below.length === 0) {
    values[name] = value;
    return;
  }
  const inner = (values[name] ?? {}) as Record<string, unknown>;
  // A text in the column of the object itself stays, and the schema refuses what does not fit together.
  if (typeof inner !== 'object') return;
  values[name] = inner;
  put(inner, below, value);
}
