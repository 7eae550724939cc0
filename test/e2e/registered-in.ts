import { operatorActor } from '../../apps/server/src/sign-in/principal.js';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import { registering, type Registered } from './registering.js';

/** Registers people in a data folder that no server holds. */
export async function registerIn(data: string, persons: Readonly<Record<string, Registered>>): Promise<void> {
  const installation = await openInstallation(readConfiguration({}, { data }), { note: 'test' });
  try {
    for (const { command: name, person, data: changed, by: id } of registering(persons)) {
      const by = id === undefined ? operatorActor : { id, roles: ['administrator'] };
      const outcome = await installation.people.change({ name, person, data: changed, by });
      if ('refusal' in outcome) throw new Error(`${name} ${person}: ${JSON.stringify(outcome.refusal)}`);
    }
  } finally {
    await installation.close();
  }
}
