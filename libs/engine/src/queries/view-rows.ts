import type { Column, ColumnValue, View, Workflow } from '@safeconduct/workflow';
import { StoreUnavailableError } from '../errors.js';
import { orderColumns, type ColumnRange, type RowOrder, type VisibleCases } from '../ports/view-queries.js';
import type { Row, Value, ViewDefinition, ViewStore } from '../ports/view-store.js';
import { declaredTable } from '../projections/declared.js';
import { mustBeKnown } from './check-names.js';
import type { LogQueries } from './log-queries.js';
import type { Reader } from './reader.js';

/** Rows whose value in a column is within a range, both ends included; of one value when both are the same. */
export interface ViewCondition {
  readonly column: string;
  readonly from?: ColumnValue | undefined;
  readonly to?: ColumnValue | undefined;
}

/** Where a page of rows ends: what its last row has in the columns of its order. */
export type ViewCursor = readonly Value[];

export interface ViewRowsRequest {
  readonly workflow: Workflow;
  readonly view: View;
  /** Each by a column that the view can be narrowed by. */
  readonly where: readonly ViewCondition[];
  /** Only the rows of the case that is named so. */
  readonly reference?: string | undefined;
  /** Left out: by the reference of the case, then by the key of the view. Rows without a value come last. */
  readonly order?: RowOrder | undefined;
  readonly limit: number;
  readonly after?: ViewCursor | undefined;
  /** Only rows of these cases; of any, when it is left out. */
  readonly visible?: VisibleCases | undefined;
}

/** A row of a view, with the case that it is of. */
export interface ListedRow {
  readonly caseId: string;
  readonly reference: string;
  /** Every column; null where the row has no value. */
  readonly values: Readonly<Record<string, ColumnValue | null>>;
}

export interface ViewRowsPage {
  readonly rows: readonly ListedRow[];
  /** Where the next page begins; null at the end. */
  readonly next: ViewCursor | null;
}

export interface ViewRowsPorts {
  readonly views: ViewStore;
  readonly log: LogQueries;
  readonly definition: (view: View) => ViewDefinition;
}

const inKeyOrder: RowOrder = { descending: false };

/**
 * A page of the rows of a declared view.
 * @throws UnknownNameError  it is narrowed or ordered by something else than a filter of the view
 * @throws StoreUnavailableError  the view has not been filled yet in its version of today
 */
export async function viewRows(
  { views, log, definition }: ViewRowsPorts,
  reader: Reader,
  request: ViewRowsRequest,
): Promise<ViewRowsPage> {
  const { view, where, limit, after, visible, order = inKeyOrder } = request;
  const filters = view.filters.map(({ name }) => name);
  for (const name of [...where.map(({ column }) => column), order.by])
    if (name !== undefined) mustBeKnown('column', name, { known: filters });
  await mustBeFilled(views, definition(view));
  const ranges: ColumnRange[] = where.map(({ column, from, to }) => ({
    ...{ column, from: storedValue(from), to: storedValue(to) },
  }));
  if (request.reference !== undefined) {
    const reference = await referenceOfCase({ views, log }, reader, request);
    if (reference === undefined) return { rows: [], next: null };
    ranges.push({ column: 'reference', from: reference, to: reference });
  }
  const table = declaredTable(view);
  // One row more than the page shows whether there is a next page.
  const rows = await views.queries.declaredRows({
    ...{ table, where: ranges, visible, order, limit: limit + 1, after },
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map((row) => listedRow(view, row)),
    next: last === undefined ? null : orderColumns(table, order).map((name) => last[name] ?? null),
  };
}

/** Rows of another version have other columns, so nobody is shown them. */
async function mustBeFilled(views: ViewStore, { name, version }: ViewDefinition): Promise<void> {
  const generations = await views.generations();
  if (generations.some((one) => one.live && one.view === name && one.version === version)) return;
  throw new StoreUnavailableError(
    name,
    `view ${name} is being filled from the log; where that does not end, the log of the process that fills it says why`,
  );
}

/** The reference of the case that is named so, as its rows have it. */
async function referenceOfCase(
  { views, log }: Pick<ViewRowsPorts, 'views' | 'log'>,
  reader: Reader,
  { reference = '', workflow }: ViewRowsRequest,
): Promise<string | undefined> {
  const [found] = await log.findCases(reader, { reference, workflow: workflow.name });
  return found && (await views.queries.listedCase(found.caseId))?.reference;
}

/** Stores know no yes and no. */
const storedValue = (value: ColumnValue | undefined): Value | undefined =>
  typeof value === 'boolean' ? Number(value) : value;

const toldValue = ({ kind }: Column, value: Value | undefined): ColumnValue | null =>
  value !== null && kind === 'boolean' ? value === 1 : (value ?? null);

const listedRow = ({ columns }: View, row: Row): ListedRow => ({
  caseId: String(row['case_id']),
  reference: String(row['reference']),
  values: Object.fromEntries(columns.map((column) => [column.name, toldValue(column, row[column.name])])),
});
