import type { Workflow } from '../define-workflow.js';
import type { FactEvent } from '../fold.js';
import { indexedCharactersMax, isOfKind, type Column } from './column.js';
import { impersonal } from './impersonal.js';
import type { KeptRow, View } from './view.js';

/** A function of a view failed, or returned what is no row of it: a mistake of the workflow's author. */
export class ViewRowsError extends Error {
  readonly code = 'VIEW_ROWS_INVALID';
  constructor(
    readonly view: Pick<View, 'workflow' | 'name'>,
    what: string,
    cause?: unknown,
  ) {
    super(`workflow ${view.workflow}, view ${view.name}: ${what}`, { cause });
  }
}

/** Whether an event of this type changes rows. */
export const changesRows = ({ source }: View, type: string): boolean =>
  Object.hasOwn(source.rows, type) && source.rows[type] !== undefined;

/**
 * The rows a view has of a case after one more event. Pure.
 * @param rows  those before it
 * @throws ViewRowsError  it names the event and the column, never a value
 */
export function nextRows(
  { events }: Pick<Workflow, 'events'>,
  view: View,
  { rows, event }: { readonly rows: readonly KeptRow[]; readonly event: FactEvent },
): readonly KeptRow[] {
  const { type, occurredAt, actor, confirmation } = event;
  const change = view.source.rows[type];
  const schema = events.get(type)?.schema;
  if (change === undefined || schema === undefined) return rows;
  const told = { occurredAt, actor, ...(confirmation && { confirmation }) };
  let changed: unknown;
  try {
    changed = change(rows.map(toldRow) as never[], impersonal(schema, event.data) as never, told);
  } catch (cause) {
    const { message } = cause as Error;
    throw new ViewRowsError(view, `rows.${type} failed (${message}); correct it`, cause);
  }
  if (!Array.isArray(changed)) throw new ViewRowsError(view, `rows.${type} returns no list; return all rows`);
  const kept = changed.map((row: unknown) => keptRow(view, type, row));
  const keys = new Set(kept.map((row) => keyText(view, row)));
  if (keys.size === kept.length) return kept;
  const by =
    view.key.length === 0 ? 'a case has one' : `${view.key.map(({ name }) => name).join(', ')} differ`;
  throw new ViewRowsError(view, `rows.${type} returns two rows of one key; ${by}`);
}

/** What tells a row from the others of its case, as one text. */
export const keyText = ({ key }: Pick<View, 'key'>, row: KeptRow): string =>
  JSON.stringify(key.map(({ name }) => row[name]));

/** A row as the author's functions get it: what is absent is left out. */
const toldRow = (row: KeptRow): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

function keptRow(view: View, type: string, row: unknown): KeptRow {
  if (typeof row !== 'object' || row === null)
    throw new ViewRowsError(view, `rows.${type} returns what is no row; return objects`);
  const given = row as Readonly<Record<string, unknown>>;
  const unknownName = Object.keys(given).find((name) => !view.columns.some((column) => column.name === name));
  if (unknownName !== undefined)
    throw new ViewRowsError(view, `rows.${type} returns a row with ${unknownName}, which is no column`);
  const kept: Record<string, string | number | boolean | null> = {};
  for (const column of view.columns) {
    const value = given[column.name] ?? null;
    const fault = faultOf(view, column, value);
    if (fault !== undefined) throw new ViewRowsError(view, `rows.${type}, column ${column.name}: ${fault}`);
    kept[column.name] = value as KeptRow[string];
  }
  return kept;
}

function faultOf(view: View, column: Column, value: unknown): string | undefined {
  const { kind, optional } = column;
  if (value === null) return optional ? undefined : `has no value; give it one, or make it '${kind}?'`;
  if (!isOfKind(kind, value)) return `has a value that is no ${kind}`;
  const isIndexed = view.key.includes(column) || view.filters.includes(column);
  if (!isIndexed || typeof value !== 'string') return undefined;
  if (value.length > indexedCharactersMax)
    return `has a text of more than ${indexedCharactersMax} characters`;
  return /[\n\r]/.test(value) ? 'has a text of several lines' : undefined;
}
