import { describe, expect, it } from '@jest/globals';
import type { Person } from './directory.js';
import { peopleFound } from './people-found.js';

const someone = (id: string, nameLatin?: string, nameArabic?: string, hasLeft = false): Person => ({
  ...{ id, nameLatin, nameArabic, hasLeft, roles: [], rolesEver: [], unit: null },
  ...{ supervisor: null, deputy: null, absences: [] },
});
const people = [
  someone('co-01', 'Sara Mohammed', 'سارة محمد'),
  someone('co-02', 'Muhammad Sara'),
  someone('co-03', undefined, 'سارة'),
  someone('co-04', 'Sara Gone', 'سارة', true),
  someone('sup-01', 'Sarah Haddad', 'سارة حداد'),
];
const found = (text: string, limit = 10) => peopleFound(people, text, limit).map(({ person }) => person.id);

describe('people who are searched for', () => {
  it.each([
    ['co-0', ['co-01', 'co-02', 'co-03']],
    ['CO-٠٢', ['co-02']],
    ['sara muhammad', ['co-01', 'co-02']],
    ['Sarah', ['sup-01', 'co-01', 'co-02']],
    ['سارة', ['co-03', 'co-01', 'sup-01']],
    ['hadd', ['sup-01']],
    ['gone', []],
    ['---', []],
    ['sara 7', []],
  ])('are found by id or name, the best first: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are at most so many', () => {
    expect(found('co', 2)).toEqual(['co-01', 'co-02']);
  });

  it('have what was searched for marked', () => {
    expect(peopleFound(people, 'mohamed', 1)[0]?.marks).toEqual({
      id: [],
      latin: [[0, 8]],
      arabic: [[0, 8]],
    });
    expect(peopleFound(people, 'co-0', 1)[0]?.marks.id).toEqual([[0, 4]]);
  });
});
