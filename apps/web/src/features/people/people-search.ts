/** What the address of the list of people says. The text that is searched for is no part of it: it may be a name. */
export interface PeopleSearch {
  /** Only those who hold this role. */
  readonly role?: string;
  /** Only those of this unit. */
  readonly unit?: string;
  /** Also those who have left. */
  readonly left?: true;
}

const role = /^\w{1,100}$/;
const unitCharactersMax = 128;

/** Reads the address. What it cannot be is left out. */
export function peopleSearch(given: Readonly<Record<string, unknown>>): PeopleSearch {
  const unit = typeof given['unit'] === 'string' ? given['unit'].trim() : '';
  return {
    ...(typeof given['role'] === 'string' && role.test(given['role']) && { role: given['role'] }),
    ...(unit !== '' && unit.length <= unitCharactersMax && { unit }),
    ...((given['left'] === true || given['left'] === 'true') && { left: true }),
  };
}
