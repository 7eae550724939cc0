import { describe, expect, it } from '@jest/globals';
import { findingsWith, luggage } from '../testing/luggage/index.js';

const access = luggage.source.access as NonNullable<typeof luggage.source.access>;
const { clerk, head } = access.roles as Record<'clerk' | 'head', (typeof access.roles)[string]>;
const withRoles = (roles: object) => findingsWith({ access: { ...access, roles } });
const withHead = (change: object) => withRoles({ ...access.roles, head: { ...head, ...change } });

describe('who may read what', () => {
  it('is said by every workflow, else nobody may', () => {
    expect(findingsWith({ access: undefined })).toEqual([
      "luggage/access.ts: the definition does not say who may read what, so nobody may; declare it with 'accessOf' and name it in index.ts as 'access'",
    ]);
    expect(findingsWith({})).toEqual([]);
  });

  it('has a line for every role and every class', () => {
    expect(withRoles({ clerk, head })).toEqual([
      'luggage/access.ts: role system has no line; say what the role reads',
    ]);
    const { money: _money, ...sees } = head.sees as Record<string, never>;
    expect(withHead({ sees })).toEqual([
      "luggage/access.ts: role head has no line for money; add it to 'sees'",
    ]);
  });

  it.each([
    [{ units: ['NOWHERE'] }, 'unit', 'NOWHERE'],
    [{ events: { ClaimLost: 'money' } }, 'event', 'ClaimLost'],
    [{ events: { ClaimPaid: 'gold' } }, 'class', 'gold'],
    [{ facts: { missing: 'gold' } }, 'class', 'gold'],
    [{ tags: { colour: 'money' } }, 'tag', 'colour'],
    [{ roles: { ...access.roles, thief: head } }, 'role', 'thief'],
    [{ roles: { ...access.roles, head: { ...head, purposes: ['fun'] } } }, 'role head, purpose', 'fun'],
    [
      { roles: { ...access.roles, head: { ...head, sees: { ...head.sees, gold: 'seen' } } } },
      'role head, class',
      'gold',
    ],
    [
      { roles: { ...access.roles, head: { ...head, cases: [{ of: 'all', states: ['gone'] }] } } },
      'role head, state',
      'gone',
    ],
    [
      { roles: { ...access.roles, head: { ...head, cases: [{ of: 'all', purposes: ['risk'] }] } } },
      'role head, purpose',
      'risk',
    ],
  ])('of %j names what there is: %s', (change, where, name) => {
    expect(findingsWith({ access: { ...access, ...change } })).toContain(
      `luggage/access.ts: ${where} names '${name}', which does not exist; correct the name`,
    );
  });

  it('gives no role the purpose of emergencies or of the system', () => {
    expect(withHead({ purposes: ['breakGlass'] })).toEqual([
      'luggage/access.ts: role head has the purpose breakGlass; no role has it; remove it',
    ]);
  });

  it('has a purpose for whoever reads, an end for what was registered, and paths of facts', () => {
    expect(withHead({ purposes: [] })).toContain(
      'luggage/access.ts: role head reads for no purpose; name one',
    );
    expect(withHead({ cases: [{ of: 'registered' }] })).toEqual([
      "luggage/access.ts: role head sees what it registered without an end; add 'withinHours'",
    ]);
    expect(withHead({ cases: [{ of: 'all', withinHours: 1 }] })).toEqual([
      "luggage/access.ts: role head has hours for cases of all, where they mean nothing; remove 'withinHours'",
    ]);
    expect(findingsWith({ access: { ...access, facts: { 'a..b': 'money' } } })).toEqual([
      'luggage/access.ts: fact a..b is no path; write names with dots between them',
    ]);
  });
});
