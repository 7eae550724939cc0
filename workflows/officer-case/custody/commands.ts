import { identifier, line, paragraph, personIn } from '@safeconduct/workflow';
import { z } from 'zod';
import { custodyReviews, intentions, riskOutcomes, routes } from '../code-lists.js';
import { command } from '../command.js';
import { facilityFits, identity, inHostCountry, interpreterApart } from '../entry/guards.js';
import { validUntilField } from '../field.js';
import { noHoldOnStay, noHoldOnTransfer } from '../holds/guards.js';
import { countryField } from '../registers/countries.js';
import { facilityField } from '../registers/facilities.js';
import { speaksForPerson } from '../roles.js';
import { counselledBeforeAcceptance, reviewerApart, staysInHost } from './guards.js';

/** The stay in a facility, and what is found out about the person. */
const stay = {
  TransferFacility: command({
    input: z.strictObject({ facility: facilityField, orderNo: identifier }),
    roles: ['supervisor'],
    guards: [facilityFits, noHoldOnTransfer],
    yields: ['FacilityTransferred'],
  }),
  HoldCounselling: command({
    input: z.strictObject({
      sessionNo: identifier,
      interpreterId: personIn('interpreter'),
      packVersion: line,
      counselOffered: z.boolean(),
    }),
    roles: ['protection', 'caseOfficer'],
    freeOfOrder: true,
    guards: [inHostCountry, interpreterApart],
    yields: ['CounsellingHeld'],
  }),
  StateIntention: command({
    input: z.strictObject({ intention: z.enum(intentions), statement: paragraph.optional() }),
    roles: speaksForPerson,
    onBehalf: true,
    freeOfOrder: true,
    guards: [inHostCountry],
    yields: ['IntentionStated'],
  }),
  AssessRisk: command({
    input: z.strictObject({
      destination: countryField,
      outcome: z.enum(riskOutcomes),
      coiVersion: line,
      reasonsRef: identifier,
    }),
    roles: ['protection'],
    freeOfOrder: true,
    guards: [inHostCountry, counselledBeforeAcceptance],
    yields: ['RiskAssessed'],
  }),
  ReviewCustody: command({
    input: z.strictObject({
      reviewNo: identifier,
      outcome: z.enum(custodyReviews),
      grounds: paragraph,
      personHeard: z.literal(true),
      counselPresent: z.boolean(),
    }),
    roles: ['supervisor'],
    confirmedBy: ['protection'],
    freeOfOrder: true,
    guards: [reviewerApart],
    yields: ['CustodyReviewed'],
  }),
  RecordIcrcAccess: command({
    input: z.strictObject({ facility: facilityField, icrcNo: identifier.optional() }),
    roles: ['caseOfficer'],
    freeOfOrder: true,
    guards: [inHostCountry],
    yields: ['IcrcAccessRecorded'],
  }),
};

const permit = z.strictObject({
  permitNo: identifier,
  validUntil: validUntilField,
  conditions: paragraph.optional(),
});

/** The decisions of the authority on the ways on from the camp. */
const decisions = {
  DenyRoute: command({
    input: z.strictObject({
      route: z.enum(routes),
      decisionNo: identifier,
      reasons: paragraph,
      remedy: paragraph,
    }),
    roles: ['authority'],
    guards: [],
    yields: ['RouteDenied'],
  }),
  GrantStay: command({
    input: permit,
    roles: ['authority'],
    confirmedBy: ['supervisor'],
    guards: [noHoldOnStay, identity],
    yields: ['StayGranted'],
  }),
  RenewStay: command({
    input: permit,
    roles: ['authority'],
    confirmedBy: ['supervisor'],
    guards: [staysInHost],
    yields: ['StayRenewed'],
  }),
};

/** Section B: the stay, and the decisions that end it. */
export const custodyCommands = { ...stay, ...decisions };
