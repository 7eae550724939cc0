import { useNameOfStaff } from '../../components/staff-name.js';
import { useRoleTitle } from '../../components/use-role-title.js';
import { useLocale } from '../../language/locale.js';
import type { TextKey } from '../../language/texts/en.js';
import type { PersonChange } from './people-query.js';
import { useUnitTitle } from './use-units.js';

const types = [
  'PersonRegistered',
  'PersonRenamed',
  'RoleGiven',
  'RoleTaken',
  'UnitAssigned',
  'SupervisorNamed',
  'DeputyNamed',
  'AbsenceRecorded',
  'AbsenceEnded',
  'PersonLeft',
  'PersonReturned',
] as const;

const acts = [
  'SIGNED_IN',
  'SIGNED_OUT',
  'ACCOUNT_BEGUN',
  'INVITED',
  'ACCOUNT_REMOVED',
  'PASSWORD_CHANGED',
  'TOTP_ADDED',
  'TOTP_REMOVED',
  'PASSKEY_ADDED',
  'PASSKEY_REMOVED',
  'TOKEN_MADE',
  'TOKEN_REMOVED',
  'SIGNED_OUT_AT_ISSUER',
  'ISSUER_UNLINKED',
] as const;

/** What a change did; one of a later release stands for itself, as `type`. */
export function changeTitle(type: string): TextKey {
  const known = types.find((one) => one === type);
  return known === undefined ? 'people.did.other' : `people.did.${known}`;
}

/** What was done about an account; something of a later release stands for itself, as `type`. */
export function actTitle(what: string): TextKey {
  const known = acts.find((one) => one === what);
  return known === undefined ? 'people.did.other' : `people.act.${known}`;
}

/** What a change was about, in words: names, roles, a unit, another person, days. */
export function useDetails(): (data: PersonChange['data']) => readonly string[] {
  const { t, format } = useLocale();
  const roleTitle = useRoleTitle();
  const unitTitle = useUnitTitle();
  const nameOf = useNameOfStaff();
  const text = (value: unknown, say: (text: string) => string): readonly string[] =>
    typeof value === 'string' ? [say(value)] : value === null ? [t('people.none')] : [];
  return ({ nameLatin, nameArabic, roles, role, unit, supervisor, deputy, from, until }) => [
    ...[nameLatin, nameArabic].flatMap((name) => (typeof name === 'string' ? [name] : [])),
    ...(nameLatin === null && nameArabic === null ? [t('people.none')] : []),
    ...(Array.isArray(roles) && roles.length > 0 ? [format.list(roles.map(String).map(roleTitle))] : []),
    ...text(role, roleTitle),
    ...text(unit, unitTitle),
    ...[supervisor, deputy].flatMap((other) => text(other, nameOf)),
    ...[from, until].flatMap((day) => text(day, format.date)),
  ];
}
