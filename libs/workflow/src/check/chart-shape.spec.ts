import { describe, expect, it } from '@jest/globals';
import { chartOf, defineWorkflow } from '../index.js';
import { findingsWith, luggage } from '../testing/luggage/index.js';

const chartWith = (open: object) => ({
  chart: { initial: 'open', states: { open, closed: { end: true } } },
});

describe('the shape of a chart', () => {
  it('names a target that does not exist', () => {
    expect(findingsWith(chartWith({ on: { ClaimPaid: 'paid' } }))).toContain(
      "luggage/chart.ts: state open goes to 'paid' on ClaimPaid, a state that does not exist; " +
        'correct the target or add the state',
    );
  });

  it('proposes the full path when only the last name is written', () => {
    const closed = { initial: 'paid', end: true, states: { paid: {} } };
    const chart = { initial: 'open', states: { open: { on: { ClaimPaid: 'paid' } }, closed } };
    expect(findingsWith({ chart })).toContain(
      "luggage/chart.ts: state open goes to 'paid' on ClaimPaid, a state that does not exist; " +
        'write the full path from the top: closed.paid',
    );
  });

  it('names a target of the whole chart, and an empty one', () => {
    const chart = { initial: 'open', on: { ClaimPaid: '' }, states: { open: { end: true } } };
    expect(findingsWith({ chart })).toContain(
      "luggage/chart.ts: the chart goes to '' on ClaimPaid, a state that does not exist; " +
        'correct the target or add the state',
    );
  });

  it('names sub-states without an initial one', () => {
    expect(findingsWith(chartWith({ states: { searching: {}, found: {} } }))).toContain(
      'luggage/chart.ts: state open has sub-states but no initial one; ' +
        "set 'initial' to one of searching, found",
    );
  });

  it('names an initial state that is none of the sub-states', () => {
    expect(findingsWith({ chart: { initial: 'opened', states: { open: { end: true } } } })).toContain(
      "luggage/chart.ts: the chart starts in 'opened', which is none of its sub-states; " +
        "set 'initial' to one of open",
    );
  });

  it('names an initial state where there are no sub-states', () => {
    expect(findingsWith(chartWith({ initial: 'searching' }))).toContain(
      "luggage/chart.ts: state open starts in 'searching', which is none of its sub-states; " +
        "remove 'initial'",
    );
  });

  it('names a state that cannot stand in a path', () => {
    expect(findingsWith({ chart: { initial: 'all.open', states: { 'all.open': { end: true } } } })).toContain(
      "luggage/chart.ts: the chart has a sub-state named 'all.open'; " +
        'use letters and digits: a dot separates the names of a path',
    );
  });

  it('is checked before a workflow is compiled, so that defineWorkflow tells file, state and remedy', () => {
    const chart = chartOf<never, never>()({
      initial: 'open',
      states: { open: { initial: 'gone', states: { there: {} } } },
    });
    expect(() => defineWorkflow({ ...luggage.source, chart } as never)).toThrow(
      'workflow luggage is not sound\n' +
        "  luggage/chart.ts: state open starts in 'gone', which is none of its sub-states; " +
        "set 'initial' to one of there",
    );
  });
});
