import { describe, expect, it } from '@jest/globals';
import { demoActors } from './actors.js';

describe('the actors of a caseload', () => {
  it('are by default those of the example, by role', () => {
    const actors = demoActors();
    expect(actors.caseOfficer).toHaveLength(12);
    expect([actors.caseOfficer[0], actors.caseOfficer.at(-1)]).toEqual(['co-01', 'co-12']);
    expect(actors.supervisor).toEqual(['sup-01', 'sup-02', 'sup-03']);
    expect(actors.authority).toEqual(['aut-01']);
  });

  it('are no fewer in a small caseload, and grow with a large one', () => {
    expect(demoActors(10)).toEqual(demoActors());
    expect(demoActors(25_000).caseOfficer).toHaveLength(121);
    expect(demoActors(25_000).caseOfficer.at(-1)).toBe('co-121');
  });
});
