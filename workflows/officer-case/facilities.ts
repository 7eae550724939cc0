import { personCategories, type PersonCategory } from './vocabulary.js';

/** A place where persons of the caseload live. */
export interface Facility {
  /** Whom the place may take in. */
  readonly admits: readonly PersonCategory[];
}

const determined = personCategories.filter((category) => category !== 'UNDETERMINED');

/**
 * The register of facilities. Al-Qaim is the first reception and takes everybody who crossed; who has no category yet
 * stays there, because a category decides what may be done with a person elsewhere. No entry is a refugee site: former
 * combatants may not stay in one, even briefly (UNHCR, civilian and humanitarian character of asylum).
 */
export const facilities: Readonly<Record<string, Facility>> = {
  QAIM: { admits: personCategories },
  RUTBA: { admits: determined },
  BAGHDAD: { admits: determined },
};
