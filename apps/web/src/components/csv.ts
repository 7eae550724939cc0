import { saveFile } from './save-file.js';

export type Cell = string | number;

/** Begins a formula where a sheet would run it. */
const formula = /^[=+\-@\t\r]/;

/** Rows as a file that sheets read (RFC 4180), in UTF-8 with its mark. A text that a sheet would take for a formula is kept a text. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hands rows to the browser as a file. */
export const save = (name: string, rows: readonly (readonly Cell[])[]): void =>
  saveFile(name, csvOf(rows), 'text/csv;charset=utf-8');
