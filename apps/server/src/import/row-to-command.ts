import { asciiDigits } from './cell-reader.js';
import { envelopeColumns, invalidRow, type RowCommand, type RowProblem } from './import-row.js';
import type { RowForm } from './row-form.js';

/**
 * The command that a row asks for. `cells` are the row's cells by column; an empty one is an absent field, and spaces
 * around a cell are not part of it.
 */
export function rowToCommand(
  form: RowForm,
  cells: ReadonlyMap<string, string>,
): RowCommand | { readonly problem: RowProblem } {
  const said = new Map(
    [...cells].map(([column, cell]) => [column, cell.trim()] as const).filter(([, cell]) => cell !== ''),
  );
  const naturalKey = said.get(form.naturalKey);
  const by = said.get('by');
  if (naturalKey === undefined)
    return { problem: invalidRow(`${form.naturalKey} is empty; say which case it is`) };
  if (by === undefined) return { problem: invalidRow('by is empty; say who acts') };
  return { command: form.command, naturalKey, ...envelope(said), by, data: dataOf(form, said) };
}

function envelope(said: ReadonlyMap<string, string>): Partial<RowCommand> {
  const given = envelopeColumns.map((column) => [column, said.get(column)] as const);
  const occurredAt = said.get('occurredAt');
  return {
    ...Object.fromEntries(given.filter(([, cell]) => cell !== undefined)),
    ...(occurredAt === undefined ? {} : { occurredAt: asciiDigits(occurredAt) }),
  };
}

function dataOf(form: RowForm, said: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...form.fields].flatMap(([field, read]) => {
      const cell = said.get(field);
      return cell === undefined ? [] : [[field, read(cell)]];
    }),
  );
}
