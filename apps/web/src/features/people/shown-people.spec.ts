import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../api/queries.js';
import { peopleSearch } from './people-search.js';
import { absentUntil, byName, counted, shownPeople } from './shown-people.js';

const someone = (id: string, about: Partial<Person> = {}): Person => ({
  ...{ id, nameLatin: null, nameArabic: null, roles: [], unit: null, supervisor: null, deputy: null },
  ...{ absences: [], hasLeft: false, ...about },
});
const people = [
  someone('co-02', {
    nameLatin: 'Sara Haddad',
    nameArabic: 'سارة حدّاد',
    roles: ['caseOfficer'],
    unit: 'QAIM',
  }),
  someone('adm-01', { roles: ['administrator'] }),
  someone('co-10', { nameLatin: 'Ali Omar', nameArabic: 'علي عمر', roles: ['caseOfficer', 'monitor'] }),
  someone('co-01', { nameLatin: 'Ali Omar', hasLeft: true, unit: 'QAIM' }),
];
const ids = (some: readonly Person[]) => some.map(({ id }) => id);
const shown = (search = {}, text = '') => ids(shownPeople(people, { search, text }));

describe('the address of the list of people', () => {
  it('keeps what it can say, and leaves out what it cannot', () => {
    expect(peopleSearch({ role: 'caseOfficer', unit: ' QAIM ', left: 'true' })).toEqual({
      ...{ role: 'caseOfficer', unit: 'QAIM', left: true },
    });
    expect(peopleSearch({ role: '<b>', unit: 'x'.repeat(129), left: 'yes', text: 'Sara' })).toEqual({});
  });
});

describe('the people that are shown', () => {
  it.each([
    [{}, '', ['co-02', 'adm-01', 'co-10']],
    [{ left: true }, '', ['co-02', 'adm-01', 'co-10', 'co-01']],
    [{ role: 'caseOfficer' }, '', ['co-02', 'co-10']],
    [{ unit: 'QAIM' }, '', ['co-02']],
    [{ unit: 'QAIM', left: true }, '', ['co-02', 'co-01']],
    [{}, 'haddad SARA', ['co-02']],
    [{}, 'حداد ساره', ['co-02']],
    [{}, 'CO-٠٢', ['co-02']],
    [{}, 'nobody', []],
  ])('are narrowed by %j and the text %j', (search, text, expected) => {
    expect(shown(search, text)).toEqual(expected);
  });

  it('are in the order of their names, and those without one are last', () => {
    expect(ids(byName(people, 'en'))).toEqual(['co-01', 'co-10', 'co-02', 'adm-01']);
    expect(ids(byName(people, 'ar')).at(-1)).toBe('adm-01');
  });

  it('are counted once for each value', () => {
    expect([...counted(people, ({ roles }) => [...roles, ...roles])]).toEqual([
      ['caseOfficer', 2],
      ['administrator', 1],
      ['monitor', 1],
    ]);
  });

  it('are absent from the first day of an absence to its last', () => {
    const person = someone('co-01', { absences: [{ from: '2025-01-10', until: '2025-01-12' }] });
    const days = ['2025-01-09', '2025-01-10', '2025-01-12', '2025-01-13'];
    expect(days.map((day) => absentUntil(person, day))).toEqual([
      ...[undefined, '2025-01-12', '2025-01-12', undefined],
    ]);
  });
});
