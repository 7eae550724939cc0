import { styleText } from 'node:util';
import { cut, cutStart, displayWidth } from './display-width.js';
import { isolated, shownText } from './shown-text.js';

/**
 * A column of a table. Numbers are aligned right; of a path the end is kept where it does not fit. What identifies a row,
 * such as a reference or a time, is cut last, because its beginning is that of the other rows as well.
 */
export interface Column {
  readonly title: string;
  readonly align?: 'right';
  readonly keep?: 'end';
  readonly identifies?: true;
}

export interface TableOptions {
  /** Columns of the terminal; `undefined` cuts nothing. */
  readonly width?: number | undefined;
  /** How the line of titles is styled. */
  readonly heading?: (line: string) => string;
}

/** The part of a stream that decides how a table looks. */
export type OutputStream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;

const gap = '  ';
const narrowest = 4;

/**
 * A table to be read: a line of titles, then a line for each row, without a line end. By default it fits the
 * terminal that stdout is, with the titles in bold unless NO_COLOR forbids it; into a file or a pipe it goes
 * plain and uncut.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, heading = plain }: TableOptions = optionsFor(process.stdout),
): string {
  const titles = columns.map(({ title }) => title);
  const shown = rows.map((row) => columns.map((_, index) => shownText(row[index] ?? '')));
  const widths = fit(columns, naturalWidths([titles, ...shown]), width);
  const lineOf = (cells: readonly string[]) =>
    columns
      .map((column, index) => placed(cells[index] ?? '', widths[index] ?? 0, column))
      .join(gap)
      .trimEnd();
  return [heading(lineOf(titles)), ...shown.map(lineOf)].join('\n');
}

/**
 * The options for a stream: its width and bold titles when it is a terminal, no bold with NO_COLOR
 * (no-color.org).
 */
export function optionsFor(stream: OutputStream, env: NodeJS.ProcessEnv = process.env): TableOptions {
  if (!stream.isTTY) return {};
  const heading = env['NO_COLOR'] ? plain : bold;
  return { width: stream.columns, heading };
}

const bold = (line: string): string => styleText('bold', line, { validateStream: false });
const plain = (line: string): string => line;

function naturalWidths(lines: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const line of lines) {
    for (const [index, cell] of line.entries())
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
  }
  return widths;
}

/**
 * Cuts the widest texts to one common width: first those of the columns that identify nothing, then the others. A number
 * is never cut, because the shorter number would be wrong.
 */
function fit(
  columns: readonly Column[],
  natural: readonly number[],
  width: number | undefined,
): readonly number[] {
  if (width === undefined) return natural;
  const available = width - gap.length * (columns.length - 1);
  const isNumber = ({ align }: Column) => align !== undefined;
  const texts = cutTo(
    available,
    natural,
    columns.map((one) => !isNumber(one) && one.identifies !== true),
  );
  return cutTo(
    available,
    texts,
    columns.map((one) => !isNumber(one)),
  );
}

/** Cuts the widest of some columns to one common width, until all columns have room or those are at the narrowest. */
function cutTo(available: number, widths: readonly number[], mayCut: readonly boolean[]): readonly number[] {
  let most = Math.max(narrowest, ...widths);
  const capped = () => widths.map((own, index) => (mayCut[index] === true ? Math.min(own, most) : own));
  while (most > narrowest && sum(capped()) > available) most -= 1;
  return capped();
}

function placed(cell: string, width: number, { align, keep }: Column): string {
  const fitting = keep === undefined ? cut : cutStart;
  const text = align === undefined ? fitting(cell, width) : cell;
  const padding = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === undefined ? isolated(text) + padding : padding + isolated(text);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
