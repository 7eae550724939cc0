import { identifier, line, paragraph, personIn } from '@safeconduct/workflow';
import { z } from 'zod';
import { identitySources, personCategories, serviceCategories } from '../code-lists.js';
import { afterDeadline, command } from '../command.js';
import { birthDateField, crossingField, isAdult } from '../field.js';
import { crossingPointField } from '../registers/crossing-points.js';
import { facilityField } from '../registers/facilities.js';
import { languageField } from '../registers/languages.js';
import { legalBasisField } from '../registers/suggestions.js';
import {
  civilian,
  disarmed,
  facilityFits,
  inHostCountry,
  interpreterApart,
  provisionalIdentity,
  registeredInError,
  rightsDelivered,
  screened,
} from './guards.js';

const surrender = z
  .strictObject({
    weaponsCount: z.int().min(0),
    receiptNo: identifier.optional(),
    nilDeclaration: z.boolean().optional(),
  })
  .refine(({ weaponsCount, receiptNo }) => weaponsCount === 0 || receiptNo !== undefined, {
    path: ['receiptNo'],
    message: 'must name the receipt for the weapons',
  })
  .refine(({ weaponsCount, nilDeclaration }) => (nilDeclaration ?? false) === (weaponsCount === 0), {
    path: ['nilDeclaration'],
    message: 'must be true when there are no weapons, and only then',
  });

/** Section A: from the crossing to the first facility. */
export const entryCommands = {
  RegisterEntry: command({
    input: z.strictObject({
      registrationNo: identifier,
      nameArabic: line,
      nameLatin: line,
      birthDate: birthDateField,
      serviceCategory: z.enum(serviceCategories),
      rank: line.optional(),
      unit: line.optional(),
      crossingPoint: crossingPointField,
      crossedAt: crossingField,
      language: languageField,
      otherLanguages: z.array(languageField).max(20).optional(),
    }),
    opens: 'registrationNo',
    roles: ['intake'],
    guards: [],
    yields: ['EntryRegistered', 'AgeDisputeRaised'],
    // Of age at the crossing; in doubt the person is held apart from the first moment.
    decide(data) {
      const adult = isAdult(data.birthDate, data.crossedAt);
      const registered = { type: 'EntryRegistered', data: { ...data, adult } } as const;
      return adult
        ? [registered]
        : [registered, { type: 'AgeDisputeRaised', data: { basis: 'registration' } }];
    },
  }),
  RecordSurrender: command({
    input: surrender,
    roles: ['custody'],
    freeOfOrder: true,
    guards: [],
    yields: ['WeaponsSurrendered'],
  }),
  DeliverRights: command({
    input: z.strictObject({
      noticeVersion: line,
      language: languageField,
      interpreterId: personIn('interpreter').optional(),
      receiptNo: identifier,
    }),
    roles: ['intake', 'caseOfficer'],
    freeOfOrder: true,
    guards: [interpreterApart],
    yields: ['RightsNoticeDelivered'],
  }),
  RecordIdentity: command({
    input: z.strictObject({
      sourceType: z.enum(identitySources),
      documentNo: identifier,
      verified: z.boolean(),
    }),
    roles: ['intake', 'caseOfficer'],
    freeOfOrder: true,
    guards: [inHostCountry],
    yields: ['IdentityRecorded'],
  }),
  CompleteScreening: command({
    input: z.strictObject({
      category: z.enum(personCategories),
      reasons: paragraph,
      interpreterId: personIn('interpreter'),
    }),
    roles: ['caseOfficer'],
    confirmedBy: ['supervisor'],
    guards: [disarmed, provisionalIdentity, rightsDelivered, interpreterApart],
    yields: ['ScreeningCompleted'],
  }),
  PlaceInFacility: command({
    input: z.strictObject({ facility: facilityField, orderNo: identifier, legalBasis: legalBasisField }),
    roles: ['supervisor'],
    guards: [facilityFits, screened],
    yields: ['PlacedInFacility'],
  }),
  ReferCivilian: command({
    input: z.strictObject({ agency: line, receiptNo: identifier }),
    roles: ['supervisor'],
    confirmedBy: ['protection'],
    guards: [civilian],
    yields: ['ReferredToCivilianProcedure'],
  }),
  VoidRegistration: command({
    input: z.strictObject({ proofNo: identifier, reason: paragraph }),
    roles: ['supervisor'],
    confirmedBy: ['caseOfficer'],
    guards: [registeredInError],
    yields: ['RegistrationVoided'],
  }),
  MarkScreeningOverdue: command({ ...afterDeadline, yields: ['ScreeningOverdue'] }),
};
