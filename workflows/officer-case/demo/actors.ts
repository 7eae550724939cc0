import { examplePersons } from './case-paths.js';

/**
 * The actors of a caseload: `least` of each role, and in a larger one at least one for `personsEach` persons.
 */
const staffing = {
  intake: { prefix: 'intake', least: 4, personsEach: 624 },
  custody: { prefix: 'cus', least: 2, personsEach: 1247 },
  caseOfficer: { prefix: 'co', least: 12, personsEach: 208 },
  supervisor: { prefix: 'sup', least: 3, personsEach: 831 },
  protection: { prefix: 'pro', least: 4, personsEach: 624 },
  counsel: { prefix: 'leg', least: 2, personsEach: 1247 },
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
    return [role, Array.from({ length }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`)];
  });
  return Object.fromEntries(entries) as DemoActors;
}
