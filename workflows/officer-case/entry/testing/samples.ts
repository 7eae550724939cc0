import { hours, plus } from '@safeconduct/workflow';
import type { entryCommands } from '../commands.js';
import { passed, plantedLanguage, sealed, type SamplesOf } from '../../testing/sample.js';

export const entrySamples: SamplesOf<typeof entryCommands> = {
  RegisterEntry: {
    by: 'intake-1',
    inputs: (at) => [
      {
        registrationNo: 'QAIM-1',
        nameArabic: sealed('اسم'),
        nameLatin: sealed('name'),
        birthDate: '1979-08-28',
        serviceCategory: 'officer',
        rank: sealed('rank'),
        unit: sealed('unit'),
        crossingPoint: 'AL_QAIM',
        crossedAt: plus(at, -hours(1)),
        language: plantedLanguage,
        otherLanguages: [plantedLanguage],
      },
    ],
  },
  RecordSurrender: {
    by: 'cus-1',
    inputs: () => [
      { weaponsCount: 1, receiptNo: 'W-1', nilDeclaration: false },
      { weaponsCount: 0, nilDeclaration: true },
    ],
  },
  DeliverRights: {
    by: 'intake-1',
    inputs: () => [
      { noticeVersion: '2024-12', language: plantedLanguage, receiptNo: 'R-1' },
      { noticeVersion: '2024-12', language: plantedLanguage, interpreterId: 'int-1', receiptNo: 'R-2' },
    ],
  },
  RecordIdentity: {
    by: 'intake-1',
    inputs: () => [
      { sourceType: 'militaryId', documentNo: sealed('document'), verified: true },
      { sourceType: 'declaration', documentNo: sealed('document'), verified: false },
    ],
  },
  CompleteScreening: {
    by: 'co-1',
    confirmedBy: 'sup-1',
    inputs: () => [
      { category: 'COMBATANT_INTERNED', reasons: sealed('reasons'), interpreterId: 'int-1' },
      { category: 'UNDETERMINED', reasons: sealed('reasons'), interpreterId: 'int-1' },
      { category: 'CIVILIAN_STAFF', reasons: sealed('reasons'), interpreterId: 'int-1' },
    ],
  },
  PlaceInFacility: {
    by: 'sup-1',
    inputs: () => [{ facility: 'QAIM', orderNo: 'O-1', legalBasis: 'humanitarian admission' }],
  },
  ReferCivilian: {
    by: 'sup-1',
    confirmedBy: 'pro-1',
    inputs: () => [{ agency: 'UNHCR', receiptNo: 'CR-1' }],
  },
  VoidRegistration: {
    by: 'sup-1',
    confirmedBy: 'co-1',
    inputs: () => [{ proofNo: 'E-1', reason: sealed('reason') }],
  },
  MarkScreeningOverdue: passed('screening'),
};
