import type { Instant } from '@safeconduct/workflow';
import { EngineError, RevisionConflictError } from '../errors.js';
import { isErasing } from '../events/metadata.js';
import { readStream } from '../events/read-stream.js';
import { caseStream, erasuresStream } from '../events/streams.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import { isDestroyed, type DestroyedSubjectKey, type SubjectKeys } from '../ports/subject-keys.js';
import { erasedKeys } from './erased-keys.js';
import { begunEvent, destroyedEvent, erasureRecord, type DestroyedKeys } from './erasure-events.js';

export interface ErasurePorts {
  readonly events: EventStore;
  readonly keys: SubjectKeys;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** An erasure whose keys are destroyed, and where that is recorded. */
export interface FinishedErasure extends DestroyedKeys {
  readonly recorded: RecordedEvent;
}

/** An erasure that was decided and is not finished. */
export interface WaitingErasure {
  readonly caseId: string;
  readonly begunAt: Instant;
}

/** How long a command may be between its `begin` and its fact; after that only a new start looks for the fact. */
const underWayMs = 60 * 60 * 1000;

/** How many subjects are looked up at once. */
const lookupMax = 500;

/**
 * Erases persons by destroying their keys. The order is: that it begins, in a stream of its own; the fact, in the case;
 * the keys; that they are destroyed, in the stream. So a crash before the fact leaves nothing done, and one behind it
 * leaves work that `finish` of any process finds in that stream and does. Everything can be done twice.
 *
 * Each process learns with `refresh` which keys are destroyed. From then on its `keys` open nothing of that person, even
 * if the key store still had the keys.
 */
export class Erasures {
  /** The keys for whoever seals and opens. */
  readonly keys: SubjectKeys;
  readonly #finished = new Map<string, FinishedErasure>();
  readonly #erased = new Map<string, DestroyedSubjectKey>();
  /** The cases in which an erasure was begun and not finished, with when that was recorded. */
  readonly #begun = new Map<string, Instant>();
  /** Erased persons whose keys in the key store were not looked at yet. */
  readonly #unchecked = new Set<string>();
  readonly #listeners: ((caseId: string) => void)[] = [];
  #next: Revision = 0n;

  constructor(private readonly ports: ErasurePorts) {
    this.keys = erasedKeys(ports.keys, this.#erased);
  }

  /** Calls back with each case whose person was erased, so that caches forget it. */
  onErased(forget: (caseId: string) => void): void {
    this.#listeners.push(forget);
  }

  /** The erasure of a case, as far as this process knows; `undefined` while its keys are not destroyed. */
  of(caseId: string): FinishedErasure | undefined {
    return this.#finished.get(caseId);
  }

  /** All that this process knows, in the order in which they were finished. */
  get finished(): readonly FinishedErasure[] {
    return [...this.#finished.values()];
  }

  /** The cases in which an erasure was begun and not finished, as far as this process knows. */
  get unfinished(): readonly string[] {
    return [...this.#begun.keys()];
  }

  /**
   * The cases whose erasure is recorded and whose keys still stand, of those in which it was begun before a moment, with
   * when that was: `finish` could not destroy them yet.
   * @throws StoreUnavailableError
   */
  async waiting(before: Instant): Promise<readonly WaitingErasure[]> {
    const waiting: WaitingErasure[] = [];
    for (const [caseId, begunAt] of this.#begun)
      if (begunAt < before && (await this.#isDecided(caseId))) waiting.push({ caseId, begunAt });
    return waiting;
  }

  /** Takes in what was recorded since, also by other processes. @throws StoreUnavailableError */
  async refresh(): Promise<void> {
    for (const event of await readStream(this.ports.events, erasuresStream, this.#next)) {
      // Two refreshes may have read the same events.
      if (event.revision < this.#next) continue;
      this.#next = event.revision + 1n;
      this.#take(event);
    }
  }

  /**
   * Records that the person of a case is about to be erased. To be called before the fact is recorded in the case.
   * @throws StoreUnavailableError  outcome unknown; begin again
   */
  async begin(caseId: string): Promise<void> {
    if (this.#begun.has(caseId)) return;
    const event = begunEvent(this.ports.ids.next(), caseId);
    await this.ports.events.append([{ stream: erasuresStream, expected: 'any', events: [event] }]);
    this.#begun.set(caseId, this.ports.clock.now());
  }

  /**
   * Destroys the keys of a person whose erasure is recorded in the case, and says so in the log.
   * @throws StoreUnavailableError  outcome unknown; `finish` does the rest
   */
  async destroyKeys(caseId: string): Promise<void> {
    const { id, destroyedAt } = await this.ports.keys.destroy(caseId, this.ports.clock.now());
    await this.#record({ caseId, keyId: id, destroyedAt });
  }

  /** The same; what fails is left to `finish`, because the fact is durable and its command is answered. */
  async destroyKeysSoon(caseId: string): Promise<void> {
    try {
      await this.destroyKeys(caseId);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }

  /**
   * Finishes what a crash left: keys of persons whose erasure is recorded, and keys that a restored key store has again.
   * @returns of how many persons keys were destroyed
   * @throws StoreUnavailableError, StoreReadOnlyError
   */
  async finish(): Promise<number> {
    await this.refresh();
    let done = await this.#destroyRestored();
    const since = this.ports.clock.now();
    for (const [caseId, begunAt] of this.#begun) {
      if (await this.#isDecided(caseId)) {
        await this.destroyKeys(caseId);
        done += 1;
      } else if (Date.parse(since) - Date.parse(begunAt) > underWayMs) this.#begun.delete(caseId);
    }
    return done;
  }

  /**
   * Those erased persons whose keys the key store has all the same, because it was put back from a backup of before.
   * `finish` destroys them again.
   * @throws StoreUnavailableError
   */
  async restoredKeys(): Promise<readonly string[]> {
    const found: string[] = [];
    const all = [...this.#finished.keys()];
    for (let from = 0; from < all.length; from += lookupMax)
      found.push(...(await this.#liveAmong(all.slice(from, from + lookupMax))));
    return found;
  }

  async #destroyRestored(): Promise<number> {
    const unchecked = [...this.#unchecked];
    let done = 0;
    for (let from = 0; from < unchecked.length; from += lookupMax) {
      const some = unchecked.slice(from, from + lookupMax);
      for (const caseId of await this.#liveAmong(some)) {
        await this.ports.keys.destroy(
          caseId,
          this.#finished.get(caseId)?.destroyedAt ?? this.ports.clock.now(),
        );
        done += 1;
      }
      for (const caseId of some) this.#unchecked.delete(caseId);
    }
    return done;
  }

  async #liveAmong(subjects: readonly string[]): Promise<readonly string[]> {
    const found = await this.ports.keys.find(subjects);
    return subjects.filter((subject) => {
      const key = found.get(subject);
      return key !== undefined && !isDestroyed(key);
    });
  }

  async #isDecided(caseId: string): Promise<boolean> {
    const events = await readStream(this.ports.events, caseStream(caseId));
    return events.some(({ metadata }) => isErasing(metadata));
  }

  async #record(keys: DestroyedKeys): Promise<void> {
    for (;;) {
      await this.refresh();
      if (this.#finished.has(keys.caseId)) return;
      const event = destroyedEvent(this.ports.ids.next(), keys);
      // Another process may finish the same erasure: then its record counts.
      const expected = this.#next === 0n ? 'noStream' : this.#next - 1n;
      try {
        await this.ports.events.append([{ stream: erasuresStream, expected, events: [event] }]);
      } catch (error) {
        if (!(error instanceof RevisionConflictError)) throw error;
      }
    }
  }

  #take(event: RecordedEvent): void {
    const record = erasureRecord(event);
    if (record === undefined) return;
    if (record.kind === 'begun') {
      if (!this.#finished.has(record.caseId)) this.#begun.set(record.caseId, event.recordedAt);
      return;
    }
    const { caseId, keyId, destroyedAt } = record.keys;
    this.#begun.delete(caseId);
    if (this.#finished.has(caseId)) return;
    this.#finished.set(caseId, { ...record.keys, recorded: event });
    this.#erased.set(caseId, { id: keyId, destroyedAt });
    this.#unchecked.add(caseId);
    this.ports.keys.forget(caseId);
    for (const forget of this.#listeners) forget(caseId);
  }
}
