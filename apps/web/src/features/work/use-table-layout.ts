import { useMemo, useSyncExternalStore } from 'react';
import { columns, type ColumnName } from './columns.js';
import { columnNames, readLayout, shownColumns, type TableLayoutChoice } from './table-layout.js';

const key = 'safeconduct.worklist';
const listeners = new Set<() => void>();

function watch(changed: () => void): () => void {
  listeners.add(changed);
  // Another page of the same browser.
  addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    removeEventListener('storage', changed);
  };
}

/** Keeps it on this device, and shows every table by it. */
export function chooseLayout(layout: TableLayoutChoice): void {
  localStorage.setItem(key, JSON.stringify(layout));
  for (const changed of listeners) changed();
}

export interface ShownLayout {
  readonly layout: TableLayoutChoice;
  /** The columns for which the window is wide enough. */
  readonly fitting: readonly ColumnName[];
  readonly shown: readonly ColumnName[];
}

/** How the table is shown now. */
export function useTableLayout(): ShownLayout {
  const fitting = useFitting();
  const kept = useSyncExternalStore(watch, () => localStorage.getItem(key));
  return useMemo(() => {
    const layout = readLayout(kept);
    return { layout, fitting, shown: shownColumns(layout, fitting) };
  }, [kept, fitting]);
}

const queries = new Map(
  [...new Set(columnNames.map((name) => columns[name].fromPx))].map((px) => [
    px,
    matchMedia(`(min-width: ${px}px)`),
  ]),
);

function watchWidth(changed: () => void): () => void {
  for (const query of queries.values()) query.addEventListener('change', changed);
  return () => {
    for (const query of queries.values()) query.removeEventListener('change', changed);
  };
}

const fittingNow = (): string =>
  columnNames.filter((name) => queries.get(columns[name].fromPx)?.matches === true).join();

/** The columns for which the window is wide enough. */
function useFitting(): readonly ColumnName[] {
  const fitting = useSyncExternalStore(watchWidth, fittingNow);
  return useMemo(() => fitting.split(',') as readonly ColumnName[], [fitting]);
}
