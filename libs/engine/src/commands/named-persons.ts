import {
  inRole,
  personsNamedIn,
  type Actor,
  type Command,
  type Issue,
  type NamedPerson,
} from '@safeconduct/workflow';
import type { Awaitable } from '../awaitable.js';
import type { Identity } from '../ports/identity.js';

/** The register of people, as far as commands name them. */
export type NamedPeople = Pick<Identity, 'actorOf' | 'recordedActorOf'>;

/**
 * The persons in an input who are not in the register of people with a role that the field asks for. A decision that is
 * recorded may name people who have left, or were never registered here. Returns without a
 * promise where nothing has to be fetched.
 */
export function strangersIn(
  people: NamedPeople | undefined,
  command: Command,
  { input, isRecorded }: { readonly input: unknown; readonly isRecorded: boolean },
): Awaitable<readonly Issue[]> {
  // A simulation has no register.
  if (people === undefined || command.alwaysHeard === true) return none;
  const persons = personsNamedIn(command.input, input);
  if (persons.length === 0) return none;
  const judge = (actors: readonly (Actor | undefined)[]): readonly Issue[] =>
    persons.flatMap((person, index) => issuesOf(person, actors[index]));
  const asked = persons.map(({ id }) => (isRecorded ? people.recordedActorOf(id) : people.actorOf(id)));
  const known = asked.filter((one): one is Actor | undefined => !(one instanceof Promise));
  // Only a register that has to be fetched from makes the command wait.
  return known.length === asked.length ? judge(known) : Promise.all(asked.map(promised)).then(judge);
}

const none: readonly Issue[] = [];
const promised = async <Value>(one: Awaitable<Value>): Promise<Value> => one;

function issuesOf({ path, roles }: NamedPerson, actor: Actor | undefined): readonly Issue[] {
  if (actor !== undefined && inRole(actor, roles) !== undefined) return none;
  const message = `must name a person with the role ${roles.join(' or ')}, by the id under which they are registered`;
  return [{ path, code: 'unknown_person', message }];
}
