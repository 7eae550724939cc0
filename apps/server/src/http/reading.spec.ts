import { describe, expect, it } from '@jest/globals';
import { purposes, purposesOfNoRole } from '@safeconduct/workflow';
import { HttpProblem } from './problem.js';
import { purposeHeader, readerOf } from './reading.js';

const operation = { id: 'getCase' };

describe('the reader of a request', () => {
  it('is the person who signed in, with their roles, for the operation', () => {
    const actor = { id: 'sup-01', roles: ['supervisor'] };
    expect(
      readerOf(operation, { principal: { actor, means: 'operator', isNobody: false }, headers: {} }),
    ).toEqual({
      actor,
      operation: 'getCase',
    });
  });

  it('has no name and no roles where nobody has to sign in', () => {
    expect(readerOf(operation, { headers: {} })).toEqual({
      actor: { id: 'anonymous', roles: [] },
      operation: 'getCase',
    });
  });

  it('reads for the system where an operator acts in nobody’s name', () => {
    const principal = { actor: { id: 'operator', roles: [] }, means: 'operator', isNobody: true } as const;
    expect(readerOf(operation, { principal, headers: {} })).toEqual({
      actor: principal.actor,
      purpose: 'systemWork',
      operation: 'getCase',
    });
  });

  it('has the purpose that the request names, if a person can have it', () => {
    const actor = { id: 'dpo-01', roles: ['dataProtection', 'system'] };
    const read = (purpose: string) =>
      readerOf(operation, {
        principal: { actor, means: 'operator', isNobody: false },
        headers: { [purposeHeader]: purpose },
      });
    for (const purpose of purposes.filter((one) => !purposesOfNoRole.includes(one)))
      expect(read(purpose).purpose).toBe(purpose);
    for (const purpose of ['systemWork', 'breakGlass', 'fun', '', 'audit ', 'constructor'])
      expect(() => read(purpose)).toThrow(HttpProblem);
  });
});
