import { line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { validUntilField } from '../field.js';
import { counselled, facilityFits, identity, noHold } from '../guards.js';
import { speaksForHim } from '../roles.js';
import { intentions, riskOutcomes } from '../vocabulary.js';
import { command } from './command.js';

/** B: while he stays, and what is done before anything is decided. */
export const custodyCommands = {
  TransferFacility: command({
    input: z.strictObject({ facility: line, orderNo: line }),
    roles: ['supervisor'],
    guards: [facilityFits, noHold],
    yields: ['FacilityTransferred'],
  }),
  HoldCounselling: command({
    input: z.strictObject({
      sessionNo: line,
      interpreterId: line,
      packVersion: line,
      counselOffered: z.boolean(),
    }),
    roles: ['protection', 'caseOfficer'],
    guards: [],
    yields: ['CounsellingHeld'],
  }),
  StateIntention: command({
    input: z.strictObject({ intention: z.enum(intentions), statement: paragraph.optional() }),
    roles: speaksForHim,
    onBehalf: true,
    guards: [],
    yields: ['IntentionStated'],
  }),
  AssessRisk: command({
    input: z.strictObject({ outcome: z.enum(riskOutcomes), coiVersion: line, reasonsRef: line }),
    roles: ['protection'],
    guards: [counselled],
    yields: ['RiskAssessed'],
  }),
  GrantStay: command({
    input: z.strictObject({ permitNo: line, validUntil: validUntilField, conditions: paragraph.optional() }),
    roles: ['authority'],
    confirmedBy: ['supervisor'],
    guards: [noHold, identity],
    yields: ['StayGranted'],
  }),
};
