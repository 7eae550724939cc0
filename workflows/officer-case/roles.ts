/** The roles of `officer-case`, in the order of the procedure. */
export const roles = [
  'intake',
  'custody',
  'caseOfficer',
  'supervisor',
  'protection',
  'counsel',
  'legalAdviser',
  'interpreter',
  'medical',
  'liaison',
  'relocation',
  'crossing',
  'monitor',
  'childProtection',
  'authority',
  'dataProtection',
  'auditor',
  'keyCustodian',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** The roles that record statements for which the person must be asked and informed first. */
export const speaksForPerson: readonly Role[] = ['caseOfficer', 'protection'];

/** The roles that do not meet the person, or that meet them and record nothing. */
const recordsNoMeeting: readonly Role[] = [
  'legalAdviser',
  'interpreter',
  'dataProtection',
  'auditor',
  'keyCustodian',
  'system',
];

/**
 * The roles that meet the person and record what they say. A withdrawal must not wait until the right desk
 * opens, so each of them may record it. An interpreter never acts: another officer is always in the room.
 */
export const meetsPerson: readonly Role[] = roles.filter((role) => !recordsNoMeeting.includes(role));
