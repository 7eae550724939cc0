import { describe, expect, it } from '@jest/globals';
import { inputFaults, type InputKinds, type Inputs } from './index.js';
import { luggage } from './testing/luggage/index.js';

const kinds: InputKinds = {
  ...luggage.inputs,
  ...{ at: 'time', state: 'state', post: 'code', clerk: 'role', paid: 'boolean', no: 'text' },
};
const faults = (inputs: Inputs) => inputFaults({ texts: luggage.texts, inputs: kinds }, inputs);

describe('the values of a verdict', () => {
  it('are of the kinds of their names', () => {
    const inputs = { state: 'open.found', post: 'post', clerk: 'clerk', paid: true, no: 'A-1', limit: 3 };
    expect(faults({ ...inputs, at: '2025-01-03T09:00:00.000Z', deadline: 'answer' })).toEqual([]);
    expect(faults({ at: '2025-01-03' })).toEqual([]);
  });

  it('may be absent, and lists', () => {
    expect(faults({ post: null, at: [], clerk: ['clerk', 'head'] })).toEqual([]);
    expect(faults({ clerk: ['clerk', 'nobody'] })).toEqual(['clerk is nobody, which is no role']);
  });

  it('have names that are declared', () => {
    expect(faults({ givenAt: '2025-01-03T09:00:00.000Z' })).toEqual([
      'givenAt has no kind; say in inputs of index.ts what it is',
    ]);
    expect(faults({ constructor: 'x' })).toHaveLength(1);
  });

  it.each([
    [{ at: '2025-01-03T12:00:00+03:00' }, 'at is 2025-01-03T12:00:00+03:00, which is no time'],
    [{ at: 3 }, 'at is 3, which is no time'],
    [{ state: 'open.lost' }, 'state is open.lost, which is no state'],
    [{ post: 'toString' }, 'post is toString, which is no code'],
    [{ limit: '3' }, 'limit is 3, which is no number'],
    [{ no: 3 }, 'no is 3, which is no text'],
    [{ no: '2025-01-03T09:00:00.000Z' }, 'no is 2025-01-03T09:00:00.000Z, which is no text'],
  ])('that would be shown raw are found: %j', (inputs, fault) => {
    expect(faults(inputs as unknown as Inputs)).toEqual([fault]);
  });
});
