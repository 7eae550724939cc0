import { identifier, line, paragraph, personIn, wordsAsHeard } from '@safeconduct/workflow';
import { z } from 'zod';
import { assured, assuredBeforeRequest, disclosureAgreed } from '../assurance/guards.js';
import { abortReasons } from '../code-lists.js';
import { afterDeadline, command } from '../command.js';
import { counselled, riskAccepted } from '../custody/guards.js';
import { adult } from '../entry/guards.js';
import { happenedField, sha256Field, wishedDayField } from '../field.js';
import { noHoldOnReturn } from '../holds/guards.js';
import { authorityField } from '../registers/authorities.js';
import { crossingPointField } from '../registers/crossing-points.js';
import { facilityField } from '../registers/facilities.js';
import { meetsPerson, speaksForPerson } from '../roles.js';
import { isInHost } from '../states.js';
import {
  awaitedBack,
  cooledOff,
  independentReviewer,
  received,
  reconfirmed,
  returnConsent,
  undisputed,
} from './guards.js';

/** The person's request and consent, and the decisions on them. */
const requestAndDecision = {
  RequestReturn: command({
    input: z.strictObject({ wishedDate: wishedDayField.optional() }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [adult, assuredBeforeRequest],
    yields: ['ReturnRequested'],
  }),
  GiveReturnConsent: command({
    input: z.strictObject({
      formNo: identifier,
      formVersion: line,
      formHash: sha256Field,
      witness: line,
      interpreterId: personIn('interpreter'),
      rightToWithdrawRead: z.literal(true),
    }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [counselled, adult],
    yields: ['ReturnConsentGiven'],
  }),
  VerifyVoluntariness: command({
    input: z.strictObject({
      interviewNo: identifier,
      private: z.literal(true),
      pressureFound: z.literal(false),
    }),
    roles: ['protection'],
    guards: [independentReviewer],
    yields: ['VoluntarinessVerified'],
  }),
  DoubtVoluntariness: command({
    input: z.strictObject({ interviewNo: identifier, reasons: paragraph }),
    roles: ['protection'],
    guards: [],
    yields: ['VoluntarinessDoubted'],
  }),
  ClearReturn: command({
    input: z.strictObject({ decisionNo: identifier }),
    roles: ['authority'],
    guards: [riskAccepted, noHoldOnReturn, assured],
    yields: ['ReturnCleared'],
  }),
  DenyClearance: command({
    input: z.strictObject({ decisionNo: identifier, reasons: paragraph, remedy: paragraph }),
    roles: ['authority'],
    guards: [],
    yields: ['ReturnClearanceDenied'],
  }),
};

/** From the answer of the receiving side to the crossing. */
const movement = {
  ConfirmReception: command({
    input: z.strictObject({ authority: authorityField, acceptanceRef: identifier }),
    roles: ['liaison'],
    freeOfOrder: true,
    guards: [disclosureAgreed],
    yields: ['ReceptionConfirmed'],
  }),
  RefuseReception: command({
    input: z.strictObject({ message: paragraph }),
    roles: ['liaison'],
    guards: [],
    yields: ['ReceptionRefused'],
  }),
  AddToManifest: command({
    input: z.strictObject({ manifestNo: identifier, seatNo: line.optional() }),
    roles: ['caseOfficer'],
    confirmedBy: ['supervisor'],
    guards: [returnConsent, riskAccepted, received, cooledOff, noHoldOnReturn, assured],
    yields: ['ManifestedForReturn'],
  }),
  RemoveFromManifest: command({
    input: z.strictObject({ reason: paragraph }),
    roles: ['caseOfficer'],
    guards: [],
    yields: ['RemovedFromManifest'],
  }),
  StartMovement: command({
    input: z.strictObject({ reconfirmedAt: happenedField }),
    roles: ['crossing', 'caseOfficer'],
    guards: [returnConsent, reconfirmed, riskAccepted, noHoldOnReturn, assured],
    yields: ['ReturnMovementStarted'],
  }),
  AbortMovement: command({
    input: z.strictObject({ reason: z.enum(abortReasons), details: paragraph.optional() }),
    roles: ['crossing', 'supervisor'],
    guards: [],
    yields: ['ReturnMovementAborted'],
  }),
  // Whoever does not cross is on the road until somebody has seen them arrive.
  ConfirmBroughtBack: command({
    input: z.strictObject({ facility: facilityField }),
    roles: ['crossing', 'custody', 'supervisor'],
    guards: [awaitedBack],
    yields: ['PersonBroughtBack'],
  }),
  ConfirmHandover: command({
    input: z.strictObject({
      listNo: identifier,
      receivingOfficer: line,
      crossingPoint: crossingPointField,
      signatureHash: sha256Field,
    }),
    roles: ['crossing'],
    guards: [returnConsent, riskAccepted, noHoldOnReturn, assured, undisputed],
    yields: ['ReturnCrossingConfirmed'],
  }),
};

const handoverInDoubt = { type: 'HandoverDisputed', data: { ground: 'consentWithdrawn' } } as const;

/** How a consent ends without a crossing. */
const endOfConsent = {
  // No guard: it is enough that the person says so, at any step, to anybody who meets them.
  WithdrawConsent: command({
    input: z.strictObject({
      statement: paragraph.optional(),
      heardBy: line.optional(),
      asHeard: wordsAsHeard.optional(),
    }),
    roles: meetsPerson,
    onBehalf: true,
    alwaysHeard: true,
    guards: [],
    yields: ['ReturnConsentWithdrawn', 'HandoverDisputed'],
    // Heard in every state. After the crossing it cannot undo it, so somebody has to look into it.
    decide: (data, { monitoring }, { state }) => [
      { type: 'ReturnConsentWithdrawn', data },
      ...(monitoring !== undefined && !isInHost(state) ? [handoverInDoubt] : []),
    ],
  }),
  ExpireReturnConsent: command({ ...afterDeadline, yields: ['ReturnConsentExpired'] }),
};

/** Section C: the return. */
export const returnCommands = { ...requestAndDecision, ...movement, ...endOfConsent };
