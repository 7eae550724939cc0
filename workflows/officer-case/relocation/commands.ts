import { identifier, line, paragraph, personIn, wordsAsHeard } from '@safeconduct/workflow';
import { z } from 'zod';
import {
  memberDecisions,
  ownDecisions,
  relocationChannels,
  relocationOutcomes,
  relocationReasons,
  splitChoices,
} from '../code-lists.js';
import { afterDeadline, command } from '../command.js';
import { counselled } from '../custody/guards.js';
import { adult, identity, interpreterApart, rightsDelivered } from '../entry/guards.js';
import { sha256Field, validUntilField } from '../field.js';
import { noHoldOnRelocation } from '../holds/guards.js';
import { thirdCountryField } from '../registers/countries.js';
import { renounced } from '../renunciation/guards.js';
import { meetsPerson, speaksForPerson, type Role } from '../roles.js';
import {
  admitted,
  answersSubmission,
  countryWished,
  departureConsent,
  exitPermitted,
  noRiskThere,
  noRiskWhereAdmitted,
  submissionConsent,
} from './guards.js';

const speaksForApplicant: readonly Role[] = ['relocation', ...speaksForPerson];

/** The wish, its assessment, and the answer of the country. */
const application = {
  OpenRelocation: command({
    input: z.strictObject({
      countries: z.array(thirdCountryField).min(1).max(50),
      channel: z.enum(relocationChannels),
      reason: z.enum(relocationReasons),
    }),
    roles: speaksForApplicant,
    onBehalf: true,
    guards: [adult, rightsDelivered],
    yields: ['RelocationOpened'],
  }),
  AssessRelocation: command({
    input: z.strictObject({ outcome: z.enum(relocationOutcomes), reasons: paragraph }),
    roles: ['relocation'],
    confirmedBy: ['protection'],
    guards: [identity, renounced],
    yields: ['RelocationAssessed'],
  }),
  GiveRelocationConsent: command({
    input: z.strictObject({ country: thirdCountryField, declarationNo: identifier }),
    roles: speaksForApplicant,
    onBehalf: true,
    guards: [counselled, countryWished],
    yields: ['RelocationConsentGiven'],
  }),
  SubmitToCountry: command({
    input: z.strictObject({ country: thirdCountryField, packageHash: sha256Field }),
    roles: ['relocation'],
    confirmedBy: ['supervisor'],
    guards: [submissionConsent, noRiskThere],
    yields: ['RelocationSubmitted'],
  }),
  RecordDenial: command({
    input: z.strictObject({ country: thirdCountryField, decisionNo: identifier }),
    roles: ['relocation'],
    guards: [answersSubmission],
    yields: ['RelocationDenied'],
  }),
  RecordAcceptance: command({
    input: z.strictObject({
      country: thirdCountryField,
      decisionNo: identifier,
      validUntil: validUntilField,
    }),
    roles: ['relocation'],
    guards: [answersSubmission],
    yields: ['RelocationAccepted'],
  }),
};

const split = z
  .strictObject({
    country: thirdCountryField,
    decisionNo: identifier,
    ownDecision: z.enum(ownDecisions),
    validUntil: validUntilField.optional(),
    members: z
      .array(z.strictObject({ relative: line, decision: z.enum(memberDecisions) }))
      .min(1)
      .max(50),
  })
  .refine(({ ownDecision, validUntil }) => (ownDecision === 'accepted') === (validUntil !== undefined), {
    path: ['validUntil'],
    message: 'must say how long the person is admitted, and only then',
  });

/** What the country asks and decides besides yes and no. */
const selection = {
  RecordInterview: command({
    input: z.strictObject({ mission: line, interpreterId: personIn('interpreter') }),
    roles: ['relocation'],
    freeOfOrder: true,
    guards: [interpreterApart],
    yields: ['SelectionInterviewHeld'],
  }),
  // A question, or a decision that is put off, is no denial.
  RecordDeferral: command({
    input: z.strictObject({ country: thirdCountryField, question: paragraph }),
    roles: ['relocation'],
    freeOfOrder: true,
    guards: [answersSubmission],
    yields: ['RelocationDeferred'],
  }),
  RecordSplitDecision: command({
    input: split,
    roles: ['relocation'],
    guards: [answersSubmission],
    yields: ['RelocationSplit'],
  }),
  ResolveSplit: command({
    input: z.strictObject({ choice: z.enum(splitChoices), statement: paragraph }),
    roles: speaksForApplicant,
    onBehalf: true,
    guards: [],
    yields: ['SplitResolved'],
  }),
  RevokeAcceptance: command({
    input: z.strictObject({ country: thirdCountryField, letterNo: identifier }),
    roles: ['relocation'],
    guards: [answersSubmission],
    yields: ['RelocationAcceptanceRevoked'],
  }),
};

/** From the admission to the arrival. */
const departure = {
  RequestExit: command({
    input: z.strictObject({ listNo: identifier }),
    roles: ['relocation'],
    guards: [noHoldOnRelocation],
    yields: ['ExitClearanceRequested'],
  }),
  GrantExit: command({
    input: z.strictObject({ permitNo: identifier, validUntil: validUntilField }),
    roles: ['authority'],
    guards: [identity],
    yields: ['ExitCleared'],
  }),
  RefuseExit: command({
    input: z.strictObject({ decisionNo: identifier, reasons: paragraph, remedy: paragraph }),
    roles: ['authority'],
    guards: [],
    yields: ['ExitClearanceRefused'],
  }),
  CompletePreDeparture: command({
    input: z.strictObject({ medicalRef: identifier, documentNo: identifier }),
    roles: ['relocation'],
    confirmedBy: ['medical'],
    guards: [],
    yields: ['PreDepartureCompleted'],
  }),
  ConfirmDeparture: command({
    input: z.strictObject({ carrier: line }),
    roles: ['crossing'],
    guards: [departureConsent, noHoldOnRelocation, exitPermitted, admitted, noRiskWhereAdmitted],
    yields: ['RelocationDeparted'],
  }),
  ConfirmArrival: command({
    input: z.strictObject({ receiptNo: identifier }),
    roles: ['relocation'],
    guards: [],
    yields: ['RelocationArrived'],
  }),
  RecordRefusalAtDestination: command({
    input: z.strictObject({ report: paragraph, admissionStands: z.boolean() }),
    roles: ['relocation', 'crossing'],
    guards: [],
    yields: ['RelocationArrivalRefused'],
  }),
};

/** How a relocation ends without a departure. */
const endOfRelocation = {
  // No guard: until the departure it is enough that the person says so, to anybody who meets them.
  WithdrawRelocation: command({
    input: z.strictObject({ statement: paragraph.optional(), asHeard: wordsAsHeard.optional() }),
    roles: meetsPerson,
    onBehalf: true,
    alwaysHeard: true,
    guards: [],
    yields: ['RelocationConsentWithdrawn'],
  }),
  CloseRelocation: command({
    input: z.strictObject({ reason: paragraph, personHeard: z.literal(true) }),
    roles: ['supervisor'],
    guards: [],
    yields: ['RelocationClosed'],
  }),
  ExpireRelocationValidity: command({ ...afterDeadline, yields: ['RelocationValidityExpired'] }),
};

/** Section E: the relocation to a third country. */
export const relocationCommands = {
  ...application,
  ...selection,
  ...departure,
  ...endOfRelocation,
};
