import { lifetime, rangeIssue, type Command, type Instant, type Refusal } from '@safeconduct/workflow';
import type { CaseState } from '../history/case-state.js';
import type { AskedCommand } from './pipeline.js';

/** When a step happened and when it was confirmed, as they are decided and recorded. */
export interface StepTime {
  readonly now: Instant;
  /** `undefined` when nobody confirms. */
  readonly confirmedAt: Instant | undefined;
  /** The time that was said, where the step has to stand at another one. */
  readonly saidAt?: Instant | undefined;
  /** The time at which it is asked again, where a step waits for a second person and is said to have happened earlier. */
  readonly askedAt?: Instant | undefined;
}

/**
 * The time of a command, or the refusal of the time that was sent. That time must not be later than the
 * clock, not earlier than the last event of the case, and within a lifetime. A command that is `freeOfOrder` may be as early
 * as the case. The time of one that `establishes` a fact is moved to the last event, and one that is `alwaysHeard` is never
 * refused for its time: it is moved into these bounds. A step that waited for its second person was confirmed when they
 * confirmed, and is asked at that time too.
 */
export function commandTime(
  { command, occurredAt, confirmed, proposal }: AskedCommand,
  state: CaseState | undefined,
  clockNow: Instant,
): StepTime | Refusal {
  if (command.alwaysHeard !== true) {
    const refusal =
      impossibleTime('occurredAt', occurredAt, clockNow) ??
      impossibleTime('confirmedAt', confirmed?.at, clockNow) ??
      ahead(occurredAt, clockNow) ??
      tooEarly(command, state, occurredAt) ??
      ahead(confirmed?.at, clockNow);
    if (refusal !== undefined) return refusal;
  }
  const said = earlier(occurredAt ?? clockNow, clockNow);
  // Time inside a case never goes back, also when the clock of this machine does.
  const earliest = (command.freeOfOrder === true ? state?.openedAt : state?.occurredAt) ?? '';
  const now = said < earliest ? earliest : said;
  const withIt = proposal === undefined ? now : clockNow;
  return {
    now,
    confirmedAt: confirmed && (confirmed.at === undefined ? withIt : earlier(confirmed.at, clockNow)),
    saidAt: occurredAt === now ? undefined : occurredAt,
    askedAt: proposal !== undefined && clockNow > now ? clockNow : undefined,
  };
}

/** The times between which a command may be said to have happened. */
export interface TimeBounds {
  /** `null`: an earlier time is never refused, it becomes that of the last event. */
  readonly min: Instant | null;
  readonly max: Instant;
}

/** The bounds that `commandTime` keeps for a command of an open case at a time. */
export function timeBounds(
  { alwaysHeard, establishes, freeOfOrder }: Pick<Command, 'alwaysHeard' | 'establishes' | 'freeOfOrder'>,
  { openedAt, occurredAt }: Pick<CaseState, 'openedAt' | 'occurredAt'>,
  now: Instant,
): TimeBounds {
  if (alwaysHeard === true || establishes === true) return { min: null, max: now };
  return { min: freeOfOrder === true ? openedAt : occurredAt, max: now };
}

/** A year of another calendar, or one that nobody who works with the cases has seen. */
function impossibleTime(path: string, said: Instant | undefined, now: Instant): Refusal | undefined {
  if (said === undefined || said > now) return undefined;
  const issue = rangeIssue(path, said, { now, range: lifetime });
  return issue && { code: 'COMMAND_INVALID', issues: [{ ...issue, beside: true }] };
}

const ahead = (said: Instant | undefined, now: Instant): Refusal | undefined =>
  said !== undefined && said > now
    ? { code: 'OCCURRED_IN_FUTURE', inputs: { occurredAt: said, now } }
    : undefined;

function tooEarly(
  { establishes, freeOfOrder }: Command,
  state: CaseState | undefined,
  said: Instant | undefined,
): Refusal | undefined {
  if (state === undefined || said === undefined || establishes === true) return undefined;
  const { openedAt, occurredAt: last } = state;
  if (freeOfOrder === true)
    return said < openedAt
      ? { code: 'OCCURRED_BEFORE_CASE', inputs: { occurredAt: said, openedAt } }
      : undefined;
  return said < last
    ? { code: 'OCCURRED_BEFORE_LAST_EVENT', inputs: { occurredAt: said, lastOccurredAt: last } }
    : undefined;
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
