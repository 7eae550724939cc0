import type { OfficerLoad as LoadAnswer } from '@safeconduct/contracts';
import {
  dayOf,
  type Directory,
  type Instant,
  type OfficerLoad,
  type WorkloadRequest,
} from '@safeconduct/engine';
import { givingCommands, rolesNamedIn, type Workflow } from '@safeconduct/workflow';
import { nameOf } from './case-answers.js';

/** Who works with the cases of some workflows, by the directory. */
export interface Staff extends Pick<WorkloadRequest, 'officers' | 'rolesOf'> {
  readonly answerOf: (load: OfficerLoad, now: Instant) => LoadAnswer;
}

/** @param workflows  those whose cases are counted; days are counted in the zone of the first one */
export function staffOf(directory: Directory, workflows: readonly Workflow[]): Staff {
  const receiving = new Set(workflows.flatMap(rolesThatReceive));
  const known = new Set(workflows.flatMap(({ roles }) => roles));
  const rolesOf: Staff['rolesOf'] = (officer) =>
    directory.person(officer)?.roles.filter((role) => known.has(role));
  const canReceive = (officer: string): boolean => {
    const person = directory.person(officer);
    return person !== undefined && !person.hasLeft && person.roles.some((role) => receiving.has(role));
  };
  const zone = workflows[0]?.source.zone ?? 'UTC';
  return {
    officers: directory.all.filter(({ id }) => canReceive(id)),
    rolesOf,
    answerOf({ officer, ...counts }, now) {
      const person = officer === null ? undefined : directory.person(officer);
      const today = dayOf(now, zone);
      const absence = person?.absences.find(({ from, until }) => from <= today && today <= until);
      return {
        officer,
        name: nameOf(person),
        unit: person?.unit ?? null,
        roles: [...(officer === null ? [] : (rolesOf(officer) ?? []))],
        canReceive: officer !== null && canReceive(officer),
        hasLeft: person?.hasLeft ?? false,
        absentUntil: absence?.until ?? null,
        ...counts,
      };
    },
  };
}

/** The roles of persons whom a command that is sent to many cases names. */
const rolesThatReceive = (workflow: Workflow): readonly string[] =>
  givingCommands(workflow).flatMap(({ input }) => rolesNamedIn(input));
