import type { Workflow } from '@safeconduct/workflow';

/** The part of a workflow that is needed to read its bulk files. */
export type WorkflowCommands = Pick<Workflow, 'name' | 'commands' | 'opening'>;

/** The columns beside the natural key and the data: who acts, for whom, and when. */
export const envelopeColumns = ['by', 'confirmedBy', 'onBehalfOf', 'occurredAt', 'commandId'] as const;
export type EnvelopeColumn = (typeof envelopeColumns)[number];

/**
 * The command of a row. Its data is not checked yet; the engine checks it against the schema of the command.
 */
export interface RowCommand {
  readonly command: string;
  /** Names the case. */
  readonly naturalKey: string;
  readonly by: string;
  readonly confirmedBy?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly occurredAt?: string | undefined;
  readonly commandId?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Why a row is no command. The reason says what to do and repeats nothing of what stands in the cells. */
export interface RowProblem {
  readonly code: 'COMMAND_INVALID' | 'UNKNOWN_COMMAND';
  readonly reason: string;
}

interface RowLocation {
  readonly file: string;
  /** The physical line where the row begins, from 1. */
  readonly line: number;
  /** The cells as they stand in the file, for the file of rejected rows. */
  readonly cells: readonly string[];
}

/** A row that can be sent. */
export interface CommandRow extends RowLocation, RowCommand {
  readonly problem?: never;
}

/** A row that cannot be read. It never stops the others. */
export interface UnreadableRow extends RowLocation {
  readonly problem: RowProblem;
}

export type ImportRow = CommandRow | UnreadableRow;

/** A row that was read: its command or its problem. */
export type ReadRow = RowCommand | { readonly problem: RowProblem };

/** Makes a command of the cells of a row. */
export type RowReader = (cells: readonly string[]) => ReadRow;

/** The answer for a row whose content is wrong. */
export const invalidRow = (reason: string): { readonly problem: RowProblem } => ({
  problem: { code: 'COMMAND_INVALID', reason },
});

/** The answer for a row whose command the workflow does not have. */
export const unknownCommand = ({ name }: WorkflowCommands): { readonly problem: RowProblem } => ({
  problem: {
    code: 'UNKNOWN_COMMAND',
    reason: `${name} has no such command; 'safeconduct workflow ${name}' lists those it has`,
  },
});
