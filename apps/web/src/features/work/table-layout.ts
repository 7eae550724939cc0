import { columns, type ColumnName } from './columns.js';

/** How somebody wants the table of a worklist on this device. */
export interface TableLayoutChoice {
  /** The columns that somebody put in or left out. The others come and go with the width of the window. */
  readonly columns: Readonly<Partial<Record<ColumnName, boolean>>>;
  /** One line for each case, so that more of them fit. */
  readonly isCompact: boolean;
}

export const untouched: TableLayoutChoice = { columns: {}, isCompact: false };

/** Without it nobody knows which case a row is. */
const always: ColumnName = 'reference';

export const columnNames = Object.keys(columns) as readonly ColumnName[];
export const choosable = columnNames.filter((name) => name !== always);

/** The columns that are shown where the window is wide enough for `fitting`. */
export const shownColumns = (
  { columns: chosen }: TableLayoutChoice,
  fitting: readonly ColumnName[],
): readonly ColumnName[] =>
  columnNames.filter((name) => name === always || (chosen[name] ?? fitting.includes(name)));

/** Shows exactly these columns. What the width of the window decides alike is left to it. */
export const withColumns = (
  layout: TableLayoutChoice,
  shown: ReadonlySet<string>,
  fitting: readonly ColumnName[],
): TableLayoutChoice => ({
  ...layout,
  columns: Object.fromEntries(
    choosable
      .filter((name) => name in layout.columns || shown.has(name) !== fitting.includes(name))
      .map((name) => [name, shown.has(name)]),
  ),
});

/** What was kept; what cannot be read, or is of another release, is left out. */
export function readLayout(kept: string | null): TableLayoutChoice {
  if (kept === null) return untouched;
  try {
    const { columns: chosen, isCompact } = JSON.parse(kept) as Record<string, unknown>;
    const given = Object.entries(typeof chosen === 'object' ? (chosen ?? {}) : {});
    const known = given.filter(
      ([name, value]) => typeof value === 'boolean' && choosable.some((column) => column === name),
    );
    return { columns: Object.fromEntries(known), isCompact: isCompact === true };
  } catch {
    return untouched;
  }
}
