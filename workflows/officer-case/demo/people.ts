import { compareText, type DemoPerson } from '@safeconduct/workflow';
import { facilities } from '../registers/facilities.js';
import { caseOfficerOf, demoActors } from './actors.js';
import { examplePersons } from './case-paths.js';
import { givenNames, familyNames } from './names.js';

/** Where those work who see the cases of one facility. */
const units = Object.keys(facilities);
/** Roles whose holders read by assignment or everywhere; all others belong to a facility. */
const withoutUnit: ReadonlySet<string> = new Set([
  'intake',
  'caseOfficer',
  'counsel',
  'liaison',
  'authority',
  'auditor',
  'dataProtection',
  'keyCustodian',
  'administrator',
]);
/** Roles that the caseload itself does not need, and that a team has besides. */
const besides = {
  interpreter: ['int-01'],
  dataProtection: ['dpo-01'],
  auditor: ['aud-01'],
  keyCustodian: ['key-01'],
  administrator: ['adm-01'],
} as const;

/**
 * Everybody who works on the cases of the example. The first of each role has an account, and every supervisor: what takes
 * two people takes the supervisor of the facility where the person is.
 */
export function demoPeople(): readonly DemoPerson[] {
  const byRole = Object.entries({ ...demoActors(), caseOfficer: caseOfficers(), ...besides });
  const ids = byRole.flatMap(([role, held]) => held.map((id, index) => ({ id, role, index })));
  return ids.map(({ id, role, index }, number) => {
    const [given, family] = [
      givenNames[(number * 7) % givenNames.length],
      familyNames[(number * 11) % familyNames.length],
    ];
    return {
      id,
      nameArabic: `${given?.[0] ?? ''} ${family?.[0] ?? ''}`,
      nameLatin: `${given?.[1] ?? ''} ${family?.[1] ?? ''}`,
      role,
      ...(!withoutUnit.has(role) && { unit: units[index % units.length] ?? '' }),
      hasAccount: index === 0 || role === 'supervisor',
    };
  });
}

const caseOfficers = (): readonly string[] =>
  [...new Set(Array.from({ length: examplePersons }, (_, index) => caseOfficerOf(index)))].sort(compareText);
