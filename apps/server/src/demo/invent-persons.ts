import { drawsOf, type Draw } from '@safeconduct/workflow';
import { demoActors } from './actors.js';
import { dayOf, hours } from './calendar.js';
import { fateCounts, fates, type Fate } from './fates.js';
import { oneOf, type Person } from './person.js';

const firstCrossing = dayOf('2024-12-07') + hours(6);
/** How long it takes 2,493 persons to cross. More take longer, up to what the first counselling leaves. */
const crossingHours = { each: 43 / 2493, least: 43, most: 84 };

/** The persons of a caseload, by their place in the order of crossing. */
export interface Persons {
  readonly count: number;
  readonly fateOf: (index: number) => Fate;
  readonly person: (index: number) => Person;
}

/** Invents the persons of a caseload. Keeps one byte for each, and makes the rest anew when asked. */
export function inventPersons(count: number, seed: number): Persons {
  const drawOf = drawsOf(seed);
  const actors = demoActors(count);
  const dealt = shuffledFates(count, drawOf);
  const fateOf = (index: number) => oneOf(fates, dealt[index] ?? 0);
  const { each, least, most } = crossingHours;
  const spread = hours(Math.min(most, Math.max(least, each * count))) / count;
  const digits = Math.max(5, String(count).length);
  const person = (index: number): Person => {
    const draw = drawOf(index);
    return {
      index,
      number: String(index + 1).padStart(digits, '0'),
      crossedAt: firstCrossing + Math.floor(spread * (index + draw('crossing', 1000) / 1000)),
      fate: fateOf(index),
      draw,
      actors,
    };
  };
  return { count, fateOf, person };
}

/** As many of each fate as there must be, in random order (Fisher and Yates). */
function shuffledFates(persons: number, drawOf: (person: number) => Draw): Uint8Array {
  const dealt = new Uint8Array(persons);
  let place = 0;
  for (const [fate, count] of fateCounts(persons).entries()) dealt.fill(fate, place, (place += count));
  for (let index = persons - 1; index > 0; index -= 1) {
    const other = drawOf(index)('fate', index + 1);
    [dealt[index], dealt[other]] = [dealt[other] ?? 0, dealt[index] ?? 0];
  }
  return dealt;
}
