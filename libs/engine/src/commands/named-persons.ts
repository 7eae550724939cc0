import { inRole, personsNamedIn, type Command, type Issue, type NamedPerson } from '@safeconduct/workflow';
import type { Awaitable } from '../events/codec.js';
import type { Identity } from '../ports/identity.js';

/** The register of people, as far as commands name them. */
export type People = Pick<Identity, 'actorOf'>;

/**
 * The persons in an input who are not in the register of people with a role that the field asks for. Returns without a
 * promise where nothing has to be fetched.
 */
export function strangersIn(
  people: People | undefined,
  command: Command,
  input: unknown,
): Awaitable<readonly Issue[]> {
  // A simulation has no register.
  if (people === undefined || command.alwaysHeard === true) return none;
  const asked = personsNamedIn(command.input, input).map((person) => issueOf(people, person));
  const known = asked.filter((one): one is Issue | undefined => !(one instanceof Promise));
  // Only a register that has to be fetched from makes the command wait.
  return known.length === asked.length ? found(known) : Promise.all(asked.map(promised)).then(found);
}

const promised = async (one: Awaitable<Issue | undefined>): Promise<Issue | undefined> => one;

const none: readonly Issue[] = [];
const found = (issues: readonly (Issue | undefined)[]): readonly Issue[] =>
  issues.filter((issue) => issue !== undefined);

function issueOf(people: People, person: NamedPerson): Awaitable<Issue | undefined> {
  const actor = people.actorOf(person.id);
  return actor instanceof Promise ? actor.then((known) => issueFor(known, person)) : issueFor(actor, person);
}

function issueFor(
  known: Awaited<ReturnType<People['actorOf']>>,
  { path, roles }: NamedPerson,
): Issue | undefined {
  if (known !== undefined && inRole(known, roles) !== undefined) return undefined;
  const message = `must name a person with the role ${roles.join(' or ')}, by the id under which they are registered`;
  return { path, code: 'unknown_person', message };
}
