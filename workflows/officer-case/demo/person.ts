import type { Draw } from '@safeconduct/workflow';
import type { DemoActors, DemoRole } from './actors.js';
import { dayOf, hours, type LocalSeconds } from './calendar.js';
import type { CasePath } from './case-paths.js';
import { familyNames, givenNames } from './names.js';

/** An invented person, made again from the seed whenever needed. */
export interface Person {
  /** From 0, in the order of crossing. */
  readonly index: number;
  /** The last part of the registration number, `00042`. */
  readonly number: string;
  /** The share of all persons who crossed before this one. */
  readonly crossedBefore: number;
  readonly path: CasePath;
  readonly draw: Draw;
  readonly actors: DemoActors;
}

/** The particulars of a person that are recorded at the crossing. */
export interface Particulars {
  readonly nameArabic: string;
  readonly nameLatin: string;
  readonly birthDate: string;
  readonly serviceCategory: keyof typeof services;
  readonly rank: string;
  readonly unit: string;
}

const services = {
  officer: {
    ranks: ['Lieutenant', 'First Lieutenant', 'Captain', 'Major', 'Lieutenant Colonel', 'Colonel'],
    born: [1966, 1998],
  },
  nco: { ranks: ['Corporal', 'Sergeant', 'First Sergeant'], born: [1975, 2001] },
  soldier: { ranks: ['Private'], born: [1984, 2005] },
  civilianStaff: { ranks: [''], born: [1966, 2000] },
} as const;

/** Those in Baghdad are officers of the middle ranks. */
const middleRanks = ['Captain', 'Major', 'Lieutenant Colonel'];

const units = [
  'Border Guard 5',
  'Border Guard 9',
  'Brigade 47',
  'Brigade 104',
  'Engineers 29',
  'Logistics 3',
  'Regiment 121',
  'Signals 88',
];

/** The id of an actor of a role in a person's case; the same question gives the same actor. */
export function actorFor({ actors, draw }: Person, role: DemoRole, question: string): string {
  return oneOf(actors[role], draw(question, actors[role].length));
}

/** The crossing lasts two days, and is thin at night: up to each time this share of the persons has crossed. */
const crossed: readonly (readonly [share: number, at: LocalSeconds])[] = [
  [0, dayOf('2024-12-07') + hours(6)],
  [0.48, dayOf('2024-12-07') + hours(22)],
  [0.54, dayOf('2024-12-08') + hours(5)],
  [0.97, dayOf('2024-12-08') + hours(21)],
  [1, dayOf('2024-12-09')],
];

/** When the person crossed. */
export function crossedAt({ crossedBefore }: Person): LocalSeconds {
  const end = crossed.findIndex(([share]) => crossedBefore < share);
  const [[least, from], [most, to]] = [oneOf(crossed, end - 1), oneOf(crossed, end)];
  return from + Math.floor(((to - from) * (crossedBefore - least)) / (most - least));
}

/** The person's name, birth, service. */
export function particularsOf(person: Person): Particulars {
  const { draw } = person;
  const own = oneOf(givenNames, draw('given name', givenNames.length));
  const father = oneOf(givenNames, draw('name of the father', givenNames.length));
  const family = oneOf(familyNames, draw('family name', familyNames.length));
  const serviceCategory = serviceOf(person);
  const { ranks: all, born } = services[serviceCategory];
  const ranks = person.path.movedTo === 'BAGHDAD' ? middleRanks : all;
  return {
    nameArabic: [own, father, family].map(([arabic]) => arabic).join(' '),
    nameLatin: [own, father, family].map(([, latin]) => latin).join(' '),
    birthDate: person.path.birthDate ?? birthDate(draw, born),
    serviceCategory,
    rank: oneOf(ranks, draw('rank', ranks.length)),
    unit:
      serviceCategory === 'civilianStaff' ? 'Border Post Staff' : oneOf(units, draw('unit', units.length)),
  };
}

/**
 * Of the 2,367 persons who are neither in Baghdad nor staff of the border 274 are officers, 586 non-commissioned officers,
 * the others soldiers. Whoever may be a child is no officer.
 */
export function serviceOf({ path, draw }: Person): Particulars['serviceCategory'] {
  if (path.service !== undefined) return path.service;
  if (path.movedTo === 'BAGHDAD') return 'officer';
  if (path.birthDate !== undefined) return 'soldier';
  const drawn = draw('service', 2367);
  if (drawn < 274) return 'officer';
  return drawn < 274 + 586 ? 'nco' : 'soldier';
}

/** Kurdish is the language of one in twenty. */
export function languageOf({ draw }: Person): string {
  return draw('language', 20) === 0 ? 'kmr' : 'ar';
}

/** One in five knows the year only. */
function birthDate(draw: Draw, [first, last]: readonly [number, number]): string {
  const year = first + draw('year of birth', last - first + 1);
  if (draw('precision of birth', 5) === 0) return String(year);
  const [month, day] = [1 + draw('month of birth', 12), 1 + draw('day of birth', 28)];
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The element at a drawn index. */
export function oneOf<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`index ${index} of a list of ${list.length}`);
  return found;
}
