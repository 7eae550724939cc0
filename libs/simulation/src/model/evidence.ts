import type { Moment, Population, RecordedEvent } from '@safeconduct/engine';
import type { Instant, Workflow } from '@safeconduct/workflow';
import type { Attempt, EndAttempt, ProposedAttempt, ReadBack } from '../journal.js';

/** The results of a run: the log, what the clients know, what the views show. */
export interface Evidence {
  readonly workflow: Workflow;
  readonly log: readonly RecordedEvent[];
  readonly attempts: readonly Attempt[];
  readonly readBacks: readonly ReadBack[];
  /** The commands that were answered with a proposal, and the proposals that somebody rejected or withdrew. */
  readonly made: readonly ProposedAttempt[];
  readonly ends: readonly EndAttempt[];
  /** The views after each crash, and at the end. */
  readonly views: readonly ViewsSeen[];
  /** Each case as a process that was running at the end shows it. */
  readonly states: readonly ReportedState[];
  /** Cases and figures at some moments of both clocks. */
  readonly past: readonly PastSeen[];
  /** Errors that nothing in the plan explains. */
  readonly errors: readonly string[];
  /** The largest error of the clocks. */
  readonly clockErrorMs: number;
  /** Every deadline due before this instant must have been handled. */
  readonly dueBefore: Instant;
}

export type ViewRow = Readonly<Record<string, string | number | null>>;

/** The live views while no process writes. */
export interface ViewsSeen {
  /** The position that every view had enough time to reach. */
  readonly reached: bigint;
  readonly views: readonly {
    readonly view: string;
    readonly checkpoint: bigint;
    readonly tables: Readonly<Record<string, readonly ViewRow[]>>;
  }[];
}

export interface ReportedState {
  readonly caseId: string;
  /** The last revision when the process was asked. */
  readonly atLeast: bigint;
  readonly revision: bigint;
  readonly state: string;
  readonly facts: unknown;
}

/** Cases and figures at a past moment. */
export interface PastSeen {
  readonly moment: Moment;
  readonly cases: readonly {
    readonly caseId: string;
    /** `undefined` where the case was not open then. */
    readonly state: string | undefined;
    readonly facts: unknown;
  }[];
  readonly figures: Pick<Population, 'total' | 'leaves' | 'places' | 'outcomes' | 'events'>;
}

/** A violation that was found. */
export interface Violation {
  /** The broken rule, a stable name: `acknowledged command lost`, `I-3`. */
  readonly rule: string;
  /** Where and how. */
  readonly says: string;
}

/** Reports a violation. */
export type ReportViolation = (rule: string, says: string) => void;
