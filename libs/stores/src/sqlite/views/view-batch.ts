import type { TableDefinition, Value, ViewBatch, ViewDefinition } from '@safeconduct/engine';

/** A batch as it goes to the thread that writes: the values of all rows of a table in one flat array. */
export interface FlatBatch {
  readonly from: number;
  readonly to: number;
  readonly recordedAt: string;
  readonly tables: readonly FlatChanges[];
}

export interface FlatChanges {
  readonly table: TableDefinition;
  readonly put: readonly Value[];
  readonly remove: readonly Value[];
}

export function flatten(view: ViewDefinition, { from, to, recordedAt, changes }: ViewBatch): FlatBatch {
  const tables = changes.map(({ table: name, put, remove }) => {
    const table = view.tables.find((one) => one.name === name);
    if (table === undefined) throw new Error(`view ${view.name} has no table ${name}`);
    return { table, put: valuesOf(Object.keys(table.columns), put), remove: remove.flat() };
  });
  return { from: Number(from), to: Number(to), recordedAt, tables };
}

function valuesOf(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Value>>[],
): readonly Value[] {
  const values: Value[] = [];
  for (const row of rows) for (const column of columns) values.push(row[column] ?? null);
  return values;
}
