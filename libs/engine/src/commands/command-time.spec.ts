import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '../history/case-state.js';
import type { ReadyCommand } from './pipeline.js';
import { commandTime, timeBounds } from './command-time.js';

const [early, last, noon, late] = ['08', '10', '12', '14'].map((hour) => `2025-03-01T${hour}:00:00.000Z`);

interface Case {
  readonly said?: string | undefined;
  readonly confirmed?: string | undefined;
  readonly alwaysHeard?: true;
  /** The time of the clock; noon when left out. */
  readonly clock?: string | undefined;
}

function time({ said, confirmed, alwaysHeard, clock = noon }: Case) {
  const ready = {
    command: { alwaysHeard },
    occurredAt: said,
    confirmed: { at: confirmed },
  } as unknown as ReadyCommand;
  return commandTime(ready, { occurredAt: last } as CaseState, clock as string);
}

describe('the time of a command', () => {
  it('is the time that was sent, or that of the clock', () => {
    expect(time({ said: last })).toEqual({ now: last, confirmedAt: last });
    expect(time({})).toEqual({ now: noon, confirmedAt: noon });
  });

  it('is that of the last event at the earliest, also when the clock is behind', () => {
    expect(time({ clock: early })).toEqual({ now: last, confirmedAt: last });
    expect(time({ said: early })).toMatchObject({ code: 'OCCURRED_BEFORE_LAST_EVENT' });
  });

  it('is never in the future', () => {
    expect(time({ said: late })).toMatchObject({ code: 'OCCURRED_IN_FUTURE' });
    expect(time({ said: last, confirmed: late })).toMatchObject({ code: 'OCCURRED_IN_FUTURE' });
  });

  it('never refuses a command that is always heard', () => {
    expect(time({ said: early, alwaysHeard: true })).toMatchObject({ now: last });
    expect(time({ said: late, confirmed: late, alwaysHeard: true })).toEqual({
      now: noon,
      confirmedAt: noon,
      saidAt: late,
    });
  });

  it('of a confirmation is its own, before or after that of the step', () => {
    expect(time({ said: last, confirmed: early })).toEqual({ now: last, confirmedAt: early });
    expect(time({ said: last, confirmed: noon })).toEqual({ now: last, confirmedAt: noon });
  });
});

describe('the bounds of the time of a command', () => {
  it.each([
    ['any other', {}, last],
    ['one that is free of order', { freeOfOrder: true as const }, early],
    ['one that establishes a fact', { establishes: true as const }, null],
    ['one that is always heard', { alwaysHeard: true as const }, null],
  ])('of %s begin where an earlier time would be refused, and end now', (_what, kind, min) => {
    expect(
      timeBounds(kind, { openedAt: early as string, occurredAt: last as string }, noon as string),
    ).toEqual({ min, max: noon });
  });
});
