import { personId } from './field.js';
import { forEachText, markedFields } from './marked-fields.js';
import { peopleRegistry, registryKey, type RegistryMark } from './registry-mark.js';
import type { z } from 'zod';

/** Where a field says which roles the person has whom it names. */
export const personRolesKey = 'x-person-roles';

/** The id of a person who is in the register of people with one of the roles: an officer, an interpreter. */
export const personIn = (...roles: readonly [string, ...string[]]): typeof personId =>
  personId.meta({ [personRolesKey]: roles, [registryKey]: mark });

// A person who is in the directory without one of the roles is refused.
const mark: RegistryMark = { name: peopleRegistry, closed: true };

const personFieldsOf = markedFields((schema) => schema[personRolesKey] as readonly string[] | undefined);

/** A person whom an input names. */
export interface NamedPerson {
  readonly path: string;
  readonly id: string;
  /** The roles of which the person has one. */
  readonly roles: readonly string[];
}

/** The persons whom a parsed input names in fields made by `personIn`. */
export function personsNamedIn(form: z.ZodType, input: unknown): readonly NamedPerson[] {
  const named: NamedPerson[] = [];
  for (const field of personFieldsOf(form))
    forEachText(input, field, (path, id) => {
      named.push({ path, id, roles: field.mark });
    });
  return named.length === 0 ? nobody : named;
}

/** The roles that persons have whom a form names. */
export const rolesNamedIn = (form: z.ZodType): readonly string[] => [
  ...new Set(personFieldsOf(form).flatMap(({ mark }) => mark)),
];

/** The commands by which cases are given to somebody: they can be sent to many cases and name a person. */
export const givingCommands = <
  Sent extends { readonly inBulk?: boolean | undefined; readonly input: z.ZodType },
>({
  commands,
}: {
  readonly commands: ReadonlyMap<string, Sent>;
}): readonly Sent[] =>
  [...commands.values()].filter(({ inBulk, input }) => inBulk === true && rolesNamedIn(input).length > 0);

const nobody: readonly NamedPerson[] = [];
