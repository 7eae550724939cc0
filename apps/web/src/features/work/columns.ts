import { useSyncExternalStore } from 'react';

export const columns = {
  reference: { width: 178, minWidth: 150, fromPx: 0 },
  subject: { width: '2fr', minWidth: 120, fromPx: 520 },
  state: { width: '2.2fr', minWidth: 120, fromPx: 0 },
  since: { width: '1.1fr', minWidth: 100, fromPx: 1000 },
  due: { width: '1.8fr', minWidth: 110, fromPx: 680 },
  waitingOn: { width: '1.4fr', minWidth: 110, fromPx: 1500 },
  facility: { width: '1fr', minWidth: 90, fromPx: 900 },
  assignee: { width: '1.3fr', minWidth: 100, fromPx: 1300 },
  updated: { width: '1.1fr', minWidth: 100, fromPx: 1700 },
} as const;
export type ColumnName = keyof typeof columns;

const names = Object.keys(columns) as readonly ColumnName[];
const queries = new Map(
  [...new Set(names.map((name) => columns[name].fromPx))].map((px) => [
    px,
    matchMedia(`(min-width: ${px}px)`),
  ]),
);

function watch(changed: () => void): () => void {
  for (const query of queries.values()) query.addEventListener('change', changed);
  return () => {
    for (const query of queries.values()) query.removeEventListener('change', changed);
  };
}

const fitting = (): string =>
  names.filter((name) => queries.get(columns[name].fromPx)?.matches === true).join();

/** The columns for which the window is wide enough. */
export const useColumns = (): readonly ColumnName[] =>
  useSyncExternalStore(watch, fitting).split(',') as readonly ColumnName[];
