import { hours, iso, minutes } from '../calendar.js';
import { crossedAt, languageOf, particularsOf, serviceOf, type Particulars, type Person } from '../person.js';
import { after, caseOfficer, interpreter, numbered, on, some, type Step } from './step.js';

// One desk records registration, notice of rights and identity.
const desk = some('intake', 'registration desk');
const particular = (field: keyof Particulars) => (person: Person) => particularsOf(person)[field];

/** One in five had no weapon, one in seven two. */
function weapons({ draw }: Person): number {
  const drawn = draw('weapons', 100);
  if (drawn < 18) return 0;
  return drawn < 85 ? 1 : 2;
}

/** To half of those who speak Kurdish an interpreter reads the Arabic notice out. */
const isReadOut = (person: Person) => languageOf(person) === 'kmr' && person.draw('read out', 2) === 0;

/** Whoever stays, and of whom no later file records an identity, has one source. */
const hasOneSource = ({ path: { files, returnDay } }: Person) =>
  returnDay === undefined && !files.includes('11-RecordIdentity');

/** From the crossing to the camp and the officer of the case. */
export const entrySteps = {
  '01-RegisterEntry': {
    by: desk,
    at: (person) => crossedAt(person) + person.draw('time until registration', minutes(40)) + minutes(5),
    data: {
      nameArabic: particular('nameArabic'),
      nameLatin: particular('nameLatin'),
      birthDate: particular('birthDate'),
      serviceCategory: serviceOf,
      rank: particular('rank'),
      unit: particular('unit'),
      crossingPoint: 'AL_QAIM',
      crossedAt: (person) => iso(crossedAt(person)),
      language: languageOf,
    },
  },
  '02-RecordSurrender': {
    by: some('custody', 'armoury'),
    at: after('surrender', minutes(15), hours(2)),
    data: {
      weaponsCount: (person) => String(weapons(person)),
      receiptNo: (person) => (weapons(person) === 0 ? '' : numbered('W')(person)),
      nilDeclaration: (person) => String(weapons(person) === 0),
    },
  },
  '03-DeliverRights': {
    by: desk,
    at: after('rights', minutes(30), hours(2)),
    data: {
      noticeVersion: '2024-12',
      language: (person) => (isReadOut(person) ? 'ar' : languageOf(person)),
      interpreterId: (person) => (isReadOut(person) ? interpreter('rights')(person) : ''),
      receiptNo: numbered('R'),
    },
  },
  '04-RecordIdentity': {
    by: desk,
    at: after('identity', minutes(15), hours(2)),
    data: {
      sourceType: ({ draw }) =>
        ['militaryId', 'militaryId', 'civilId', 'declaration'][draw('source', 4)] ?? '',
      documentNo: ({ draw }) => `D${100_000 + draw('document', 900_000)}`,
      verified: (person) => String(!hasOneSource(person) && person.draw('verified', 3) > 0),
    },
  },
  '06-CompleteScreening': {
    by: caseOfficer,
    confirmedBy: some('supervisor', 'screening'),
    at: after('screening', hours(2), hours(20)),
    data: {
      category: (person) => (serviceOf(person) === 'civilianStaff' ? 'CIVILIAN_STAFF' : 'COMBATANT_INTERNED'),
      reasons: 'screening interview on record',
      interpreterId: interpreter('screening'),
    },
  },
  '07-PlaceInFacility': {
    by: some('supervisor', 'placement'),
    at: after('placement', hours(1), hours(6)),
    data: { facility: 'QAIM', orderNo: 'QAIM-ORD-1', legalBasis: 'humanitarian admission' },
  },
  '08-AssignOfficer': {
    by: some('supervisor', 'assignment'),
    at: on('2024-12-10', 15, 22),
    data: { officer: caseOfficer },
  },
} as const satisfies Readonly<Record<string, Step>>;
