import type { DataClass, Instant } from '@safeconduct/workflow';
import type { KeyObject } from 'node:crypto';
import type { Awaitable } from '../awaitable.js';

/** The keys of one subject: of the person whom a case is about. A subject is named by the id of the case. */
export type SubjectKey = LiveSubjectKey | DestroyedSubjectKey;

export interface LiveSubjectKey {
  /** Tells the keys of one subject from any others. Not secret: it is recorded with everything they seal. */
  readonly id: string;
  /** The key of a data class, 32 bytes for AES-256. No class's key follows from that of another. */
  of(dataClass: DataClass): KeyObject;
}

/** What is left of keys that were destroyed: nothing that they sealed can be opened again. */
export interface DestroyedSubjectKey {
  readonly id: string;
  readonly destroyedAt: Instant;
}

export const isDestroyed = (key: SubjectKey): key is DestroyedSubjectKey => 'destroyedAt' in key;

/**
 * The keys that seal personal data, one set for each subject. They are kept apart from the log, so that destroying
 * them erases a person from every copy of the log.
 *
 * Keys that are in memory or in a file of this machine are answered at once and not by a promise, so that nothing
 * awaits that need not.
 */
export interface SubjectKeys {
  /**
   * The keys of those subjects that have any, by subject; destroyed ones too.
   * @throws StoreUnavailableError, StoreCorruptError
   */
  find(subjects: readonly string[]): Awaitable<ReadonlyMap<string, SubjectKey>>;

  /**
   * The keys of a subject, made if there are none. They are durable when this answers, so that nothing is recorded
   * that was sealed with keys a crash takes away. Of several callers, also in other processes, one makes them and all
   * get the same. Destroyed keys are never made again; they come back as destroyed.
   * @param isNew  the subject is not expected to have any, so that they need not be looked for first; those that are
   *   there are found all the same
   * @throws StoreUnavailableError, StoreCorruptError, StoreReadOnlyError
   */
  make(subject: string, isNew?: boolean): Awaitable<SubjectKey>;

  /**
   * Destroys the keys of a subject for ever, and remembers that. A subject without keys gets none from now on. When
   * it resolves, the keys are gone from the store and from the memory of this object; other processes forget them
   * with `forget`. Destroying twice answers with the first time.
   * @throws StoreUnavailableError, StoreReadOnlyError
   */
  destroy(subject: string, at: Instant): Promise<DestroyedSubjectKey>;

  /** Takes the keys of a subject out of the memory of this object; the next look at them is one at the store. */
  forget(subject: string): void;
}
