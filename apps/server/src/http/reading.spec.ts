import { describe, expect, it } from '@jest/globals';
import { readerOf } from './reading.js';

const read = (actor: string | undefined) => readerOf({ id: 'getCase' }, { headers: { 'x-actor': actor } });

describe('the reader of a request', () => {
  it('is the actor that the header names, and reads for the operation', () => {
    expect(read('co-01')).toEqual({ actor: { id: 'co-01', roles: [] }, purpose: 'getCase' });
  });

  it.each([undefined, '', 'co 01', 'x'.repeat(200)])('has no name where the header is %j', (actor) => {
    expect(read(actor).actor.id).toBe('anonymous');
  });
});
