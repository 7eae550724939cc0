import { registering, registeringMore, type DirectoryChange, type Registered } from '../registering.js';
import { bodyOf, type TestServer } from './http-server.js';

/** Registers people at a server of this process. */
export const registerPeople = (
  server: TestServer,
  people: Readonly<Record<string, Registered>>,
): Promise<void> => change(server, registering(people));

/** The same where there are people already. */
export const registerMore = (
  server: TestServer,
  people: Readonly<Record<string, Registered>>,
): Promise<void> => change(server, registeringMore(people));

async function change(server: TestServer, changes: Iterable<DirectoryChange>): Promise<void> {
  for (const { command, person, data, by } of changes) {
    const url = `/api/v1/people/${person}/commands/${command}`;
    const headers: Record<string, string> = by === undefined ? {} : { as: by };
    bodyOf('changePerson', await server.ask({ method: 'POST', url, headers, body: { data } }));
  }
  await server.settled();
}
