import { identifier, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { assuranceScopes, disclosedItems, instrumentTypes, verdicts } from '../code-lists.js';
import { afterDeadline, command } from '../command.js';
import { counselled } from '../custody/guards.js';
import { adult } from '../entry/guards.js';
import { sha256Field, validUntilField } from '../field.js';
import { authorityField } from '../registers/authorities.js';
import { assuranceChannelField } from '../registers/suggestions.js';
import { speaksForPerson } from '../roles.js';
import { criteriaOf } from './criteria.js';
import { criteriaNoted, disclosureAgreed, instrumentValid, lawyerOffered } from './guards.js';

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
    input: z.strictObject({
      authority: authorityField,
      items: z.array(z.enum(disclosedItems)).min(1).max(disclosedItems.length),
    }),
    roles: speaksForPerson,
    onBehalf: true,
    freeOfOrder: true,
    guards: [counselled],
    yields: ['DisclosureConsentGiven'],
  }),
  AcceptAssurance: command({
    input: z.strictObject({ statement: paragraph, counselOffered: z.boolean() }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [lawyerOffered, instrumentValid],
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
    input: z.strictObject({
      authority: authorityField,
      noteNo: identifier,
      channel: assuranceChannelField,
      anonymous: z.boolean(),
    }),
    roles: ['liaison'],
    confirmedBy: ['supervisor'],
    guards: [disclosureAgreed],
    yields: ['AssuranceRequested'],
  }),
  RecordAssurance: command({
    input: z.strictObject({
      instrumentNo: identifier,
      instrumentType: z.enum(instrumentTypes),
      issuer: authorityField,
      validUntil: validUntilField,
      instrumentHash: sha256Field,
      scope: z.array(z.enum(assuranceScopes)).min(1).max(assuranceScopes.length).optional(),
      carveOuts: paragraph.optional(),
      monitoring: paragraph.optional(),
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
      criteria: criteriaOf({ evidence: identifier, note: paragraph }),
    }),
    roles: ['protection'],
    // Never the person's own lawyer: counsel decides nothing.
    confirmedBy: ['legalAdviser'],
    guards: [criteriaNoted],
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
