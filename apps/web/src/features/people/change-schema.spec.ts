import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../api/problem.js';
import type { Person } from '../../api/queries.js';
import { dataOf } from '../../form/data-of.js';
import { errorsOf } from '../../form/errors-of.js';
import { fieldsOf } from '../../form/fields-of.js';
import { answersBefore, changeData, changeForm, changeProblem, type FilledChange } from './change-schema.js';

const t = (key: string) => key;
const both = { en: 'a title', ar: 'عنوان' };
const offered = { t, roles: { caseOfficer: both }, units: { QAIM: both }, people: { 'sup-1': both } };
const person: Person = {
  ...{ id: 'co-1', nameLatin: 'Sara', nameArabic: null, roles: [], unit: 'QAIM', supervisor: 'sup-1' },
  ...{ deputy: null, absences: [], hasLeft: false },
};
const fields = (change: FilledChange) => fieldsOf(changeForm(change, offered));
const sent = (change: FilledChange, answers: Record<string, string | readonly string[]>) =>
  changeData(change, dataOf(fields(change), answers));
const refusedFor = (reason: string): Problem => ({
  ...{ code: 'CHANGE_REFUSED', title: '', status: 409, detail: `because of ${reason}`, reason },
});
const errorsIn = (change: FilledChange, problem: Problem) =>
  Object.fromEntries(
    errorsOf(changeProblem(change, problem, { t, fields: fields(change).map(({ path }) => path) })),
  );

describe('the forms of the directory', () => {
  it('ask for what each change needs, and let choose among what there is', () => {
    expect(fields('RegisterPerson').map(({ path, kind, isRequired }) => [path, kind, isRequired])).toEqual([
      ['person', 'line', true],
      ['nameLatin', 'line', false],
      ['nameArabic', 'line', false],
      ['unit', 'offered', false],
      ['supervisor', 'offered', false],
      ['roles', 'choices', false],
    ]);
    expect(fields('RecordAbsence').map(({ path, kind }) => [path, kind])).toEqual([
      ['from', 'day'],
      ['until', 'day'],
    ]);
  });

  it('begin with what stands now', () => {
    expect(answersBefore('RenamePerson', person)).toEqual({ nameLatin: 'Sara', nameArabic: '' });
    expect(answersBefore('AssignUnit', person)).toEqual({ unit: 'QAIM' });
    expect(answersBefore('NameDeputy', person)).toEqual({ deputy: '' });
    expect(answersBefore('GiveRole', person)).toEqual({});
  });

  it('send what was filled in, and null where a unit or a person is taken away', () => {
    const registered = { nameLatin: ' Sara ', unit: 'QAIM', roles: ['caseOfficer'] };
    expect(sent('RegisterPerson', { person: 'co-1', ...registered })).toEqual({
      ...{ ...registered, nameLatin: 'Sara' },
    });
    expect(sent('AssignUnit', { unit: '' })).toEqual({ unit: null });
    expect(sent('NameSupervisor', { supervisor: 'sup-1' })).toEqual({ supervisor: 'sup-1' });
    expect(sent('RenamePerson', { nameLatin: '', nameArabic: 'سارة' })).toEqual({
      nameLatin: null,
      nameArabic: 'سارة',
    });
  });

  it('say a refusal at the field that it is about', () => {
    expect(errorsIn('RegisterPerson', refusedFor('PERSON_EXISTS'))).toEqual({
      person: 'because of PERSON_EXISTS',
    });
    expect(errorsIn('NameDeputy', refusedFor('OTHER_PERSON_UNKNOWN'))).toEqual({
      deputy: 'because of OTHER_PERSON_UNKNOWN',
    });
    expect(errorsIn('RecordAbsence', refusedFor('ABSENCE_OVERLAPS'))).toEqual({
      from: 'because of ABSENCE_OVERLAPS',
    });
    expect(errorsIn('RegisterPerson', { code: 'PERSON_NOT_FOUND', title: '', status: 404 })).toEqual({
      person: 'people.idWrong',
    });
    expect(errorsIn('GiveRole', refusedFor('PERSON_HAS_LEFT'))).toEqual({});
  });
});
