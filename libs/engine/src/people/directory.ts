import type { Actor } from '@safeconduct/workflow';
import type { Change } from './changes.js';

/** Days of absence, both included. */
export interface Absence {
  readonly from: string;
  readonly until: string;
}

/** A person who works with cases, as the directory has them now. */
export interface Person {
  readonly id: string;
  readonly nameLatin?: string | undefined;
  readonly nameArabic?: string | undefined;
  /** In the order in which they were given. */
  readonly roles: readonly string[];
  /** Every role that they hold or ever held: decisions of before are judged by them. */
  readonly rolesEver: readonly string[];
  readonly unit: string | null;
  readonly supervisor: string | null;
  readonly deputy: string | null;
  /** By their first day. */
  readonly absences: readonly Absence[];
  /** They left, and hold no role until they return. */
  readonly hasLeft: boolean;
}

/** Everybody who was ever registered. It never changes: a change makes another directory. */
export class Directory {
  static readonly empty = new Directory(new Map());

  private constructor(private readonly persons: ReadonlyMap<string, Person>) {}

  /** Whether anybody is registered. Until then ids are believed, as in recorded decisions. */
  get isKept(): boolean {
    return this.persons.size > 0;
  }

  get all(): readonly Person[] {
    return [...this.persons.values()];
  }

  person(id: string): Person | undefined {
    return this.persons.get(id);
  }

  /** Those who hold a role and have not left. */
  holding(role: string): readonly Person[] {
    return this.all.filter((one) => !one.hasLeft && one.roles.includes(role));
  }

  /** The ids of those above a person, the nearest first. */
  supervisorsOf(id: string): readonly string[] {
    const above: string[] = [];
    let next = this.person(id)?.supervisor ?? null;
    while (next !== null && !above.includes(next)) {
      above.push(next);
      next = this.person(next)?.supervisor ?? null;
    }
    return above;
  }

  /** A person as they act; without roles once they have left. */
  actor(id: string): Actor | undefined {
    const found = this.person(id);
    if (found === undefined) return undefined;
    const supervisors = this.supervisorsOf(id);
    const { roles, unit, hasLeft } = found;
    return {
      id,
      roles: hasLeft ? [] : roles,
      ...(unit !== null && { unit }),
      ...(supervisors.length > 0 && { supervisors }),
    };
  }

  /** The directory after a change that was decided. */
  after(change: Change): Directory {
    const before = this.person(change.person) ?? newPerson(change.person);
    return new Directory(
      new Map(this.persons).set(change.person, remembered(before, changed(before, change))),
    );
  }
}

const newPerson = (id: string): Person => ({
  id,
  roles: [],
  rolesEver: [],
  unit: null,
  supervisor: null,
  deputy: null,
  absences: [],
  hasLeft: false,
});

const remembered = ({ rolesEver }: Person, after: Person): Person => ({
  ...after,
  rolesEver: [...new Set([...rolesEver, ...after.roles])],
});

function changed(person: Person, { name, data }: Change): Person {
  switch (name) {
    case 'RegisterPerson':
      // Events of before have neither.
      return { ...person, ...data, unit: data.unit ?? null, supervisor: data.supervisor ?? null };
    case 'RenamePerson': {
      const { nameLatin = person.nameLatin, nameArabic = person.nameArabic } = data;
      return { ...person, nameLatin: nameLatin ?? undefined, nameArabic: nameArabic ?? undefined };
    }
    case 'AssignUnit':
    case 'NameSupervisor':
    case 'NameDeputy':
      return { ...person, ...data };
    case 'GiveRole':
      return { ...person, roles: [...person.roles.filter((role) => role !== data.role), data.role] };
    case 'TakeRole':
      return { ...person, roles: person.roles.filter((role) => role !== data.role) };
    case 'RecordAbsence':
      return { ...person, absences: [...person.absences, data].sort(byFirstDay) };
    case 'EndAbsence':
      return { ...person, absences: person.absences.filter(({ from }) => from !== data.from) };
    case 'RecordLeaving':
    case 'RecordReturn':
      return { ...person, hasLeft: name === 'RecordLeaving' };
  }
}

const byFirstDay = (one: Absence, other: Absence): number => (one.from < other.from ? -1 : 1);
