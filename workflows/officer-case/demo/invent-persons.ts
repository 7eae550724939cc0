import { drawsOf, type Draw } from '@safeconduct/workflow';
import { demoActors } from './actors.js';
import { pathCounts, casePaths } from './case-paths.js';
import { oneOf, type Person } from './person.js';

/** The persons of a caseload, by their index in the order of crossing. */
export interface Persons {
  readonly count: number;
  /** The number of each person's path in `casePaths`. */
  readonly pathNumbers: Uint8Array;
  readonly person: (index: number) => Person;
}

/**
 * Invents the persons of a caseload. Keeps one byte for each person and makes everything else when it is
 * asked for.
 */
export function inventPersons(count: number, seed: number): Persons {
  const drawOf = drawsOf(seed);
  const actors = demoActors(count);
  const pathNumbers = shuffledPaths(count, drawOf);
  const digits = Math.max(5, String(count).length);
  const person = (index: number): Person => {
    const draw = drawOf(index);
    return {
      index,
      number: String(index + 1).padStart(digits, '0'),
      crossedBefore: (index + draw('crossing', 1000) / 1000) / count,
      path: oneOf(casePaths, pathNumbers[index] ?? 0),
      draw,
      actors,
    };
  };
  return { count, pathNumbers, person };
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
