import { lifetime, rangeIssue, type Instant, type Refusal } from '@safeconduct/workflow';
import type { CaseState } from '../history/case-state.js';
import type { ReadyCommand } from './pipeline.js';

/** When a step happened and when it was confirmed, as they are decided and recorded. */
export interface StepTime {
  readonly now: Instant;
  /** `undefined` when nobody confirms. */
  readonly confirmedAt: Instant | undefined;
}

/**
 * The time of a command, or the refusal of the time that was sent. That time must not be later than the
 * clock, not earlier than the last event of the case, and within a lifetime. A command that is `alwaysHeard` is never refused
 * for its time: its time is moved into these bounds.
 */
export function commandTime(
  { command, occurredAt, confirmed }: ReadyCommand,
  state: CaseState | undefined,
  clockNow: Instant,
): StepTime | Refusal {
  const last = state?.occurredAt ?? '';
  if (command.alwaysHeard !== true) {
    const refusal =
      impossibleTime('occurredAt', occurredAt, clockNow) ??
      impossibleTime('confirmedAt', confirmed?.at, clockNow) ??
      refusedForTime(occurredAt, last, clockNow) ??
      refusedForTime(confirmed?.at, '', clockNow);
    if (refusal !== undefined) return refusal;
  }
  const said = earlier(occurredAt ?? clockNow, clockNow);
  // Time inside a case never goes back, also when the clock of this machine does.
  const now = said < last ? last : said;
  return {
    now,
    confirmedAt: confirmed && (confirmed.at === undefined ? now : earlier(confirmed.at, clockNow)),
  };
}

/** A year of another calendar, or one that nobody who works with the cases has seen. */
function impossibleTime(path: string, said: Instant | undefined, now: Instant): Refusal | undefined {
  if (said === undefined || said > now) return undefined;
  const issue = rangeIssue(path, said, { now, range: lifetime });
  return issue && { code: 'COMMAND_INVALID', issues: [{ ...issue, beside: true }] };
}

function refusedForTime(said: Instant | undefined, last: Instant, now: Instant): Refusal | undefined {
  if (said === undefined) return undefined;
  if (said > now) return { code: 'OCCURRED_IN_FUTURE', inputs: { occurredAt: said, now } };
  if (said >= last) return undefined;
  return { code: 'OCCURRED_BEFORE_LAST_EVENT', inputs: { occurredAt: said, lastOccurredAt: last } };
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
