import { identifier, line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { noAppeal } from '../appeals/guards.js';
import { assured } from '../assurance/guards.js';
import { reliabilities } from '../code-lists.js';
import { command } from '../command.js';
import { riskAccepted } from '../custody/guards.js';
import { provisionalIdentity } from '../entry/guards.js';
import { crossingField, happenedField, isAdult } from '../field.js';
import { noHoldOnReturn } from '../holds/guards.js';
import { countryField } from '../registers/countries.js';
import { crossingPointField } from '../registers/crossing-points.js';
import { returnConsent } from '../return/guards.js';
import { meetsPerson } from '../roles.js';
import { destinationSafe, missing, notMissing, searched } from './guards.js';

/** The person is not where they are expected. */
const absence = {
  ReportMissing: command({
    input: z.strictObject({ lastSeen: paragraph, lastSeenAt: happenedField.optional() }),
    roles: meetsPerson,
    establishes: true,
    guards: [notMissing],
    yields: ['PersonReportedMissing'],
  }),
  RecordSearch: command({
    input: z.strictObject({ area: line, result: paragraph }),
    roles: ['custody', 'caseOfficer', 'supervisor'],
    freeOfOrder: true,
    guards: [missing],
    yields: ['SearchRecorded'],
  }),
  Locate: command({
    input: z.strictObject({ where: paragraph }),
    roles: meetsPerson,
    guards: [missing],
    yields: ['PersonLocated'],
  }),
  CloseAsAbsconded: command({
    input: z.strictObject({ noticesRef: identifier, reasons: paragraph }),
    roles: ['supervisor'],
    confirmedBy: ['authority'],
    guards: [missing, searched],
    yields: ['AbscondedClosed'],
  }),
  RecordSpontaneousDeparture: command({
    input: z.strictObject({
      report: paragraph,
      reliability: z.enum(reliabilities),
      destination: countryField.optional(),
    }),
    roles: ['supervisor'],
    establishes: true,
    guards: [],
    yields: ['DepartedSpontaneously'],
  }),
};

/** What happened to the person, whatever the rules say. */
const events = {
  RecordDeath: command({
    input: z.strictObject({
      certificateNo: identifier,
      diedAt: happenedField.optional(),
      circumstances: paragraph.optional(),
    }),
    roles: ['medical'],
    confirmedBy: ['supervisor'],
    establishes: true,
    guards: [],
    yields: ['PersonDeceased'],
  }),
  // The guards of a handover are asked, so that the transcript says what was broken.
  RecordIrregularCrossing: command({
    input: z.strictObject({
      crossedAt: crossingField,
      crossingPoint: crossingPointField.optional(),
      circumstances: paragraph,
      reliability: z.enum(reliabilities),
    }),
    roles: ['protection'],
    confirmedBy: ['supervisor'],
    establishes: true,
    guards: [returnConsent, riskAccepted, noHoldOnReturn, assured],
    yields: ['IrregularCrossingRecorded'],
  }),
  ContestHandover: command({
    input: z.strictObject({ ownListNo: identifier, otherListNo: identifier, details: paragraph.optional() }),
    roles: ['crossing', 'supervisor', 'protection', 'counsel', 'liaison'],
    establishes: true,
    guards: [],
    yields: ['HandoverDisputed'],
    decide: (data) => [{ type: 'HandoverDisputed', data: { ground: 'listsDisagree', ...data } }],
  }),
  RecordReEntry: command({
    input: z.strictObject({ crossingPoint: crossingPointField, crossedAt: crossingField }),
    roles: ['intake'],
    establishes: true,
    guards: [provisionalIdentity],
    yields: ['PersonReEntered', 'AgeDisputeRaised'],
    // A doubt about the age is ended by its determination, not by leaving.
    decide(data, { birthDate, adult: wasAdult, asChild, episode }) {
      const adult = asChild === undefined && (wasAdult || isAdult(birthDate, data.crossedAt));
      const entered = { type: 'PersonReEntered', data: { ...data, adult, episode: episode + 1 } } as const;
      return adult ? [entered] : [entered, { type: 'AgeDisputeRaised', data: { basis: 'registration' } }];
    },
  }),
};

const decisions = {
  TransferToJustice: command({
    input: z.strictObject({
      orderNo: identifier,
      court: line,
      destination: countryField,
      counselNotified: z.literal(true),
      receiptNo: identifier,
    }),
    roles: ['authority'],
    confirmedBy: ['supervisor'],
    guards: [destinationSafe, noAppeal],
    yields: ['TransferredToJustice'],
  }),
  RecordLateFact: command({
    input: z.strictObject({ source: line, fact: paragraph }),
    roles: ['caseOfficer'],
    confirmedBy: ['supervisor'],
    freeOfOrder: true,
    guards: [],
    yields: ['LateFactRecorded'],
  }),
};

/** Sections C, F and X, fates: what happens to a person beside the procedure. */
export const fateCommands = { ...absence, ...events, ...decisions };
