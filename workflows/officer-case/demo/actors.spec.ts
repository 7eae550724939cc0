import { describe, expect, it } from '@jest/globals';
import { caseOfficerOf, demoActors } from './actors.js';

describe('the actors of a caseload', () => {
  it('are by default those of the example, by role', () => {
    const actors = demoActors();
    expect(actors.supervisor).toEqual(['sup-01', 'sup-02', 'sup-03']);
    expect(actors.authority).toEqual(['aut-01']);
  });

  it('are no fewer in a small caseload, and grow with a large one', () => {
    expect(demoActors(10)).toEqual(demoActors());
    expect(demoActors(25_000).supervisor).toHaveLength(31);
    expect(demoActors(25_000).supervisor.at(-1)).toBe('sup-31');
  });
});

describe('the case officers of a caseload', () => {
  const casesOf = (persons: number): ReadonlyMap<string, number> => {
    const cases = new Map<string, number>();
    for (let index = 0; index < persons; index += 1) {
      const officer = caseOfficerOf(index);
      cases.set(officer, (cases.get(officer) ?? 0) + 1);
    }
    return cases;
  };

  it('are twelve, of whom one has far too much and one has three cases', () => {
    const cases = casesOf(2493);
    expect(cases.size).toBe(12);
    expect([cases.get('co-01'), cases.get('co-12')]).toEqual([412, 3]);
  });

  it('are twelve more for every further 2,493 persons, with the same loads', () => {
    const cases = casesOf(3 * 2493);
    expect(cases.size).toBe(36);
    expect([cases.get('co-13'), cases.get('co-36')]).toEqual([412, 3]);
  });
});
