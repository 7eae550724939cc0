/** The columns of a worklist, in their order. Each is shown in windows that are at least that wide. */
export const columns = {
  reference: { width: 178, minWidth: 150, fromPx: 0 },
  subject: { width: '2fr', minWidth: 120, fromPx: 520 },
  state: { width: '2.2fr', minWidth: 120, fromPx: 0 },
  since: { width: '1.1fr', minWidth: 100, fromPx: 1000 },
  due: { width: '2.3fr', minWidth: 150, fromPx: 680 },
  waitingOn: { width: '1.4fr', minWidth: 110, fromPx: 1500 },
  facility: { width: '1fr', minWidth: 90, fromPx: 900 },
  assignee: { width: '1.3fr', minWidth: 100, fromPx: 1300 },
  updated: { width: '1.1fr', minWidth: 100, fromPx: 1700 },
} as const;
export type ColumnName = keyof typeof columns;
