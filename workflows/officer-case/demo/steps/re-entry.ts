import { hours, iso } from '../calendar.js';
import { languageOf } from '../person.js';
import { after, caseOfficer, interpreter, numbered, on, some, type Step } from './step.js';

const desk = some('intake', 'registration desk');
const crossing = {
  crossingPoint: 'AL_QAIM',
  crossedAt: (_person: unknown, at: number) => iso(at - hours(2)),
};

/** A second entry of somebody who had returned. */
export const reEntrySteps = {
  '91-RecordReEntry': { by: desk, at: on('2025-01-04', 8, 12), data: crossing },
  '92-RecordSurrender': {
    by: some('custody', 'armoury'),
    at: after('second surrender', hours(0.5), hours(2)),
    data: { weaponsCount: '0', nilDeclaration: 'true' },
  },
  '93-DeliverRights': {
    by: desk,
    at: after('second notice', hours(0.5), hours(2)),
    data: { noticeVersion: '2024-12', language: languageOf, receiptNo: numbered('R2') },
  },
  '94-CompleteScreening': {
    by: caseOfficer,
    confirmedBy: some('supervisor', 'second screening'),
    at: after('second screening', hours(2), hours(6)),
    data: {
      category: 'COMBATANT_INTERNED',
      reasons: 'came back; heard again, nothing new',
      interpreterId: interpreter('second screening'),
    },
  },
  '95-PlaceInFacility': {
    by: some('supervisor', 'second placement'),
    at: on('2025-01-05'),
    data: { facility: 'QAIM', orderNo: 'QAIM-ORD-9', legalBasis: 'humanitarian admission' },
  },
  '96-RecordReEntry': { by: desk, at: on('2025-01-10', 8, 12), data: crossing },
} as const satisfies Readonly<Record<string, Step>>;
