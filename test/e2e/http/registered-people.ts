import { bodyOf, type TestServer } from './http-server.js';

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

/** Registers people, after an administrator. From then on a command names nobody who is not registered. */
export async function registerPeople(
  server: TestServer,
  people: Readonly<Record<string, Registered>>,
): Promise<void> {
  /** @param by  empty: the operator of the machine, who names the first administrator */
  const change = async (command: string, person: string, data: object, by = 'adm-1') => {
    const url = `/api/v1/people/${person}/commands/${command}`;
    const headers: Record<string, string> = by === '' ? {} : { as: by };
    bodyOf('changePerson', await server.ask({ method: 'POST', url, headers, body: { data } }));
  };
  await change('RegisterPerson', 'adm-1', { roles: ['administrator'] }, '');
  for (const [person, { roles, unit }] of Object.entries(people)) {
    await change('RegisterPerson', person, { roles });
    if (unit !== undefined) await change('AssignUnit', person, { unit });
  }
  await server.settled();
}
