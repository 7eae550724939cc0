/** Where a field says which registry it takes its values from. */
export const registryKey = 'x-registry';

/** What it says there. */
export interface RegistryMark {
  readonly name: string;
  /** Any other value is refused. Otherwise the registry is a list of suggestions. */
  readonly closed: boolean;
}

/** The registry of the people who work with cases, which is no part of a workflow. */
export const peopleRegistry = 'people';
