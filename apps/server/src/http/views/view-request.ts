import type { ViewCondition, ViewCursor, RowOrder } from '@safeconduct/engine';
import { orderColumns, declaredTable } from '@safeconduct/engine';
import { isOfKind, parseInstant, type Column, type ColumnValue, type View } from '@safeconduct/workflow';
import { z } from 'zod';
import { readCursor, writeCursor } from '../cursor.js';
import { byReference } from './view-operation.js';

/** The parameters of a view, parsed by its operation. */
export type ViewQuery = Readonly<Record<string, ColumnValue | undefined>>;

/** The conditions that the parameters of a view name. */
export const conditionsOf = ({ filters }: View, query: ViewQuery): readonly ViewCondition[] =>
  filters.flatMap(({ name }) => {
    const [value, from, to] = [name, `${name}.from`, `${name}.to`].map((asked) => inUtc(query[asked]));
    return [
      ...(value === undefined ? [] : [{ column: name, from: value, to: value }]),
      ...(from === undefined && to === undefined ? [] : [{ column: name, from, to }]),
    ];
  });

/** A time is asked for in any zone. No other value looks like one. */
const inUtc = (value: ColumnValue | undefined): ColumnValue | undefined =>
  typeof value === 'string' ? (parseInstant(value) ?? value) : value;

export function orderOf(sort: string): RowOrder {
  const descending = sort.startsWith('-');
  const by = descending ? sort.slice(1) : sort;
  return { by: by === byReference ? undefined : by, descending };
}

/** Where the next page begins, for a list of this order. */
export const cursorText = (sort: string, next: ViewCursor): string => writeCursor([sort, ...next]);

/**
 * Where a page begins, by the cursor of this view in this order.
 * @throws HttpProblem REQUEST_INVALID
 */
export function cursorIn(view: View, sort: string, cursor: string | undefined): ViewCursor | undefined {
  const order = orderOf(sort);
  const values = orderColumns(declaredTable(view), order).map((name, index) => {
    const column = view.columns.find((one) => one.name === name);
    return valueIn(column, column?.optional === true && index === 0);
  });
  const read = readCursor(
    z.tuple([z.literal(sort), ...values] as [z.ZodLiteral<string>, ...z.ZodType[]]),
    cursor,
  );
  return read?.slice(1);
}

/** The value of a column as its table has it. */
function valueIn(column: Column | undefined, mayBeNull: boolean): z.ZodType {
  const kind = column?.kind ?? 'text';
  const value = z.custom((given) =>
    kind === 'boolean' ? given === 0 || given === 1 : isOfKind(kind, given),
  );
  return mayBeNull ? value.nullable() : value;
}
