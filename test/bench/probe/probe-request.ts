/** The request to the program that works in one caseload. */
export interface ProbeRequest extends Size {
  readonly kind: 'commands' | 'queries';
  readonly folder: string;
}

/** The number of cases, and how many of them are used. */
export interface Size {
  readonly cases: number;
  readonly samples: number;
}

/** The cost of commands in a caseload, and the memory of the process afterwards. */
export interface CommandCosts {
  /** Microseconds a command, its case being in memory. */
  readonly cached: number;
  /** Microseconds a command, its case being folded from its stream first. */
  readonly uncached: number;
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/** Milliseconds in which 95 of 100 queries of a kind were answered. */
export type QueryCosts = Readonly<Record<QueryName, number>>;

export const queryNames = [
  'list by reference',
  'list by reference, to an officer',
  'list by reference, to a unit',
  'list by reference, with pseudonyms',
  'list of a state, latest first',
  'list of a state and facility, by due date',
  'list by name',
  'list by two names',
  'list by name, latest first',
  'search by name',
  'search by two names',
  'search by a number',
  'search for possible duplicates',
  'list of an officer, by state',
  'list of what is due, by name',
  'list of what waits for a role, by officer',
  'facets of everything',
  'facets of what is due soon',
  'numbers of the navigation',
  'numbers of every officer',
  'list of a past day',
  'list of a rare state of a past day',
  'case file',
  'case file, with pseudonyms',
  'history of a case',
  'ledger when it happened',
  'ledger when it was known',
] as const;
export type QueryName = (typeof queryNames)[number];
