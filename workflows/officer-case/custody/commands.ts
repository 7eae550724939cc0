import { identifier, line, paragraph, personId } from '@safeconduct/workflow';
import { z } from 'zod';
import { intentions, riskOutcomes } from '../code-lists.js';
import { command } from '../command.js';
import { facilityFits, identity, interpreterApart } from '../entry/guards.js';
import { validUntilField } from '../field.js';
import { noHoldOnStay, noHoldOnTransfer } from '../holds/guards.js';
import { countryField } from '../registers/countries.js';
import { facilityField } from '../registers/facilities.js';
import { speaksForPerson } from '../roles.js';
import { counselledBeforeAcceptance } from './guards.js';

/** Section B: the stay, and the steps before a decision. */
export const custodyCommands = {
  TransferFacility: command({
    input: z.strictObject({ facility: facilityField, orderNo: identifier }),
    roles: ['supervisor'],
    guards: [facilityFits, noHoldOnTransfer],
    yields: ['FacilityTransferred'],
  }),
  HoldCounselling: command({
    input: z.strictObject({
      sessionNo: identifier,
      interpreterId: personId,
      packVersion: line,
      counselOffered: z.boolean(),
    }),
    roles: ['protection', 'caseOfficer'],
    freeOfOrder: true,
    guards: [interpreterApart],
    yields: ['CounsellingHeld'],
  }),
  StateIntention: command({
    input: z.strictObject({ intention: z.enum(intentions), statement: paragraph.optional() }),
    roles: speaksForPerson,
    onBehalf: true,
    freeOfOrder: true,
    guards: [],
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
    guards: [counselledBeforeAcceptance],
    yields: ['RiskAssessed'],
  }),
  GrantStay: command({
    input: z.strictObject({
      permitNo: identifier,
      validUntil: validUntilField,
      conditions: paragraph.optional(),
    }),
    roles: ['authority'],
    confirmedBy: ['supervisor'],
    guards: [noHoldOnStay, identity],
    yields: ['StayGranted'],
  }),
};
