import { codeFrom } from '@safeconduct/workflow';

/**
 * The register of authorities of the country of origin that are asked for an assurance or that receive a person. A
 * consent to disclosure names one of them and counts for that one alone.
 */
export const authorities = [
  'SY_TRANSITIONAL_ADMINISTRATION',
  'SY_MINISTRY_OF_DEFENCE',
  'SY_MINISTRY_OF_INTERIOR',
] as const;

export const authorityField = codeFrom('authority', authorities);
