import type { Answers } from '../../form/data-of.js';
import type { Schema } from '../../form/fields-of.js';
import type { Person } from '../../api/queries.js';
import type { Problem } from '../../api/problem.js';
import { asIs } from '../../language/as-is.js';
import type { InBoth, Locale } from '../../language/locale.js';
import type { TextKey } from '../../language/texts/en.js';

/** The changes of the directory that have fields to fill in. */
export type FilledChange =
  | 'RegisterPerson'
  | 'RenamePerson'
  | 'GiveRole'
  | 'AssignUnit'
  | 'NameSupervisor'
  | 'NameDeputy'
  | 'RecordAbsence';

type Offers = Readonly<Record<string, InBoth>>;

/** What can be chosen in the forms, each with what it is called. */
interface Offered {
  readonly t: Locale['t'];
  readonly roles: Offers;
  readonly units: Offers;
  /** Those who have not left. */
  readonly people: Offers;
}

const nameMax = 500;
const idMax = 128;

/** The form of a change as a schema, so that it is asked for as the forms of commands are. */
export function changeForm(change: FilledChange, offered: Offered): Schema {
  const properties = fieldsOfChange(change, offered);
  const required = requiredOf[change] ?? [];
  return {
    type: 'object',
    required,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema], order) => [name, { ...schema, 'x-order': order }]),
    ),
  };
}

const requiredOf: Partial<Readonly<Record<FilledChange, readonly string[]>>> = {
  RegisterPerson: ['person'],
  GiveRole: ['role'],
  RecordAbsence: ['from', 'until'],
};

function fieldsOfChange(change: FilledChange, { t, ...offered }: Offered): Readonly<Record<string, Schema>> {
  const field = (key: TextKey, schema: Schema, hint?: TextKey): Schema => ({
    ...{ type: 'string', ...schema, 'x-titles': asIs(t(key)) },
    ...(hint !== undefined && { 'x-hints': asIs(t(hint)) }),
  });
  const names = {
    nameLatin: field('people.nameLatin', { maxLength: nameMax }),
    nameArabic: field('people.nameArabic', { maxLength: nameMax }),
  };
  const unit = field('people.unit', { 'x-offers': offered.units }, 'people.unitHint');
  const supervisor = field('people.supervisor', { 'x-offers': offered.people }, 'people.supervisorHint');
  const roles = { enum: Object.keys(offered.roles), 'x-values': offered.roles };
  switch (change) {
    case 'RegisterPerson':
      return {
        person: field('people.id', { maxLength: idMax }, 'people.idHint'),
        ...names,
        unit,
        supervisor,
        roles: field('people.roles', { type: 'array', items: { type: 'string', ...roles } }),
      };
    case 'RenamePerson':
      return names;
    case 'GiveRole':
      return { role: field('people.role', roles) };
    case 'AssignUnit':
      return { unit };
    case 'NameSupervisor':
      return { supervisor };
    case 'NameDeputy':
      return { deputy: field('people.deputy', { 'x-offers': offered.people }, 'people.deputyHint') };
    case 'RecordAbsence':
      return {
        from: field('people.from', { format: 'date' }),
        until: field('people.until', { format: 'date' }),
      };
  }
}

/** What stands now, as the form of a change shows it. */
export function answersBefore(change: FilledChange, person: Person | undefined): Answers {
  if (person === undefined) return {};
  const { nameLatin, nameArabic, unit, supervisor, deputy } = person;
  switch (change) {
    case 'RenamePerson':
      return { nameLatin: nameLatin ?? '', nameArabic: nameArabic ?? '' };
    case 'AssignUnit':
      return { unit: unit ?? '' };
    case 'NameSupervisor':
      return { supervisor: supervisor ?? '' };
    case 'NameDeputy':
      return { deputy: deputy ?? '' };
    case 'RegisterPerson':
    case 'GiveRole':
    case 'RecordAbsence':
      return {};
  }
}

/** Left empty in these, nobody and nothing is named. */
const emptied = { AssignUnit: 'unit', NameSupervisor: 'supervisor', NameDeputy: 'deputy' } as const;

/** What was filled in, as the API takes it. */
export function changeData(
  change: FilledChange,
  { person: _person, ...data }: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  // Left empty, a name is taken away.
  if (change === 'RenamePerson') return { nameLatin: null, nameArabic: null, ...data };
  const field = emptied[change as keyof typeof emptied] as string | undefined;
  return field === undefined ? data : { [field]: data[field] ?? null };
}

/** The field that a refusal is about. */
const fieldOfReason: Readonly<Record<string, readonly string[]>> = {
  PERSON_EXISTS: ['person'],
  ROLE_FOR_ONESELF: ['role'],
  OTHER_PERSON_UNKNOWN: ['supervisor', 'deputy'],
  OWN_SUPERVISOR: ['supervisor'],
  OWN_DEPUTY: ['deputy'],
  ABSENCE_ENDS_BEFORE_IT_BEGINS: ['until'],
  ABSENCE_OVERLAPS: ['from'],
};

/**
 * Why a change was not taken, with what is said of a field at this field: what does not fit, and what the directory refuses.
 */
export function changeProblem(
  change: FilledChange,
  problem: Problem | undefined,
  { t, fields }: { readonly t: Locale['t']; readonly fields: readonly string[] },
): Problem | undefined {
  // An id that cannot be one is answered as one that nobody has.
  if (change === 'RegisterPerson' && problem?.code === 'PERSON_NOT_FOUND')
    return wrongId(t, 'people.idWrong');
  const field = fieldOfReason[String(problem?.['reason'])]?.find((name) => fields.includes(name));
  if (problem === undefined || field === undefined) return problem;
  const { detail: message = '', ...others } = problem;
  return { ...others, issues: [{ path: field, code: problem.code, message }] };
}

/** What was typed is no id, and why. */
export const wrongId = (t: Locale['t'], why: 'people.idMissing' | 'people.idWrong'): Problem => ({
  ...{ code: 'COMMAND_INVALID', title: t('people.idRefused'), status: 400 },
  issues: [{ path: 'person', code: 'invalid_format', message: t(why) }],
});
