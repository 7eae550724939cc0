import type { RecordedEvent } from '@safeconduct/engine';
import type { Instant, Workflow } from '@safeconduct/workflow';
import type { Attempt, ReadBack } from '../journal.js';

/** Everything that is left of a run: what is in the log, what the clients know, what the views show. */
export interface Evidence {
  readonly workflow: Workflow;
  readonly log: readonly RecordedEvent[];
  readonly attempts: readonly Attempt[];
  readonly readBacks: readonly ReadBack[];
  /** The views after each crash, and at the end. */
  readonly views: readonly ViewsSeen[];
  /** What a process that was running at the end said of each case. */
  readonly states: readonly ReportedState[];
  /** Errors that nothing in the plan explains. */
  readonly errors: readonly string[];
  /** How far clocks were set, all in all. */
  readonly clockErrorMs: number;
  /** A deadline that was over by then has been dealt with. */
  readonly dueBefore: Instant;
}

export type ViewRow = Readonly<Record<string, string | number | null>>;

/** The live views at a moment at which nobody writes. */
export interface ViewsSeen {
  /** The position up to which there was time enough for every view. */
  readonly reached: bigint;
  readonly views: readonly {
    readonly view: string;
    readonly checkpoint: bigint;
    readonly tables: Readonly<Record<string, readonly ViewRow[]>>;
  }[];
}

export interface ReportedState {
  readonly caseId: string;
  /** The last revision when it was asked for. */
  readonly atLeast: bigint;
  readonly revision: bigint;
  readonly state: string;
  readonly facts: unknown;
}

/** Something that must not be. */
export interface Violation {
  /** What is broken, a stable name: `acknowledged command lost`, `I-3`. */
  readonly rule: string;
  /** Where and how. */
  readonly says: string;
}

/** Says that something is broken. */
export type ReportViolation = (rule: string, says: string) => void;
