import {
  bodyOf,
  problemIn,
  testServer,
  type Answer,
  type TestServer,
  type TestServerOptions,
} from './http-server.js';
import { registerPeople } from './registered-people.js';
import { Visitor } from './visitor.js';

export const password = 'seven trains to Rutba';
export const minute = 60_000;

export const codeIn = (answer: Answer) => problemIn(answer).code;
export const reasonIn = (answer: Answer) => [codeIn(answer), problemIn(answer)['reason']];

/** A server with a directory of people, who make their accounts and sign in. */
export interface ServerWithPeople {
  readonly server: TestServer;
  readonly visitor: () => Visitor;
  /** The code of a new invitation. */
  invitationOf(person: string): Promise<string>;
  /** Somebody who has just made their account. */
  begun(person: string): Promise<Visitor>;
  /** Somebody who has an account and has just signed in. */
  signedIn(person: string): Promise<Visitor>;
  /** Sets back when the sessions of a person began, or were seen last, by so many milliseconds. */
  age(person: string, by: { readonly beganMs?: number; readonly seenMs?: number }): Promise<void>;
}

/** Nine case officers, a supervisor, an interpreter, and the administrator `adm-1`. */
export async function serverWithPeople(options: TestServerOptions = {}): Promise<ServerWithPeople> {
  const server = await testServer(options);
  const officers = Array.from(
    { length: 9 },
    (_, index) => [`co-${index + 1}`, { roles: ['caseOfficer'] }] as const,
  );
  await registerPeople(server, {
    'int-01': { roles: ['interpreter'] },
    ...Object.fromEntries(officers),
    'sup-1': { roles: ['supervisor'], unit: 'QAIM' },
  });
  const visitor = () => new Visitor(server);
  const invitationOf = async (person: string): Promise<string> => {
    const url = `/api/v1/people/${person}/invitation`;
    return bodyOf('invitePerson', await server.ask({ method: 'POST', url, body: {} })).code;
  };
  return {
    ...{ server, visitor, invitationOf },
    async begun(person) {
      const one = visitor();
      bodyOf('acceptInvitation', await one.post('account', { code: await invitationOf(person), password }));
      return one;
    },
    async signedIn(person) {
      const one = visitor();
      bodyOf('signIn', await one.post('session', { person, password }));
      return one;
    },
    async age(person, { beganMs = 0, seenMs = 0 }) {
      const { store } = server.installation.accounts.records;
      for (const { version, ...record } of await store.list('session', person)) {
        const kept = JSON.parse(record.body) as { session: { signedIn: { atMs: number } }; seenAtMs: number };
        kept.session.signedIn.atMs -= beganMs;
        const body = JSON.stringify({ ...kept, seenAtMs: kept.seenAtMs - seenMs });
        await store.put({ ...record, body, endsAtMs: (record.endsAtMs ?? 0) - beganMs }, version);
      }
    },
  };
}
