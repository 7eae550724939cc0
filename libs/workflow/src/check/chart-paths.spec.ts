import { describe, expect, it } from '@jest/globals';
import { chart, findingsWith } from '../testing/luggage/index.js';

const { open, closed } = chart.states as Record<'open' | 'closed', object>;
const withStates = (states: object) => ({ chart: { ...chart, states: { open, closed, ...states } } });

describe('the paths through a chart', () => {
  it('name a state that no case can reach', () => {
    expect(findingsWith(withStates({ lost: { end: true } }))).toContain(
      'luggage/chart.ts: state lost is never reached from the initial state; ' +
        'add a transition that leads to it, or remove it',
    );
  });

  it('take a state behind a guard as reachable', () => {
    const guarded = {
      ...open,
      on: { ClaimRefused: [{ guard: { name: 'never', test: () => false }, target: 'kept' }] },
    };
    expect(findingsWith(withStates({ open: guarded, kept: { end: true } })).join('\n')).not.toContain(
      'state kept is never reached',
    );
  });

  it('name a state from which no end can be reached', () => {
    const stuck = { ...open, on: { NoteTaken: {}, ClaimRefused: 'kept' } };
    expect(findingsWith(withStates({ open: stuck, kept: { on: { NoteTaken: {} } } }))).toContain(
      'luggage/chart.ts: state kept leads to no end state, so a case would stay there for ever; ' +
        "add a transition towards an end state, or mark it with 'end: true'",
    );
  });

  it('name two states that only lead to each other', () => {
    const found = findingsWith(
      withStates({
        open: { on: { ClaimRefused: 'here', ClaimPaid: 'closed' } },
        here: { on: { ClaimRefused: 'there' } },
        there: { on: { ClaimRefused: 'here' } },
      }),
    );
    expect(
      found.filter((line) => line.includes('leads to no end')).map((line) => line.split(' ')[2]),
    ).toEqual(['here', 'there']);
  });

  it('name a transition that another one always wins over', () => {
    const chaotic = {
      ...open,
      on: { ...(open as { on: object }).on, BagTraced: [{}, { target: 'closed.paid' }] },
    };
    expect(findingsWith(withStates({ open: chaotic }))).toEqual([
      'luggage/chart.ts: state open lists transitions on BagTraced after one without a guard, which always wins; ' +
        'put the transition without a guard last, or remove what follows it',
    ]);
  });
});
