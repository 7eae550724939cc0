/** A person of the directory: their roles, and the unit whose cases they see. */
export interface Registered {
  readonly roles: readonly string[];
  readonly unit?: string;
}

/** Those who work on the cases of `officer-cases.ts`, each where they work. */
export const staff: Readonly<Record<string, Registered>> = {
  'intake-01': { roles: ['intake'], unit: 'QAIM' },
  'cus-01': { roles: ['custody'], unit: 'QAIM' },
  'co-01': { roles: ['caseOfficer'], unit: 'QAIM' },
  'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
  'pro-01': { roles: ['protection'], unit: 'QAIM' },
  'leg-01': { roles: ['counsel'] },
  'int-01': { roles: ['interpreter'] },
  'aud-01': { roles: ['auditor'] },
};

/** A change of the directory, as it is sent. */
export interface DirectoryChange {
  readonly command: string;
  readonly person: string;
  readonly data: object;
  /** Left out: the operator of the machine, who names the first administrator. */
  readonly by?: string;
}

/** What registers people, after the administrator `adm-1`. From then on a command names nobody who is not registered. */
export function* registering(
  persons: Readonly<Record<string, Registered>>,
): Generator<DirectoryChange, void, undefined> {
  yield { command: 'RegisterPerson', person: 'adm-1', data: { roles: ['administrator'] } };
  yield* registeringMore(persons);
}

/** The same where `adm-1` is registered already. */
export function* registeringMore(
  persons: Readonly<Record<string, Registered>>,
): Generator<DirectoryChange, void, undefined> {
  const by = 'adm-1';
  for (const [person, { roles, unit }] of Object.entries(persons)) {
    yield { command: 'RegisterPerson', person, data: { roles }, by };
    if (unit !== undefined) yield { command: 'AssignUnit', person, data: { unit }, by };
  }
}
