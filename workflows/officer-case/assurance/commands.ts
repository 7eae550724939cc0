import { identifier, line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { answers, criteriaCount, verdicts } from '../code-lists.js';
import { afterDeadline, command } from '../command.js';
import { counselled } from '../custody/guards.js';
import { adult } from '../entry/guards.js';
import { sha256Field, validUntilField } from '../field.js';
import { speaksForPerson } from '../roles.js';
import { criteriaAnswered, disclosureAgreed, lawyerOffered } from './guards.js';

/** The statements of the person on the way to an assurance. */
const statements = {
  OpenAssuranceRoute: command({
    input: z.strictObject({ fears: paragraph, wantedAssurance: paragraph }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [adult],
    yields: ['AssuranceRouteOpened'],
  }),
  GiveDisclosureConsent: command({
    input: z.strictObject({ authority: line, items: z.array(line).min(1).max(50) }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [counselled],
    yields: ['DisclosureConsentGiven'],
  }),
  AcceptAssurance: command({
    input: z.strictObject({ statement: paragraph, counselOffered: z.boolean() }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [lawyerOffered],
    yields: ['AssuranceAcceptedByPerson'],
  }),
  DeclineAssurance: command({
    input: z.strictObject({ statement: paragraph.optional() }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [],
    yields: ['AssuranceDeclinedByPerson'],
  }),
  // A supervisor may close it too, after hearing the person, who then still returns only under an assurance.
  CloseAssuranceRoute: command({
    input: z.strictObject({ statement: paragraph }),
    roles: [...speaksForPerson, 'supervisor'],
    onBehalf: true,
    guards: [],
    yields: ['AssuranceRouteClosed'],
    decide: (data, _facts, { actor }) => [
      {
        type: 'AssuranceRouteClosed',
        data: { ...data, closedBy: actor.role === 'supervisor' ? 'office' : 'person' },
      },
    ],
  }),
};

/** The request to the authority, its answer, and the assessment of the answer. */
const exchange = {
  RequestAssurance: command({
    input: z.strictObject({ authority: line, noteNo: identifier, channel: line, anonymous: z.boolean() }),
    roles: ['liaison'],
    confirmedBy: ['supervisor'],
    guards: [disclosureAgreed],
    yields: ['AssuranceRequested'],
  }),
  RecordAssurance: command({
    input: z.strictObject({
      instrumentNo: identifier,
      instrumentType: line,
      issuer: line,
      validUntil: validUntilField,
      instrumentHash: sha256Field,
    }),
    roles: ['liaison'],
    guards: [],
    yields: ['AssuranceReceived'],
  }),
  RecordRefusal: command({
    input: z.strictObject({ replyNo: identifier }),
    roles: ['liaison'],
    guards: [],
    yields: ['AssuranceRefused'],
  }),
  AssessAssurance: command({
    input: z.strictObject({
      verdict: z.enum(verdicts),
      criteria: z.array(z.enum(answers)).length(criteriaCount),
    }),
    roles: ['protection'],
    confirmedBy: ['counsel'],
    guards: [criteriaAnswered],
    yields: ['AssuranceAssessed'],
  }),
};

/** The commands that the system sends when a deadline has passed. */
const passedDates = {
  MarkAssuranceOverdue: command({ ...afterDeadline, yields: ['AssuranceOverdue'] }),
  MarkAssuranceReviewDue: command({ ...afterDeadline, yields: ['AssuranceReviewDue'] }),
  ExpireAssurance: command({ ...afterDeadline, yields: ['AssuranceExpired'] }),
};

/** Section D: the assurance. */
export const assuranceCommands = { ...statements, ...exchange, ...passedDates };
