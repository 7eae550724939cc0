/** The roles of `officer-case`, in the order of the procedure. */
export const roles = [
  'intake',
  'custody',
  'caseOfficer',
  'supervisor',
  'protection',
  'counsel',
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

/**
 * The roles that meet the person. A withdrawal must not wait until the right desk opens, so each of them may
 * record it. The four other roles never meet the person.
 */
export const meetsPerson: readonly Role[] = roles.filter(
  (role) => !['dataProtection', 'auditor', 'keyCustodian', 'system'].includes(role),
);
