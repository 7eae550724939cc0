import type { Clock } from '@safeconduct/engine';
import { systemClock } from '@safeconduct/stores';
import { epochMsOf, plus, type Instant } from '@safeconduct/workflow';
import { entryOf } from './entry-times.js';

/**
 * The clock of a demonstration. It stands where it was set while the caseload is imported; then it runs on from there
 * as the clock of the machine does. It never shows a time before that of an event that was recorded.
 */
export class DemonstrationClock implements Clock {
  #from: Instant;
  /** The time of the machine at which it began to run from there; undefined while it stands. */
  #sinceMs: number | undefined;

  /** @param latest  of the last event that is recorded */
  constructor(
    private latest: Instant,
    private readonly machine: Clock = systemClock,
  ) {
    this.#from = latest;
  }

  now(): Instant {
    return later(this.latest, this.#shown());
  }

  standAt(moment: Instant): void {
    this.#from = moment;
    this.#sinceMs = undefined;
  }

  runFrom(moment: Instant): void {
    this.#from = moment;
    this.#sinceMs = epochMsOf(this.machine.now());
  }

  /** When an event is recorded: now, and during the import some time after it happened. */
  recordedAt(occurredAt: Instant | undefined): Instant {
    const isImporting = this.#sinceMs === undefined && occurredAt !== undefined;
    this.seen(isImporting ? earlier(this.#shown(), entryOf(occurredAt)) : this.now());
    return this.latest;
  }

  /** Takes notice of an event that was recorded, perhaps by another process whose clock is ahead. */
  seen(recordedAt: Instant): void {
    if (recordedAt <= this.latest) return;
    if (this.#sinceMs !== undefined && recordedAt > this.#shown()) this.runFrom(recordedAt);
    this.latest = recordedAt;
  }

  #shown(): Instant {
    if (this.#sinceMs === undefined) return this.#from;
    return plus(this.#from, epochMsOf(this.machine.now()) - this.#sinceMs);
  }
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
