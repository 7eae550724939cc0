import { operatorActor } from '../../apps/server/src/sign-in/principal.js';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import type { Registered } from './http/registered-people.js';

/** Registers people, after an administrator, in a data folder that no server holds. */
export async function registerIn(data: string, persons: Readonly<Record<string, Registered>>): Promise<void> {
  const installation = await openInstallation(readConfiguration({}, { data }), { note: 'test' });
  const change = async (name: string, person: string, changed: object, by = operatorActor) => {
    const outcome = await installation.people.change({ name, person, data: changed, by });
    if ('refusal' in outcome) throw new Error(`${name} ${person}: ${JSON.stringify(outcome.refusal)}`);
  };
  try {
    await change('RegisterPerson', 'adm-1', { roles: ['administrator'] });
    const by = { id: 'adm-1', roles: ['administrator'] };
    for (const [person, { roles, unit }] of Object.entries(persons)) {
      await change('RegisterPerson', person, { roles }, by);
      if (unit !== undefined) await change('AssignUnit', person, { unit }, by);
    }
  } finally {
    await installation.close();
  }
}
