import { decideProposal, type Instant, type Refusal } from '@safeconduct/workflow';
import { commandTime } from '../commands/command-time.js';
import { refusedForCase, requestFor } from '../commands/decide.js';
import type { AskedCommand } from '../commands/pipeline.js';
import type { CaseState } from '../history/case-state.js';

/** With second persons of which roles a step is possible now. */
export interface PossibleStep {
  readonly confirmableBy: readonly string[];
}

/**
 * Asks of a step that waits for its second person everything that does not depend on who that is, at the time that was
 * said and at the time of the clock. Returns the refusal of the first of the two that refuses it.
 */
export function askWithoutSecond(
  asked: AskedCommand,
  state: CaseState | undefined,
  clockNow: Instant,
): PossibleStep | Refusal {
  const time = refusedForCase(asked, state) ?? commandTime(asked, state, clockNow);
  if ('code' in time) return time;
  let possible: PossibleStep = { confirmableBy: [] };
  for (const now of time.askedAt === undefined ? [time.now] : [time.askedAt, time.now]) {
    const decision = decideProposal(asked.workflow, state?.folded, requestFor(asked, { ...time, now }));
    if (!decision.accepted) return decision.refusal;
    possible = decision;
  }
  return possible;
}
