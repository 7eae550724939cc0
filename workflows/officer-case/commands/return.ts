import { day, instantField, line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { sha256Field } from '../field.js';
import {
  adult,
  assured,
  assuredBeforeRequest,
  cooledOff,
  counselled,
  independentReviewer,
  noHold,
  received,
  reconfirmed,
  returnConsent,
  riskAccepted,
} from '../guards.js';
import { meetsHim, speaksForHim } from '../roles.js';
import { abortReasons } from '../vocabulary.js';
import { afterDeadline, command } from './command.js';

/** C: his request, his consent, and what others decide about it. */
const requestAndDecision = {
  RequestReturn: command({
    input: z.strictObject({ wishedDate: day.optional() }),
    roles: speaksForHim,
    onBehalf: true,
    guards: [adult, assuredBeforeRequest],
    yields: ['ReturnRequested'],
  }),
  GiveReturnConsent: command({
    input: z.strictObject({
      formNo: line,
      formVersion: line,
      formHash: sha256Field,
      witness: line,
      interpreterId: line,
      rightToWithdrawRead: z.literal(true),
    }),
    roles: speaksForHim,
    onBehalf: true,
    guards: [counselled, adult],
    yields: ['ReturnConsentGiven'],
  }),
  VerifyVoluntariness: command({
    input: z.strictObject({ interviewNo: line, private: z.literal(true), pressureFound: z.literal(false) }),
    roles: ['protection'],
    guards: [independentReviewer],
    yields: ['VoluntarinessVerified'],
  }),
  DoubtVoluntariness: command({
    input: z.strictObject({ interviewNo: line, reasons: paragraph }),
    roles: ['protection'],
    guards: [],
    yields: ['VoluntarinessDoubted'],
  }),
  ClearReturn: command({
    input: z.strictObject({ decisionNo: line }),
    roles: ['authority'],
    guards: [riskAccepted, noHold, assured],
    yields: ['ReturnCleared'],
  }),
  DenyClearance: command({
    input: z.strictObject({ decisionNo: line, reasons: paragraph, remedy: paragraph }),
    roles: ['authority'],
    guards: [],
    yields: ['ReturnClearanceDenied'],
  }),
};

/** C: from the receiving side's answer to the crossing. */
const movement = {
  ConfirmReception: command({
    input: z.strictObject({ acceptanceRef: line }),
    roles: ['liaison'],
    guards: [],
    yields: ['ReceptionConfirmed'],
  }),
  RefuseReception: command({
    input: z.strictObject({ message: paragraph }),
    roles: ['liaison'],
    guards: [],
    yields: ['ReceptionRefused'],
  }),
  AddToManifest: command({
    input: z.strictObject({ manifestNo: line, seatNo: line.optional() }),
    roles: ['caseOfficer'],
    confirmedBy: ['supervisor'],
    guards: [returnConsent, riskAccepted, received, cooledOff, noHold, assured],
    yields: ['ManifestedForReturn'],
  }),
  RemoveFromManifest: command({
    input: z.strictObject({ reason: paragraph }),
    roles: ['caseOfficer'],
    guards: [],
    yields: ['RemovedFromManifest'],
  }),
  StartMovement: command({
    input: z.strictObject({ reconfirmedAt: instantField }),
    roles: ['crossing', 'caseOfficer'],
    guards: [returnConsent, reconfirmed, noHold],
    yields: ['ReturnMovementStarted'],
  }),
  AbortMovement: command({
    input: z.strictObject({ reason: z.enum(abortReasons), details: paragraph.optional() }),
    roles: ['crossing', 'supervisor'],
    guards: [],
    yields: ['ReturnMovementAborted'],
  }),
  ConfirmHandover: command({
    input: z.strictObject({
      listNo: line,
      receivingOfficer: line,
      crossingPoint: line,
      signatureHash: sha256Field,
    }),
    roles: ['crossing'],
    guards: [returnConsent, noHold],
    yields: ['ReturnCrossingConfirmed'],
  }),
};

/** C: how a consent ends without a crossing. */
const endOfConsent = {
  // No guard: it is enough that he says so, at any step, to anybody who meets him.
  WithdrawConsent: command({
    input: z.strictObject({ statement: paragraph, heardBy: line }),
    roles: meetsHim,
    onBehalf: true,
    alwaysHeard: true,
    guards: [],
    yields: ['ReturnConsentWithdrawn'],
  }),
  ExpireReturnConsent: command({ ...afterDeadline, yields: ['ReturnConsentExpired'] }),
};

/** C: the way back. */
export const returnCommands = { ...requestAndDecision, ...movement, ...endOfConsent };
