import { ClockImplausibleError, epochMsOf, instantOf, type Clock, type Instant } from '@safeconduct/engine';

/** Clocks that the network keeps right differ by less. */
const behindMaxMs = 5 * 60_000;
const aheadMaxDays = 30;
const dayMs = 86_400_000;

/** What is known of the time before a clock is asked. */
export interface KnownTime {
  /** When the last event of the log was recorded. */
  readonly lastRecordedAt?: Instant | undefined;
  /** The date of today as a person says it, such as `2026-11-27`; it decides, whatever the log has. */
  readonly today?: string | undefined;
}

/**
 * Asks a clock whether it can be right. The watch knows the latest time that has been: at first that of the last event
 * of the log, then what the clock said itself. A time long before that, or more than 30 days after it, would stay in
 * the log for ever and let deadlines pass.
 */
export class ClockWatch {
  #knownMs: number | undefined;
  #today: string | undefined;

  constructor(
    private readonly clock: Clock,
    { lastRecordedAt, today }: KnownTime,
  ) {
    this.#today = today;
    if (lastRecordedAt !== undefined && today === undefined) this.#knownMs = epochMsOf(lastRecordedAt);
  }

  /** Why nothing may be recorded now; to be asked before each command. Undefined where the clock can be right. */
  problem(): ClockImplausibleError | undefined {
    const now = this.clock.now();
    const nowMs = epochMsOf(now);
    const why = this.#whyWrong(nowMs);
    if (why !== undefined) return new ClockImplausibleError(now, why);
    this.#today = undefined;
    this.#knownMs = Math.max(this.#knownMs ?? nowMs, nowMs);
    return undefined;
  }

  #whyWrong(nowMs: number): string | undefined {
    if (this.#today !== undefined && !isOnDate(nowMs, this.#today))
      return `SAFECONDUCT_TODAY says ${this.#today}`;
    const knownMs = this.#knownMs ?? nowMs;
    if (nowMs < knownMs - behindMaxMs) return `it has been ${instantOf(knownMs)} already`;
    if (nowMs <= knownMs + aheadMaxDays * dayMs) return undefined;
    return `the last time that is known is ${instantOf(knownMs)}, more than ${aheadMaxDays} days before`;
  }
}

/** Whether it is that date in some zone of the world. */
function isOnDate(ms: number, date: string): boolean {
  const sinceMs = ms - epochMsOf(`${date}T00:00:00Z`);
  return sinceMs >= -dayMs && sinceMs <= 2 * dayMs;
}
