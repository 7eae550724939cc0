import { drawsOf, type Draw } from '@safeconduct/workflow';
import { demoActors } from './actors.js';
import { dayOf, hours } from './calendar.js';
import { pathCounts, casePaths, type CasePath } from './case-paths.js';
import { oneOf, type Person } from './person.js';

const firstCrossing = dayOf('2024-12-07') + hours(6);
/**
 * How long the crossing takes: 43 hours for 2,493 persons, longer for more, but never until the first
 * counselling.
 */
const crossingHours = { each: 43 / 2493, least: 43, most: 84 };

/** The persons of a caseload, by their index in the order of crossing. */
export interface Persons {
  readonly count: number;
  readonly pathOf: (index: number) => CasePath;
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
  const pathOf = (index: number) => oneOf(casePaths, dealt[index] ?? 0);
  const { each, least, most } = crossingHours;
  const spread = hours(Math.min(most, Math.max(least, each * count))) / count;
  const digits = Math.max(5, String(count).length);
  const person = (index: number): Person => {
    const draw = drawOf(index);
    return {
      index,
      number: String(index + 1).padStart(digits, '0'),
      crossedAt: firstCrossing + Math.floor(spread * (index + draw('crossing', 1000) / 1000)),
      path: pathOf(index),
      draw,
      actors,
    };
  };
  return { count, pathOf, person };
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
