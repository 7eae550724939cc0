import { examplePersons } from './case-paths.js';

/**
 * The actors of a caseload: `least` of each role, and in a larger one at least one for `personsEach` persons.
 */
const staffing = {
  intake: { prefix: 'intake', least: 4, personsEach: 624 },
  custody: { prefix: 'cus', least: 2, personsEach: 1247 },
  supervisor: { prefix: 'sup', least: 3, personsEach: 831 },
  protection: { prefix: 'pro', least: 4, personsEach: 624 },
  counsel: { prefix: 'leg', least: 2, personsEach: 1247 },
  medical: { prefix: 'med', least: 2, personsEach: 1247 },
  childProtection: { prefix: 'cpo', least: 1, personsEach: 2493 },
  legalAdviser: { prefix: 'law', least: 1, personsEach: 2493 },
  liaison: { prefix: 'lia', least: 1, personsEach: 2493 },
  relocation: { prefix: 'rel', least: 2, personsEach: 1247 },
  crossing: { prefix: 'brd', least: 2, personsEach: 1247 },
  monitor: { prefix: 'mon', least: 2, personsEach: 1247 },
  authority: { prefix: 'aut', least: 1, personsEach: 2493 },
} as const;
export type DemoRole = keyof typeof staffing;

export type DemoActors = Readonly<Record<DemoRole, readonly string[]>>;

/**
 * The ids of the actors in a caseload of this size, by role; by default in one of the size of the example.
 */
export function demoActors(persons = examplePersons): DemoActors {
  const entries = Object.entries(staffing).map(([role, { prefix, least, personsEach }]) => {
    const length = Math.max(least, Math.ceil(persons / personsEach));
    return [role, Array.from({ length }, (_, index) => actorId(prefix, index))];
  });
  return Object.fromEntries(entries) as DemoActors;
}

/** The cases of each of twelve officers among 2,493: some have far too many, one has three. */
const loads = [412, 371, 318, 268, 236, 208, 187, 163, 142, 118, 67, 3];
/** Without a common divisor with 2,493, so that an officer's cases lie scattered over the order of crossing. */
const stride = 1000;
const officerAt = loads.flatMap((load, officer) => Array.from({ length: load }, () => officer));

/** The case officer of the person with this index. Every further 2,493 persons have twelve officers of their own. */
export function caseOfficerOf(index: number): string {
  const [block, place] = [Math.floor(index / examplePersons), index % examplePersons];
  const officer = officerAt[(place * stride) % examplePersons] ?? 0;
  return actorId('co', block * loads.length + officer);
}

const actorId = (prefix: string, index: number): string => `${prefix}-${String(index + 1).padStart(2, '0')}`;
