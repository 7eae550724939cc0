import { caseIdOf, type KeyRing } from '@safeconduct/engine';
import { inventPersons } from '../../../workflows/officer-case/demo/invent-persons.js';
import { workflowName } from '../load/installation.js';
import { seed } from './build-request.js';
import { referenceOf } from './person-commands.js';

/** This many different cases of a caseload, spread evenly over it from a random start. */
export function sampleCases(keys: KeyRing, cases: number, count: number): readonly string[] {
  const { person } = inventPersons(cases, seed);
  const wanted = Math.min(count, cases);
  const first = Math.floor(Math.random() * cases);
  return Array.from({ length: wanted }, (_, index) => {
    const place = (first + Math.floor((index * cases) / wanted)) % cases;
    return caseIdOf(keys, workflowName, referenceOf(person(place)));
  });
}
