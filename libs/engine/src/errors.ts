import type { Instant } from '@safeconduct/workflow';
import type { EventStoreCapabilities, ExpectedRevision } from './ports/event-store.js';
import type { Position } from './ports/position.js';

export type EngineErrorCode =
  | 'REVISION_CONFLICT'
  | 'CHECKPOINT_CONFLICT'
  | 'LEASE_LOST'
  | 'LEASE_TAKEN'
  | 'STORE_UNAVAILABLE'
  | 'STORE_LOCKED'
  | 'STORE_CORRUPT'
  | 'STORE_REPLACED'
  | 'STORE_TOO_NEW'
  | 'STORE_READ_ONLY'
  | 'STORE_MISCONFIGURED'
  | 'STORE_LACKS'
  | 'APPEND_TOO_LARGE'
  | 'CLOCK_IMPLAUSIBLE'
  | 'HISTORY_DIVERGED'
  | 'SEAL_BROKEN'
  | 'SUBJECT_ERASED'
  | 'LOGS_DIFFER'
  | 'VIEW_BEHIND'
  | 'VIEW_AHEAD'
  | 'VIEW_FOREIGN'
  | 'UNKNOWN_NAME'
  | 'AMBIGUOUS_REFERENCE'
  | 'READ_NOT_PERMITTED'
  | 'CURSOR_LOST'
  | 'READ_LOG_UNAVAILABLE';

/** An operating error: it has a code and never a personal datum in its message. */
export abstract class EngineError extends Error {
  abstract readonly code: EngineErrorCode;

  override get name(): string {
    return this.constructor.name;
  }
}

export class RevisionConflictError extends EngineError {
  readonly code = 'REVISION_CONFLICT';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** -1 when the stream does not exist. */
    readonly actual: bigint,
  ) {
    super(`stream ${stream}: expected revision ${expected}, found ${actual < 0n ? 'no stream' : actual}`);
  }
}

/** Two projection runners write the same view. */
export class CheckpointConflictError extends EngineError {
  readonly code = 'CHECKPOINT_CONFLICT';
  constructor(
    readonly view: string,
    readonly expected: Position,
    readonly actual: Position,
  ) {
    super(`view ${view}: expected checkpoint ${expected}, found ${actual}; another process fills this view`);
  }
}

/** The lease of a write is over: it was given back, or lapsed and was taken over. Nothing was written. */
export class LeaseLostError extends EngineError {
  readonly code = 'LEASE_LOST';
  constructor(
    readonly lease: string,
    readonly holder: string,
    readonly epoch: number,
  ) {
    super(`lease ${lease}: epoch ${epoch} of ${holder} is over; another process may do this work now`);
  }
}

/** Another process has the lease of this work, and does it. */
export class LeaseTakenError extends EngineError {
  readonly code = 'LEASE_TAKEN';
  constructor(readonly lease: string) {
    super(`lease ${lease}: another process has it; stop that process first, or leave the work to it`);
  }
}

/**
 * The store cannot answer at the moment. Whether a write took place is unknown: repeat it with the same event
 * ids.
 */
export class StoreUnavailableError extends EngineError {
  readonly code = 'STORE_UNAVAILABLE';
  constructor(
    readonly store: string,
    what: string,
    cause?: unknown,
  ) {
    super(`${store}: ${what}`, { cause });
  }
}

/** There are no views that can be read. Nothing is lost: they are filled from the log. Commands need none. */
export class ViewsUnavailableError extends StoreUnavailableError {
  readonly ofViews = true;
}

/** The views are damaged. The next process that writes them makes them again. */
export class ViewsDamagedError extends ViewsUnavailableError {
  constructor(store: string, cause?: unknown) {
    super(
      store,
      'it is damaged; it is made again from the log by whoever may write it, by a running server at once',
      cause,
    );
  }
}

/** The clock of this machine cannot be right, and what is recorded keeps its time for ever: nothing is recorded. */
export class ClockImplausibleError extends EngineError {
  readonly code = 'CLOCK_IMPLAUSIBLE';
  constructor(now: Instant, why: string) {
    super(
      `the clock of this machine says ${now}, but ${why}; nothing is recorded at a time that may be wrong. Set the clock ` +
        `right. If it is right, start with SAFECONDUCT_TODAY and the date of today`,
    );
  }
}

/** Personal fields of a recorded event cannot be opened. The rest of the event can be read. */
export class SealBrokenError extends EngineError {
  readonly code = 'SEAL_BROKEN';
  constructor(
    readonly eventId: string,
    what: string,
    cause?: unknown,
  ) {
    super(`event ${eventId}: ${what}`, { cause });
  }
}

/** The keys of a person were destroyed, so nothing personal can be recorded of them any more. */
export class SubjectErasedError extends EngineError {
  readonly code = 'SUBJECT_ERASED';
  constructor(
    readonly caseId: string,
    readonly erasedAt: Instant,
  ) {
    super(
      `case ${caseId}: its person was erased at ${erasedAt}; nothing personal is recorded there any more`,
    );
  }
}

/** Where a process of this machine takes commands. */
export interface ServingAddress {
  readonly url: string;
  /** Of an address with TLS: the certificate that it shows, as PEM. */
  readonly certificate?: string | undefined;
}

/** Another process writes to this data folder. */
export class StoreLockedError extends EngineError {
  readonly code = 'STORE_LOCKED';
  constructor(
    readonly folder: string,
    /** A description of the other process, for people. */
    readonly holder: string,
    /** Where it takes commands, if it does. */
    readonly serves?: ServingAddress,
  ) {
    super(`${folder} is in use by ${holder}; stop it first, or send the command through it`);
  }
}

/** The log is damaged. It is never repaired by guessing. */
export class StoreCorruptError extends EngineError {
  readonly code = 'STORE_CORRUPT';
  constructor(
    readonly file: string,
    what: string,
    cause?: unknown,
  ) {
    super(`${file} is damaged: ${what}; nothing was changed, restore it from a backup`, { cause });
  }
}

/**
 * The log is not the one that stood here: something that was made from it knows events that it does not have.
 * Nothing was changed.
 */
export class StoreReplacedError extends EngineError {
  readonly code = 'STORE_REPLACED';
  constructor(
    readonly file: string,
    /** What it does not have, with both positions. */
    what: string,
    remedyOfStore: string,
  ) {
    super(
      `${file} was replaced by another copy, or has lost its end: ${what}; nothing was changed, ${remedyOfStore}`,
    );
  }
}

/** The data folder was written by a later release. */
export class StoreTooNewError extends EngineError {
  readonly code = 'STORE_TOO_NEW';
  constructor(
    readonly file: string,
    readonly found: number,
    readonly known: number,
  ) {
    super(
      `${file} has format ${found}, this release knows up to ${known}; use the release that wrote it ` +
        'or a later one',
    );
  }
}

export class StoreReadOnlyError extends EngineError {
  readonly code = 'STORE_READ_ONLY';
  constructor(
    readonly folder: string,
    cause?: unknown,
  ) {
    super(`${folder} cannot be written; check its owner and permissions, or choose another folder`, {
      cause,
    });
  }
}

/**
 * The store is there, and cannot be used as it is configured: a password, a database, a right or a table is
 * not what is needed. Nothing was written. It stays so until somebody changes it.
 */
export class StoreMisconfiguredError extends EngineError {
  readonly code = 'STORE_MISCONFIGURED';
  constructor(
    readonly store: string,
    /** What is wrong, and what to do about it. Without a password. */
    what: string,
    cause?: unknown,
  ) {
    super(`${store}: ${what}`, { cause });
  }
}

/**
 * The store cannot do what was asked of it, now or ever; see `EventStoreCapabilities`. Nothing was written.
 */
export class CapabilityMissingError extends EngineError {
  readonly code = 'STORE_LACKS';
  constructor(
    readonly store: string,
    readonly capability: keyof EventStoreCapabilities,
  ) {
    super(`${store} cannot do this: it lacks the capability ${capability}; use a store that has it`);
  }
}

/** The store does not take an append of this size. Nothing was written; sending it again does not help. */
export class AppendTooLargeError extends EngineError {
  readonly code = 'APPEND_TOO_LARGE';
  constructor(
    readonly store: string,
    /** Bytes of data in the append. */
    readonly bytes: number,
    cause?: unknown,
  ) {
    super(
      `${store}: an append of ${bytes} bytes of data is larger than the store takes, nothing was written; ` +
        'record less at once, or raise the limit of the store',
      { cause },
    );
  }
}

/**
 * A recorded event does not follow from the events before it, or its recorded state is not the one it leads
 * to.
 */
export class HistoryDivergedError extends EngineError {
  readonly code = 'HISTORY_DIVERGED';
  constructor(
    readonly stream: string,
    readonly revision: bigint,
    /** What does not follow, without the stream. */
    readonly what: string,
  ) {
    super(`stream ${stream}, revision ${revision}: ${what}`);
  }
}

/** A log cannot be poured into this one, because it does not hold the beginning of that log. */
export class LogsDifferError extends EngineError {
  readonly code = 'LOGS_DIFFER';
  constructor(
    readonly what: string,
    cause?: unknown,
  ) {
    super(`${what}; nothing more was written, pour into a new place`, { cause });
  }
}

/** The views have not reached a position in the time that the reader waits. */
export class ViewBehindError extends EngineError {
  readonly code = 'VIEW_BEHIND';
  constructor(
    readonly wanted: Position,
    readonly reached: Position,
  ) {
    super(`views have reached position ${reached}, not yet ${wanted}; ask again in a moment`);
  }
}

/**
 * A view knows events that the log does not have: the log was replaced by an older copy, or has lost its end. The view
 * may be the last witness of what is lost, so its removal is named last.
 */
export class ViewAheadError extends EngineError {
  readonly code = 'VIEW_AHEAD';
  constructor(
    readonly view: string,
    { checkpoint, head }: { readonly checkpoint: Position; readonly head: Position },
    howToRemove: string,
  ) {
    super(
      `view ${view} is at position ${checkpoint}, the log ends at ${head}: the log was replaced by an older copy, or ` +
        `has lost its end, and events that were recorded may be lost; put the log back that was there, or restore the ` +
        `newest backup into a new place; only where neither has more, ${howToRemove}, and the views are made from ` +
        'what is left',
    );
  }
}

/** A view was made from another log than the one it stands beside. */
export class ViewForeignError extends EngineError {
  readonly code = 'VIEW_FOREIGN';
  constructor(
    readonly view: string,
    /**
     * When the event at the checkpoint was recorded, in the log that the view was made from, and in this one.
     */
    {
      checkpoint,
      inView,
      inLog,
    }: { readonly checkpoint: Position; readonly inView: string | null; readonly inLog: string | undefined },
    howToRemove: string,
  ) {
    super(
      `view ${view} is of another log: it has an event at position ${checkpoint} of ${inView}, this ` +
        `log ${inLog === undefined ? 'none' : `one of ${inLog}`}, so the log may be an older copy that has grown since; ` +
        `put the log back that was there, or ${howToRemove} to have the views made from this one`,
    );
  }
}

/** A reader has no role that may read this for the purpose of the read, whatever the answer would be. */
export class ReadNotPermittedError extends EngineError {
  readonly code = 'READ_NOT_PERMITTED';
  constructor(
    /** What was to be done. */
    readonly operation: string,
    readonly purpose: string | undefined,
  ) {
    const why = purpose === undefined ? 'this' : `this for the purpose ${purpose}`;
    super(`${operation}: no role of the reader may read ${why}`);
  }
}

/** A page was asked for behind a case that the reader does not see, or not any more. */
export class CursorLostError extends EngineError {
  readonly code = 'CURSOR_LOST';
  constructor() {
    super(
      'the case that the page begins behind is not in the list any more; begin again with the first page',
    );
  }
}

/** The read could not be entered in the log of reads, so nothing of it is shown. */
export class ReadLogUnavailableError extends EngineError {
  readonly code = 'READ_LOG_UNAVAILABLE';
  constructor(reads: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`the read cannot be entered in ${reads}, so it is refused: ${why}; commands are taken as before`, {
      cause,
    });
  }
}
