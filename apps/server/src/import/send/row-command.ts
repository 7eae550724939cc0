import { uuidOf, type KeyRing, type SentCommand, type Senders } from '@safeconduct/engine';
import { compareText, type Workflow } from '@safeconduct/workflow';
import type { CommandRow, RowCommand } from '../rows/import-row.js';

/**
 * The command of a row, as the engine takes it, without the persons. A row without a command id gets one that
 * follows from its content.
 */
export function rowCommand(
  row: CommandRow,
  workflow: Workflow,
  keys: KeyRing,
): Omit<SentCommand, keyof Senders> {
  const { command, naturalKey, onBehalfOf, occurredAt, data } = row;
  return {
    target: { workflow: workflow.name, naturalKey },
    command,
    input: data,
    onBehalfOf,
    occurredAt,
    commandId: row.commandId ?? derivedCommandId(row, workflow, keys),
  };
}

/** A keyed hash. The content is a few personal words, which could be found from a plain hash by trying. */
const derivedCommandId = (row: RowCommand, workflow: Workflow, keys: KeyRing): string =>
  uuidOf(keys.keyedHash('import-row', rowContent(workflow.name, row), 'hex'));

/**
 * The text from which the command id of a row is derived. It is the same for the same command given again,
 * however the file is laid out (order of columns or keys, separator, quotes, digits, CSV or JSON Lines). A
 * `commandId` of the row is not part of it. The text must never change: with another one an import that is
 * repeated would record its rows twice.
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
