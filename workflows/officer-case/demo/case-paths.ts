import type { Outcome } from '../code-lists.js';
import { apportion } from './apportion.js';
import type { LocalSeconds } from './calendar.js';
import type { FileName } from './files.js';
import { pendingAssurance, relocatingFromBaghdad, waitingInBaghdad } from './paths/baghdad.js';
import { camp } from './paths/camp.js';
import { returnedFirst, returnedLater, returnedOnEve } from './paths/returned.js';

/** The states in which the caseload ends. */
export type EndState =
  'entered' | 'camped' | 'camped.returning' | 'pendingAssurance' | 'relocating' | 'returned' | 'resolved';

/** The number of persons of the example, from whose figures the shares come. */
export const examplePersons = 2493;

/** The path of a person's case. */
export interface CasePath {
  readonly state: EndState;
  /** The number of persons of the example with this path. */
  readonly share: number;
  /** The files with the commands of the case, in order. */
  readonly files: readonly FileName[];
  /** The facility to which the person is moved from Al-Qaim. Persons moved to Baghdad are officers. */
  readonly movedTo?: 'RUTBA' | 'BAGHDAD';
  /** The day of the handover that the return is prepared for. */
  readonly returnDay?: LocalSeconds;
  /** Where it is not drawn. */
  readonly service?: 'civilianStaff';
  readonly birthDate?: string;
  /** Of a resolved case that did not end with a return. */
  readonly outcome?: Outcome;
}

/** The paths by the figures of which reports speak. Each figure keeps its proportion, also in a small caseload. */
const groups: readonly (readonly CasePath[])[] = [
  camp,
  waitingInBaghdad,
  pendingAssurance,
  relocatingFromBaghdad,
  returnedOnEve,
  returnedFirst,
  returnedLater,
];

export const casePaths: readonly CasePath[] = groups.flat();

/**
 * How many persons have each path, in the order of `casePaths`. First the groups are apportioned, then the
 * paths in each.
 */
export function pathCounts(persons: number): readonly number[] {
  const shares = groups.map((paths) => paths.map(({ share }) => share));
  const inGroup = apportion(
    persons,
    shares.map((each) => each.reduce((all, share) => all + share, 0)),
  );
  return shares.flatMap((each, group) => apportion(inGroup[group] ?? 0, each));
}

/** How many commands a caseload of this many persons has. */
export function commandCount(persons: number): number {
  const counts = pathCounts(persons);
  return casePaths.reduce((all, { files }, index) => all + files.length * (counts[index] ?? 0), 0);
}
