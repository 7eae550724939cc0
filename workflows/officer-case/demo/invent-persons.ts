import { drawsOf, type Draw } from '@safeconduct/workflow';
import { caseOfficerOf, demoActors } from './actors.js';
import { dayOf, hours, type LocalSeconds } from './calendar.js';
import { pathCounts, casePaths } from './case-paths.js';
import { oneOf, type Person } from './person.js';

/** The crossing lasts two days, and is thin at night: up to each time this share of the persons has crossed. */
const crossed: readonly (readonly [share: number, at: LocalSeconds])[] = [
  [0, dayOf('2024-12-07') + hours(6)],
  [0.48, dayOf('2024-12-07') + hours(22)],
  [0.54, dayOf('2024-12-08') + hours(5)],
  [0.97, dayOf('2024-12-08') + hours(21)],
  [1, dayOf('2024-12-09')],
];

/** The persons of a caseload, by their index in the order of crossing. */
export interface Persons {
  readonly count: number;
  /** The number of the path of a person in `casePaths`. */
  readonly pathNumberOf: (index: number) => number;
  readonly person: (index: number) => Person;
}

/**
 * Invents the persons of a caseload. Keeps one byte for each person and makes everything else when it is
 * asked for.
 */
export function inventPersons(count: number, seed: number): Persons {
  const drawOf = drawsOf(seed);
  const actors = demoActors(count);
  const dealt = shuffledPaths(count, drawOf);
  const pathNumberOf = (index: number) => dealt[index] ?? 0;
  const digits = Math.max(5, String(count).length);
  const person = (index: number): Person => {
    const draw = drawOf(index);
    return {
      index,
      number: String(index + 1).padStart(digits, '0'),
      crossedAt: crossingAt((index + draw('crossing', 1000) / 1000) / count),
      caseOfficer: caseOfficerOf(index),
      path: oneOf(casePaths, pathNumberOf(index)),
      draw,
      actors,
    };
  };
  return { count, pathNumberOf, person };
}

/** When so large a share of all persons had crossed. */
function crossingAt(share: number): LocalSeconds {
  const end = crossed.findIndex(([most]) => share < most);
  const [[least, from], [most, to]] = [oneOf(crossed, end - 1), oneOf(crossed, end)];
  return from + Math.floor(((to - from) * (share - least)) / (most - least));
}

/**
 * The index of the path of each person: each path as often as required, in random order (Fisher and Yates).
 */
function shuffledPaths(persons: number, drawOf: (person: number) => Draw): Uint8Array {
  const dealt = new Uint8Array(persons);
  let start = 0;
  for (const [path, count] of pathCounts(persons).entries()) dealt.fill(path, start, (start += count));
  for (let index = persons - 1; index > 0; index -= 1) {
    // The text of the question is part of the draw, so changing it would change the caseload of a seed.
    const other = drawOf(index)('fate', index + 1);
    [dealt[index], dealt[other]] = [dealt[other] ?? 0, dealt[index] ?? 0];
  }
  return dealt;
}
