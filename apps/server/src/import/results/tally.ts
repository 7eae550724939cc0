import type { RowOutcome } from '../send/send-rows.js';

/** What a bulk import did. */
export interface ImportSummary {
  readonly files: number;
  readonly commands: number;
  readonly accepted: number;
  /** Rows that an earlier import recorded. Nothing was recorded for them now. */
  readonly alreadyThere: number;
  readonly rejected: number;
  readonly rejectedByCode: Readonly<Record<string, number>>;
}

/** A summary that still grows. */
export interface Tally extends ImportSummary {
  files: number;
  commands: number;
  accepted: number;
  alreadyThere: number;
  rejected: number;
  readonly rejectedByCode: Record<string, number>;
}

/** The summary of an import that did nothing so far. */
export function emptyTally(): Tally {
  return { files: 0, commands: 0, accepted: 0, alreadyThere: 0, rejected: 0, rejectedByCode: {} };
}

/** What an import had done when it broke off, in one line. */
export const soFarLine = ({ commands, accepted, alreadyThere, rejected }: ImportSummary): string =>
  `broke off after ${commands} commands: ${accepted} accepted, ${alreadyThere} already there, ${rejected} rejected; ` +
  'what is accepted stays, the same files again record the rest';

/** Counts the outcome of one row. */
export function count(tally: Tally, outcome: RowOutcome): void {
  tally.commands += 1;
  if (typeof outcome === 'string') {
    tally[outcome] += 1;
    return;
  }
  tally.rejected += 1;
  tally.rejectedByCode[outcome.code] = (tally.rejectedByCode[outcome.code] ?? 0) + 1;
}
