import { operator } from './operator.js';
import { registering, type Registered } from './registering.js';

/** Registers people at a server that runs in a process of its own. */
export async function registerAt(url: string, persons: Readonly<Record<string, Registered>>): Promise<void> {
  for (const { command, person, data, by } of registering(persons)) {
    const response = await fetch(`${url}/api/v1/people/${person}/commands/${command}`, {
      method: 'POST',
      headers: { ...operator(url, by), 'content-type': 'application/json' },
      body: JSON.stringify({ data }),
    });
    if (!response.ok) throw new Error(`${command} ${person}: ${response.status} ${await response.text()}`);
  }
}
