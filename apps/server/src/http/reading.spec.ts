import { describe, expect, it } from '@jest/globals';
import { readerOf } from './reading.js';

const operation = { id: 'getCase' };

describe('the reader of a request', () => {
  it('is the person who signed in, with their roles, for the operation', () => {
    const actor = { id: 'sup-01', roles: ['supervisor'] };
    expect(readerOf(operation, { principal: { actor, means: 'operator', isNobody: false } })).toEqual({
      actor,
      purpose: 'getCase',
    });
  });

  it('has no name and no roles where nobody has to sign in', () => {
    expect(readerOf(operation, {})).toEqual({ actor: { id: 'anonymous', roles: [] }, purpose: 'getCase' });
  });
});
