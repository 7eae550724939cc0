import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { chart, commands, events, findingsWith } from '../testing/luggage/index.js';

describe('the events of a chart', () => {
  it('name an event that no state accepts', () => {
    expect(findingsWith({ events: { ...events, BagBurnt: z.strictObject({}) } })).toContain(
      'luggage/chart.ts: event BagBurnt is accepted by no state that a case can reach; ' +
        "add it to the 'on' of a state, with {} when it changes nothing",
    );
  });

  it('name an event that only a state out of reach accepts', () => {
    const states = { ...chart.states, lost: { end: true, on: { BagBurnt: {} } } };
    expect(
      findingsWith({
        events: { ...events, BagBurnt: z.strictObject({}) },
        chart: { ...chart, states },
      }).join(),
    ).toContain('event BagBurnt is accepted by no state');
  });

  it('name a command none of whose events a state accepts', () => {
    const RefuseClaim = { ...commands.RefuseClaim, yields: ['ClaimFiled'] };
    expect(findingsWith({ commands: { ...commands, RefuseClaim } })).toContain(
      'luggage/commands.ts: command RefuseClaim yields no event that a state accepts, so it can never be sent; ' +
        "add its events to the chart, or correct its 'yields'",
    );
  });

  it('name a state that accepts the opening event', () => {
    expect(findingsWith({ chart: { ...chart, on: { ClaimFiled: 'open' } } })).toContain(
      'luggage/chart.ts: state closed.paid accepts ClaimFiled, which opens a case; ' +
        'remove the transition: a case is opened once',
    );
  });
});
