import { describe, expect, it } from '@jest/globals';
import { LeaseLostError } from '@safeconduct/engine';
import { fixedClock } from '@safeconduct/engine/testing';
import { ProcessLeases } from './process-leases.js';

describe('the leases of a process', () => {
  it('lapse by the clock of the store, at the moment they say', async () => {
    const clock = fixedClock('2025-01-01T00:00:00.000Z');
    const leases = new ProcessLeases(clock);
    const first = await leases.acquire('views', 'a', 1000);
    expect(first).toEqual({ name: 'views', holder: 'a', epoch: 1, until: '2025-01-01T00:00:01.000Z' });
    clock.advance(999);
    expect(await leases.acquire('views', 'b', 1000)).toBeUndefined();
    clock.advance(1);
    expect(await leases.acquire('views', 'b', 1000)).toMatchObject({ holder: 'b', epoch: 2 });
  });

  it('stay with a holder who comes late, as long as nobody else came', async () => {
    const clock = fixedClock();
    const leases = new ProcessLeases(clock);
    const first = await leases.acquire('views', 'a', 1000);
    clock.advance(5000);
    if (first !== undefined) leases.check(first);
    expect(await leases.acquire('views', 'a', 1000)).toMatchObject({ epoch: first?.epoch });
  });

  it('are over once another one has them', async () => {
    const clock = fixedClock();
    const leases = new ProcessLeases(clock);
    const first = await leases.acquire('views', 'a', 1000);
    clock.advance(5000);
    await leases.acquire('views', 'b', 1000);
    expect(() => {
      if (first !== undefined) leases.check(first);
    }).toThrow(new LeaseLostError('views', 'a', 1));
  });
});
