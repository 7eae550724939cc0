import { operator } from './operator.js';
import type { Registered } from './http/registered-people.js';

/** Registers people, after an administrator, at a server that runs in a process of its own. */
export async function registerAt(url: string, persons: Readonly<Record<string, Registered>>): Promise<void> {
  /** @param by  left out: the operator of the machine, who names the first administrator */
  const change = async (command: string, person: string, data: object, by?: string) => {
    const response = await fetch(`${url}/api/v1/people/${person}/commands/${command}`, {
      method: 'POST',
      headers: { ...operator(url, by), 'content-type': 'application/json' },
      body: JSON.stringify({ data }),
    });
    if (!response.ok) throw new Error(`${command} ${person}: ${response.status} ${await response.text()}`);
  };
  await change('RegisterPerson', 'adm-1', { roles: ['administrator'] });
  for (const [person, { roles, unit }] of Object.entries(persons)) {
    await change('RegisterPerson', person, { roles }, 'adm-1');
    if (unit !== undefined) await change('AssignUnit', person, { unit }, 'adm-1');
  }
}
