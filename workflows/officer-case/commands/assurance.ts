import { line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { sha256Field, validUntilField } from '../field.js';
import { adult, counselled, criteriaAnswered, disclosureAgreed, lawyerOffered } from '../guards.js';
import { speaksForHim } from '../roles.js';
import { answers, criteriaCount, verdicts } from '../vocabulary.js';
import { afterDeadline, command } from './command.js';

/** D: what he says on the way to an assurance. */
const hisWord = {
  OpenAssuranceRoute: command({
    input: z.strictObject({ fears: paragraph, wantedAssurance: paragraph }),
    roles: speaksForHim,
    onBehalf: true,
    guards: [adult],
    yields: ['AssuranceRouteOpened'],
  }),
  GiveDisclosureConsent: command({
    input: z.strictObject({ authority: line, items: z.array(line).min(1) }),
    roles: speaksForHim,
    onBehalf: true,
    guards: [counselled],
    yields: ['DisclosureConsentGiven'],
  }),
  AcceptAssurance: command({
    input: z.strictObject({ statement: paragraph, counselOffered: z.boolean() }),
    roles: speaksForHim,
    onBehalf: true,
    guards: [lawyerOffered],
    yields: ['AssuranceAcceptedByPerson'],
  }),
  DeclineAssurance: command({
    input: z.strictObject({ statement: paragraph.optional() }),
    roles: speaksForHim,
    onBehalf: true,
    guards: [],
    yields: ['AssuranceDeclinedByPerson'],
  }),
  // A supervisor may close it too, after hearing him; then he still returns only under an assurance.
  CloseAssuranceRoute: command({
    input: z.strictObject({ statement: paragraph }),
    roles: [...speaksForHim, 'supervisor'],
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

/** D: what is asked of the authority, what it answers, and what that is worth. */
const exchange = {
  RequestAssurance: command({
    input: z.strictObject({ authority: line, noteNo: line, channel: line, anonymous: z.boolean() }),
    roles: ['liaison'],
    confirmedBy: ['supervisor'],
    guards: [disclosureAgreed],
    yields: ['AssuranceRequested'],
  }),
  RecordAssurance: command({
    input: z.strictObject({
      instrumentNo: line,
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
    input: z.strictObject({ replyNo: line }),
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

/** D: what the calendar brings. */
const passedDates = {
  MarkAssuranceOverdue: command({ ...afterDeadline, yields: ['AssuranceOverdue'] }),
  MarkAssuranceReviewDue: command({ ...afterDeadline, yields: ['AssuranceReviewDue'] }),
  ExpireAssurance: command({ ...afterDeadline, yields: ['AssuranceExpired'] }),
};

/** D: waiting for an assurance. */
export const assuranceCommands = { ...hisWord, ...exchange, ...passedDates };
