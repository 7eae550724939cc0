import { compareText } from '@safeconduct/workflow';
import type { RowCommand } from './import-row.js';

/**
 * The text from which the id of a row's command is derived: the same for the same command said again, however its file
 * is laid out (order of columns or keys, separator, quotes, digits, CSV or JSON Lines). A `commandId` of the row is not
 * part of it.
 */
export function rowContent(workflow: string, row: RowCommand): string {
  const { command, naturalKey, by, confirmedBy, onBehalfOf, occurredAt, data } = row;
  return JSON.stringify(
    sorted([workflow, command, naturalKey, { by, confirmedBy, onBehalfOf, occurredAt, data }]),
  );
}

/** The same value with the keys of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const inner = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(inner)
      .sort(compareText)
      .map((key) => [key, sorted(inner[key])]),
  );
}
