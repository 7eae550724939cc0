import { describe, expect, it } from '@jest/globals';
import { purposes, purposesOfNoRole } from '@safeconduct/workflow';
import { HttpProblem } from './problem.js';
import { purposeHeader, readerOf } from './reading.js';

const operation = { id: 'getCase' };
const request = { id: 'r-1', ip: '192.0.2.7' };
const from = { way: 'http', address: '192.0.2.7', requestId: 'r-1' };

describe('the reader of a request', () => {
  it('is the person who signed in, with their roles, for the operation', () => {
    const actor = { id: 'sup-01', roles: ['supervisor'] };
    expect(
      readerOf(operation, {
        ...request,
        principal: { actor, means: 'operator', isNobody: false },
        headers: {},
      }),
    ).toEqual({
      actor,
      operation: 'getCase',
      from,
    });
  });

  it('has no name and no roles where nobody has to sign in', () => {
    expect(readerOf(operation, { ...request, headers: {} })).toEqual({
      actor: { id: 'anonymous', roles: [] },
      operation: 'getCase',
      from,
    });
  });

  it('reads for the system where an operator acts in nobody’s name', () => {
    const principal = { actor: { id: 'operator', roles: [] }, means: 'operator', isNobody: true } as const;
    expect(readerOf(operation, { ...request, principal, headers: {} })).toEqual({
      actor: principal.actor,
      purpose: 'systemWork',
      operation: 'getCase',
      from,
    });
  });

  it('goes to the feed where they follow it', () => {
    expect(readerOf({ id: 'followFeed' }, { ...request, headers: {} }).from).toMatchObject({ way: 'feed' });
  });

  it('has the purpose that the request names, if a person can have it', () => {
    const actor = { id: 'dpo-01', roles: ['dataProtection', 'system'] };
    const read = (purpose: string) =>
      readerOf(operation, {
        ...request,
        principal: { actor, means: 'operator', isNobody: false },
        headers: { [purposeHeader]: purpose },
      });
    const ofRoles = purposes.filter((one) => !purposesOfNoRole.includes(one));
    // It gives nothing but what somebody took in an emergency.
    for (const purpose of [...ofRoles, 'breakGlass']) expect(read(purpose).purpose).toBe(purpose);
    for (const purpose of ['systemWork', 'fun', '', 'audit ', 'constructor'])
      expect(() => read(purpose)).toThrow(HttpProblem);
  });
});
