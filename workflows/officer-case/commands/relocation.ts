import { line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { sha256Field, validUntilField } from '../field.js';
import {
  admitted,
  adult,
  answersSubmission,
  counselled,
  departureConsent,
  exitPermitted,
  identity,
  noHold,
  rightsDelivered,
  submissionConsent,
} from '../guards.js';
import { meetsHim, speaksForHim, type Role } from '../roles.js';
import {
  origins,
  relocationChannels,
  relocationOutcomes,
  relocationReasons,
  type Origin,
} from '../vocabulary.js';
import { afterDeadline, command } from './command.js';

const speaksForHimHere: readonly Role[] = ['relocation', ...speaksForHim];

/** E: his wish, its examination, and the answer of the country. */
const application = {
  OpenRelocation: command({
    input: z.strictObject({
      countries: z.array(line).min(1),
      channel: z.enum(relocationChannels),
      reason: z.enum(relocationReasons),
    }),
    roles: speaksForHimHere,
    onBehalf: true,
    guards: [adult, rightsDelivered],
    yields: ['RelocationOpened'],
    decide: (data, _facts, { state }) => [
      { type: 'RelocationOpened', data: { ...data, origin: originOf(state) } },
    ],
  }),
  AssessRelocation: command({
    input: z.strictObject({ outcome: z.enum(relocationOutcomes), reasons: paragraph }),
    roles: ['relocation'],
    confirmedBy: ['protection'],
    guards: [identity],
    yields: ['RelocationAssessed'],
  }),
  GiveRelocationConsent: command({
    input: z.strictObject({ country: line, declarationNo: line }),
    roles: speaksForHimHere,
    onBehalf: true,
    guards: [counselled],
    yields: ['RelocationConsentGiven'],
  }),
  SubmitToCountry: command({
    input: z.strictObject({ country: line, packageHash: sha256Field }),
    roles: ['relocation'],
    confirmedBy: ['supervisor'],
    guards: [submissionConsent],
    yields: ['RelocationSubmitted'],
  }),
  RecordDenial: command({
    input: z.strictObject({ country: line, decisionNo: line }),
    roles: ['relocation'],
    guards: [answersSubmission],
    yields: ['RelocationDenied'],
  }),
  RecordAcceptance: command({
    input: z.strictObject({ country: line, decisionNo: line, validUntil: validUntilField }),
    roles: ['relocation'],
    guards: [answersSubmission],
    yields: ['RelocationAccepted'],
  }),
};

/** E: from the admission to the arrival. */
const departure = {
  RequestExit: command({
    input: z.strictObject({ listNo: line }),
    roles: ['relocation'],
    guards: [noHold],
    yields: ['ExitClearanceRequested'],
  }),
  GrantExit: command({
    input: z.strictObject({ permitNo: line, validUntil: validUntilField }),
    roles: ['authority'],
    guards: [identity],
    yields: ['ExitCleared'],
  }),
  RefuseExit: command({
    input: z.strictObject({ decisionNo: line, reasons: paragraph, remedy: paragraph }),
    roles: ['authority'],
    guards: [],
    yields: ['ExitClearanceRefused'],
  }),
  CompletePreDeparture: command({
    input: z.strictObject({ medicalRef: line, documentNo: line }),
    roles: ['relocation'],
    confirmedBy: ['medical'],
    guards: [],
    yields: ['PreDepartureCompleted'],
  }),
  ConfirmDeparture: command({
    input: z.strictObject({ carrier: line }),
    roles: ['crossing'],
    guards: [departureConsent, noHold, exitPermitted, admitted],
    yields: ['RelocationDeparted'],
  }),
  ConfirmArrival: command({
    input: z.strictObject({ receiptNo: line }),
    roles: ['relocation'],
    guards: [],
    yields: ['RelocationArrived'],
  }),
};

/** E: how a relocation ends without a departure. */
const endOfRelocation = {
  // No guard: it is enough that he says so, until he has left, to anybody who meets him.
  WithdrawRelocation: command({
    input: z.strictObject({ statement: paragraph }),
    roles: meetsHim,
    onBehalf: true,
    alwaysHeard: true,
    guards: [],
    yields: ['RelocationConsentWithdrawn'],
  }),
  ExpireRelocationValidity: command({ ...afterDeadline, yields: ['RelocationValidityExpired'] }),
};

/** E: the way to a third country. */
export const relocationCommands = { ...application, ...departure, ...endOfRelocation };

/** The chart opens a relocation from these states only. */
function originOf(state: string): Origin {
  return origins.find((origin) => origin === state) ?? 'camped.settled';
}
