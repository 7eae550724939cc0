import { describe, expect, it } from '@jest/globals';
import { stacksOf, topFlows } from './stacks.js';

describe('the stack of a day', () => {
  it('sets the states one upon the other, to the sum of the day', () => {
    const days = [{ states: { entered: 3, camped: 2 } }, { states: { camped: 7 } }];
    expect(stacksOf(days, ['entered', 'camped'])).toEqual({
      bands: [
        [
          [0, 3],
          [0, 0],
        ],
        [
          [3, 5],
          [0, 7],
        ],
      ],
      top: 7,
    });
    expect(stacksOf([], ['entered']).top).toBe(0);
  });
});

describe('flows', () => {
  it('are summed between the states at the top', () => {
    const flows = [
      { from: 'camped.settled', to: 'camped.returning.requested', count: 20 },
      { from: 'camped.returning.verified', to: 'camped.settled', count: 13 },
      { from: null, to: 'camped.settled', count: 40 },
      { from: 'camped.settled', to: 'returned', count: 5 },
    ];
    expect(topFlows(flows)).toEqual([
      { from: null, to: 'camped', count: 40 },
      { from: 'camped', to: 'camped', count: 33 },
      { from: 'camped', to: 'returned', count: 5 },
    ]);
  });
});
