import { describe, expect, it } from '@jest/globals';
import { fixedClock } from '@safeconduct/engine/testing';
import { days, hours, plus } from '@safeconduct/workflow';
import { DemonstrationClock } from './demonstration-clock.js';
import { entryOf } from './entry-times.js';

const start = '2025-01-12T05:00:00.000Z';
const machine = () => fixedClock('2026-06-01T10:00:00.000Z');

describe('the clock of a demonstration', () => {
  it('runs from where it was set as the clock of the machine goes', () => {
    const real = machine();
    const clock = new DemonstrationClock('2025-01-11T18:00:00.000Z', real);
    clock.runFrom(start);
    expect(clock.now()).toBe(start);
    real.advance(days(1));
    expect(clock.now()).toBe(plus(start, days(1)));
    expect(clock.recordedAt('2025-01-02T00:00:00.000Z')).toBe(plus(start, days(1)));
  });

  it('never shows a time before that of an event that is recorded, also when the machine goes back', () => {
    const real = machine();
    const clock = new DemonstrationClock('1970-01-01T00:00:00.000Z', real);
    clock.runFrom(start);
    real.advance(hours(3));
    expect(clock.recordedAt(undefined)).toBe(plus(start, hours(3)));
    real.advance(-hours(2));
    expect(clock.now()).toBe(plus(start, hours(3)));
  });

  it('goes on from an event of another process whose clock is ahead', () => {
    const real = machine();
    const clock = new DemonstrationClock('1970-01-01T00:00:00.000Z', real);
    clock.runFrom(start);
    clock.seen(plus(start, days(2)));
    expect(clock.now()).toBe(plus(start, days(2)));
    real.advance(hours(1));
    expect(clock.now()).toBe(plus(start, days(2) + hours(1)));
  });

  it('stands during the import; what is recorded has the time of its entry, in order', () => {
    const real = machine();
    const clock = new DemonstrationClock('1970-01-01T00:00:00.000Z', real);
    clock.standAt('2024-12-07T09:00:00.000Z');
    real.advance(hours(1));
    expect(clock.now()).toBe('2024-12-07T09:00:00.000Z');
    const [first, later] = ['2024-12-07T03:00:00.000Z', '2024-12-07T02:00:00.000Z'] as const;
    expect(clock.recordedAt(first)).toBe(entryOf(first));
    expect(clock.recordedAt(later) >= entryOf(first)).toBe(true);
    expect(clock.recordedAt('2024-12-07T08:59:59.000Z')).toBe('2024-12-07T09:00:00.000Z');
  });
});
