import type { Workflow } from '@safeconduct/workflow';

/** The part of a workflow that reading its bulk files needs. */
export type Commands = Pick<Workflow, 'name' | 'commands' | 'opening'>;

/** The columns beside the natural key and the data: who said it, and when. */
export const envelopeColumns = ['by', 'confirmedBy', 'onBehalfOf', 'occurredAt', 'commandId'] as const;
export type EnvelopeColumn = (typeof envelopeColumns)[number];

/** The columns that a file of rejected rows has more. A file that has them may be imported like any other. */
export const rejectedColumns = ['rejectedLine', 'rejectedCode', 'rejectedReason'] as const;

/** What a row asks for. The data is not checked yet: that is the command's own schema's business. */
export interface RowCommand {
  readonly command: string;
  /** Finds the case, or opens it. */
  readonly naturalKey: string;
  readonly by: string;
  readonly confirmedBy?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly occurredAt?: string | undefined;
  readonly commandId?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Why a row asks for nothing. The reason says what to do and repeats nothing of what stands in the cells. */
export interface RowProblem {
  readonly code: 'COMMAND_INVALID' | 'UNKNOWN_COMMAND';
  readonly reason: string;
}

interface RowPlace {
  readonly file: string;
  /** The physical line where the row begins, from 1. */
  readonly line: number;
  /** As they stand in the file, for the file of rejected rows. */
  readonly cells: readonly string[];
}

/** A row that may be sent. */
export interface CommandRow extends RowPlace, RowCommand {
  readonly problem?: never;
}

/** A row that cannot be read. It never stops the others. */
export interface UnreadableRow extends RowPlace {
  readonly problem: RowProblem;
}

export type ImportRow = CommandRow | UnreadableRow;

export const invalidRow = (reason: string): RowProblem => ({ code: 'COMMAND_INVALID', reason });

export const unknownCommand = ({ name }: Commands): RowProblem => ({
  code: 'UNKNOWN_COMMAND',
  reason: `${name} has no such command; 'safeconduct workflow ${name}' lists those it has`,
});
