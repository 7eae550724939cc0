import type { Actor } from '@safeconduct/workflow';
import type { Change } from './changes.js';
import type { Directory, Person } from './directory.js';

/** Why the directory refuses a change. */
export type ChangeRefusal =
  | 'NOT_PERMITTED'
  | 'PERSON_NOT_FOUND'
  | 'PERSON_EXISTS'
  | 'PERSON_HAS_LEFT'
  | 'PERSON_HAS_NOT_LEFT'
  | 'ROLE_FOR_ONESELF'
  | 'LAST_ADMINISTRATOR'
  | 'OTHER_PERSON_UNKNOWN'
  | 'OWN_SUPERVISOR'
  | 'OWN_DEPUTY'
  | 'ABSENCE_ENDS_BEFORE_IT_BEGINS'
  | 'ABSENCE_OVERLAPS'
  | 'ABSENCE_UNKNOWN';

/** Who may keep the directory: an administrator, or the operator of the machine, who alone can begin it. */
export const keepers = ['administrator', 'operator'] as const;

export type ChangeDecision =
  | {
      readonly accepted: true;
      /** False when everything is so already; then nothing is recorded. */ readonly isNew: boolean;
    }
  | { readonly accepted: false; readonly refusal: ChangeRefusal };

/** Decides a change: pure, by the directory as it is and who asks. */
export function decideChange(directory: Directory, change: Change, by: Actor): ChangeDecision {
  const refusal = refusedBy(directory, change, by);
  if (refusal !== undefined) return { accepted: false, refusal };
  const before = directory.person(change.person);
  const after = directory.after(change).person(change.person);
  return { accepted: true, isNew: JSON.stringify(before) !== JSON.stringify(after) };
}

function refusedBy(directory: Directory, change: Change, by: Actor): ChangeRefusal | undefined {
  if (!keepers.some((role) => by.roles.includes(role))) return 'NOT_PERMITTED';
  const person = directory.person(change.person);
  if (change.name === 'RegisterPerson') {
    const { supervisor = null } = change.data;
    return person === undefined ? refusedSupervisor(directory, change.person, supervisor) : 'PERSON_EXISTS';
  }
  if (person === undefined) return 'PERSON_NOT_FOUND';
  if (change.name === 'RecordReturn') return person.hasLeft ? undefined : 'PERSON_HAS_NOT_LEFT';
  if (person.hasLeft) return 'PERSON_HAS_LEFT';
  return refusedFor(directory, { change, person, by });
}

interface Asked {
  readonly change: Change;
  readonly person: Person;
  readonly by: Actor;
}

function refusedFor(directory: Directory, { change, person, by }: Asked): ChangeRefusal | undefined {
  const { name, data } = change;
  switch (name) {
    case 'GiveRole':
      // Who keeps the directory must not make themselves an officer of cases.
      return by.id === person.id ? 'ROLE_FOR_ONESELF' : undefined;
    case 'TakeRole':
      return data.role === 'administrator' && isLastAdministrator(directory, person)
        ? 'LAST_ADMINISTRATOR'
        : undefined;
    case 'RecordLeaving':
      return isLastAdministrator(directory, person) ? 'LAST_ADMINISTRATOR' : undefined;
    case 'NameSupervisor':
      return refusedSupervisor(directory, person.id, data.supervisor);
    case 'NameDeputy':
      return data.deputy === person.id ? 'OWN_DEPUTY' : refusedOther(directory, data.deputy);
    case 'RecordAbsence':
      if (data.until < data.from) return 'ABSENCE_ENDS_BEFORE_IT_BEGINS';
      return person.absences.some(({ from, until }) => data.from <= until && from <= data.until)
        ? 'ABSENCE_OVERLAPS'
        : undefined;
    case 'EndAbsence':
      return person.absences.some(({ from }) => from === data.from) ? undefined : 'ABSENCE_UNKNOWN';
    case 'RegisterPerson':
    case 'RenamePerson':
    case 'AssignUnit':
    case 'RecordReturn':
      return undefined;
  }
}

const isLastAdministrator = (directory: Directory, { id }: Person): boolean =>
  directory.holding('administrator').every((one) => one.id === id) &&
  directory.person(id)?.roles.includes('administrator') === true;

/** Nobody is above themselves, in however many steps. */
function refusedSupervisor(
  directory: Directory,
  person: string,
  supervisor: string | null,
): ChangeRefusal | undefined {
  if (supervisor === null) return undefined;
  const isAbove = supervisor === person || directory.supervisorsOf(supervisor).includes(person);
  return isAbove ? 'OWN_SUPERVISOR' : refusedOther(directory, supervisor);
}

function refusedOther(directory: Directory, id: string | null): ChangeRefusal | undefined {
  if (id === null) return undefined;
  const other = directory.person(id);
  return other === undefined || other.hasLeft ? 'OTHER_PERSON_UNKNOWN' : undefined;
}
