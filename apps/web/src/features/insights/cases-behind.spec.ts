import { describe, expect, it } from '@jest/globals';
import { casesBehind } from './cases-behind.js';

describe('the list behind figures', () => {
  it('has the cases that are counted: all, or those of one facility', () => {
    expect(casesBehind({ roundedTo: null, facility: null })).toEqual({});
    expect(casesBehind({ roundedTo: null, facility: 'QAIM' })).toEqual({ facility: 'QAIM' });
  });

  it('is none where figures are rounded', () => {
    expect(casesBehind({ roundedTo: 5, facility: null })).toBeUndefined();
    expect(casesBehind({ roundedTo: 5, facility: 'QAIM' })).toBeUndefined();
  });
});
