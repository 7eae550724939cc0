import type { SentCommand, Senders } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import type { CommandRow } from '../rows/import-row.js';

/**
 * The command of a row, as the engine takes it, without the persons. A row without a command id gets one that
 * follows from its parsed content, so the same row is recorded once, however it is written.
 */
export function rowCommand(row: CommandRow, workflow: Workflow): Omit<SentCommand, keyof Senders> {
  const { command, naturalKey, onBehalfOf, occurredAt, commandId, data } = row;
  return {
    target: { workflow: workflow.name, naturalKey },
    command,
    input: data,
    onBehalfOf,
    occurredAt,
    commandId,
    sameByContent: true,
  };
}
