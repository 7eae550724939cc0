import { codeOf, day, line, personal, personId } from '@safeconduct/workflow';
import { z } from 'zod';

const name = personal('identity', line);
const names = { nameLatin: name.optional(), nameArabic: name.optional() };
/** Null takes a name away; one that is left out stays. */
const changedNames = { nameLatin: name.nullable().optional(), nameArabic: name.nullable().optional() };
/** Of a unit, which is a place where cases are, such as a camp. */
const unit = line.max(128).nullable();

/** The roles that no workflow has: who keeps the directory, and who may import decisions of others. */
export const directoryRoles = ['administrator', 'importer'] as const;

/**
 * The changes of the directory of people, each with its form. The data of an event are the form of its change, and the
 * person it is about.
 */
export const changeForms = (roles: readonly string[]) =>
  ({
    RegisterPerson: z.strictObject({
      ...names,
      roles: z.array(codeOf(roles)).max(32).default([]),
      unit: unit.optional(),
      supervisor: personId.nullable().optional(),
    }),
    RenamePerson: z.strictObject(changedNames),
    GiveRole: z.strictObject({ role: codeOf(roles) }),
    TakeRole: z.strictObject({ role: codeOf(roles) }),
    AssignUnit: z.strictObject({ unit }),
    NameSupervisor: z.strictObject({ supervisor: personId.nullable() }),
    NameDeputy: z.strictObject({ deputy: personId.nullable() }),
    RecordAbsence: z.strictObject({ from: day, until: day }),
    EndAbsence: z.strictObject({ from: day }),
    RecordLeaving: z.strictObject({}),
    RecordReturn: z.strictObject({}),
  }) as const;

export type ChangeForms = ReturnType<typeof changeForms>;
export type ChangeName = keyof ChangeForms;
export type ChangeData<Name extends ChangeName> = z.output<ChangeForms[Name]>;

/** A change of one person, with its parsed form. */
export type Change = {
  readonly [Name in ChangeName]: {
    readonly name: Name;
    readonly person: string;
    readonly data: ChangeData<Name>;
  };
}[ChangeName];

/** The event that records a change. */
export const eventTypes = {
  RegisterPerson: 'PersonRegistered',
  RenamePerson: 'PersonRenamed',
  GiveRole: 'RoleGiven',
  TakeRole: 'RoleTaken',
  AssignUnit: 'UnitAssigned',
  NameSupervisor: 'SupervisorNamed',
  NameDeputy: 'DeputyNamed',
  RecordAbsence: 'AbsenceRecorded',
  EndAbsence: 'AbsenceEnded',
  RecordLeaving: 'PersonLeft',
  RecordReturn: 'PersonReturned',
} as const satisfies Readonly<Record<ChangeName, string>>;

export const changeNames = Object.keys(eventTypes) as readonly ChangeName[];
const changeOf: ReadonlyMap<string, ChangeName> = new Map(
  changeNames.map((name) => [eventTypes[name], name]),
);

/** The change that an event of this type records; `undefined` for a type of another release. */
export const changeOfEvent = (type: string): ChangeName | undefined => changeOf.get(type);
