import { describe, expect, it } from '@jest/globals';
import { epochMsOf, instantOf } from '@safeconduct/engine';
import { ClockWatch, type KnownTime } from './clock-watch.js';

const today = '2026-11-27T12:00:00.000Z';
const minute = 60_000;
const day = 86_400_000;

/** A watch over a clock that stands where it is set. `at` says whether a time is believed. */
function watching(known: KnownTime = {}) {
  let now = today;
  const watch = new ClockWatch({ now: () => now }, known);
  const at = (ms: number) => {
    now = instantOf(epochMsOf(today) + ms);
    return isBelieved(watch);
  };
  return { watch, at };
}

function isBelieved(watch: ClockWatch): boolean {
  const problem = watch.problem();
  if (problem !== undefined) expect(problem).toMatchObject({ code: 'CLOCK_IMPLAUSIBLE' });
  return problem === undefined;
}

describe('a clock that is watched', () => {
  it('may go back five minutes, and no further behind the latest time it has said', () => {
    const { at } = watching();
    expect([0, -5 * minute, -5 * minute - 1, 4 * minute, -2 * minute].map(at)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('may stand still for 30 days, and not leap further; what it says wrong is not remembered', () => {
    const { at } = watching();
    expect([0, 30 * day + 1, 1, 30 * day, 60 * day].map(at)).toEqual([true, false, true, true, true]);
  });

  it.each([
    ['2026-11-27T12:05:00.000Z', true],
    ['2026-11-27T12:05:00.001Z', false],
    ['2026-10-28T12:00:00.000Z', true],
    ['2026-10-28T11:59:59.999Z', false],
  ])('beside a last event of %s is believed: %s', (recordedAt, expected) => {
    expect(isBelieved(watching({ lastRecordedAt: recordedAt }).watch)).toBe(expected);
  });

  it.each([
    ['2026-11-25', false],
    ['2026-11-26', true],
    ['2026-11-27', true],
    ['2026-11-28', true],
    ['2026-11-29', false],
  ])('is right where somebody says that today is %s: %s', (date, expected) => {
    const known = { lastRecordedAt: '2024-01-01T00:00:00.000Z', today: date };
    expect(isBelieved(watching(known).watch)).toBe(expected);
  });

  it('that is refused is told with what is known, and what to do', () => {
    const { watch } = watching({ lastRecordedAt: '2030-01-01T00:00:00.000Z' });
    expect(watch.problem()?.message).toBe(
      'the clock of this machine says 2026-11-27T12:00:00.000Z, but it has been 2030-01-01T00:00:00.000Z already; ' +
        'nothing is recorded at a time that may be wrong. Set the clock right. If it is right, start with ' +
        'SAFECONDUCT_TODAY and the date of today',
    );
  });
});
