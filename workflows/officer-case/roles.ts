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

/** Who writes down what the person says, where he has to be asked and told things first. */
export const speaksForHim: readonly Role[] = ['caseOfficer', 'protection'];

/**
 * Everybody who meets him. A withdrawal must not wait until the right desk opens, so each of them may hear it; the four
 * others never see the person.
 */
export const meetsHim: readonly Role[] = roles.filter(
  (role) => !['dataProtection', 'auditor', 'keyCustodian', 'system'].includes(role),
);
