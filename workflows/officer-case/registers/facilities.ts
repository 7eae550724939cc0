import { codeFrom } from '@safeconduct/workflow';
import { personCategories, type PersonCategory } from '../code-lists.js';

/** A facility where persons of the caseload live. */
export interface Facility {
  /** The categories of persons that it may admit. */
  readonly admits: readonly PersonCategory[];
}

const determined = personCategories.filter((category) => category !== 'UNDETERMINED');

/**
 * The register of facilities. Al-Qaim is the first reception and admits everybody who crossed. A person
 * without a category stays there, because other facilities admit by category. No entry is a refugee site:
 * former combatants may not stay in one, even briefly (UNHCR, civilian and humanitarian character of asylum).
 */
export const facilities = {
  QAIM: { admits: personCategories },
  RUTBA: { admits: determined },
  BAGHDAD: { admits: determined },
} as const satisfies Readonly<Record<string, Facility>>;
export type FacilityCode = keyof typeof facilities;

export const facilityField = codeFrom('facility', Object.keys(facilities) as readonly FacilityCode[]);
