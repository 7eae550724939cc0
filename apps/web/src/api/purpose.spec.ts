import { beforeEach, describe, expect, it } from '@jest/globals';
import { choosePurpose, chosenPurpose, forgetPurpose, settlePurpose, whenPurposeChanges } from './purpose.js';

const kept = new Map<string, string>();
Object.assign(globalThis, {
  sessionStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  },
});

const session = (person: string | null, ...purposes: string[]) => ({
  person,
  purposes: purposes.map((purpose, index) => ({
    ...{ purpose, isDefault: index === 0, opensAccessReports: false },
    titles: { en: purpose, ar: purpose },
  })),
});
const officer = session('dpo-01', 'audit', 'subjectRequest');

let changes = 0;
whenPurposeChanges(() => {
  changes += 1;
});

beforeEach(() => {
  choosePurpose(officer, undefined);
  changes = 0;
});

describe('what a tab reads for', () => {
  it('is what was chosen, in a page that is loaded anew as well, once it is known who reads', () => {
    choosePurpose(officer, 'subjectRequest');
    expect([chosenPurpose(), changes]).toEqual(['subjectRequest', 1]);
    settlePurpose(officer);
    expect([chosenPurpose(), changes]).toEqual(['subjectRequest', 1]);
  });

  it('is as usual where the roles do not have it any more', () => {
    choosePurpose(officer, 'subjectRequest');
    settlePurpose(session('dpo-01', 'audit'));
    expect([chosenPurpose(), changes]).toEqual([undefined, 2]);
    // It does not come back with the role.
    settlePurpose(officer);
    expect(chosenPurpose()).toBeUndefined();
  });

  it.each([session('dpo-02', 'audit', 'subjectRequest'), session(null)])(
    'is as usual for somebody else: %j',
    (other) => {
      choosePurpose(officer, 'subjectRequest');
      settlePurpose(other);
      expect(chosenPurpose()).toBeUndefined();
      expect(kept.size).toBe(0);
    },
  );

  it('is kept nowhere after sign-out, or where it is as usual', () => {
    choosePurpose(officer, 'subjectRequest');
    forgetPurpose();
    expect(kept.size).toBe(0);
    choosePurpose(officer, undefined);
    expect([chosenPurpose(), kept.size]).toEqual([undefined, 0]);
  });
});
