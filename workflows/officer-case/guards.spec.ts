import { describe, expect, it } from '@jest/globals';
import {
  days,
  dueGuard,
  fillText,
  hours,
  languages,
  plus,
  type DecisionContext,
  type Inputs,
} from '@safeconduct/workflow';
import { deadlines } from './deadlines.js';
import { initialFacts, type Facts } from './facts.js';
import * as guards from './guards.js';
import { officerCase } from './index.js';
import { send, travel, type Journey, type Road, type Sending } from './testing/journey.js';
import { at, type Leaf } from './testing/roads.js';
import { sealed } from './testing/sample.js';
import type { CommandName } from './testing/samples.js';

/** A refusal on the way: the state, what happens there first, and the command that is then refused with the code. */
interface Case {
  readonly code: string;
  readonly leaf: Leaf;
  readonly first?: Road;
  readonly command: CommandName;
  readonly sending?: Sending;
  /** Sent that much later than the last step. */
  readonly later?: number;
}

const adequate = { verdict: 'adequate', criteria: Array.from({ length: 11 }, () => 'unknown') };
const secondHold: Road = [['PlaceHold', { by: 'sup-1', input: { kind: 'security', ground: sealed('ground') } }]];
const officerReviews: Road = [['AssignOfficer', { input: { officer: 'pro-2' } }]];

const refusals: readonly Case[] = [
  { code: 'FACILITY_UNKNOWN', leaf: 'entered.screened', command: 'PlaceInFacility', sending: facility('MOSUL') },
  { code: 'FACILITY_UNKNOWN', leaf: 'camped.settled', command: 'TransferFacility', sending: facility('toString') },
  { code: 'FACILITY_UNCHANGED', leaf: 'camped.settled', command: 'TransferFacility', sending: { variant: 1 } },
  {
    code: 'FACILITY_UNSUITABLE',
    leaf: 'entered.intake',
    first: [['CompleteScreening', { variant: 1 }]],
    command: 'PlaceInFacility',
    sending: facility('BAGHDAD'),
  },
  { code: 'NOT_COUNSELLED', leaf: 'entered.intake', command: 'AssessRisk' },
  { code: 'COUNSELLING_TOO_OLD', leaf: 'camped.settled', command: 'AssessRisk', later: days(30) },
  {
    code: 'COUNSELLED_WITHOUT_LAWYER',
    leaf: 'camped.returning.requested',
    first: [['HoldCounselling', { variant: 1 }]],
    command: 'GiveReturnConsent',
  },
  { code: 'RISK_NOT_EXCLUDED', ...clearing([['AssessRisk', { variant: 1 }]]) },
  { code: 'RISK_ASSESSMENT_TOO_OLD', ...clearing([]), later: days(90) },
  { code: 'RISK_ASSESSED_BY_CASE_OFFICER', ...clearing(officerReviews) },
  { code: 'HOLD_ACTIVE', ...clearing(['PlaceHold']) },
  { code: 'HOLD_ACTIVE', leaf: 'camped.settled', first: secondHold, command: 'TransferFacility' },
  { code: 'HOLD_ACTIVE', leaf: 'camped.settled', first: secondHold, command: 'GrantStay' },
  { code: 'HOLD_ACTIVE', leaf: 'camped.returning.inTransit', first: secondHold, command: 'ConfirmHandover' },
  { code: 'HOLD_ACTIVE', leaf: 'relocating.accepted', first: secondHold, command: 'RequestExit' },
  { code: 'HOLD_ACTIVE', leaf: 'relocating.ready', first: secondHold, command: 'ConfirmDeparture' },
  {
    code: 'REVIEWER_IS_CASE_OFFICER',
    leaf: 'camped.returning.consented',
    command: 'VerifyVoluntariness',
    first: [['AssignOfficer', { input: { officer: 'pro-1' } }]],
  },
  {
    code: 'REVIEWER_TOOK_CONSENT',
    leaf: 'camped.returning.requested',
    first: [['GiveReturnConsent', { by: 'pro-1' }]],
    command: 'VerifyVoluntariness',
  },
  { code: 'RECEPTION_NOT_CONFIRMED', leaf: 'camped.returning.verified', first: ['ClearReturn'], command: 'AddToManifest' },
  { code: 'COOLING_OFF_RUNNING', leaf: 'camped.returning.cleared', command: 'AddToManifest', later: hours(1) },
  { code: 'CONSENT_EXPIRED', leaf: 'camped.returning.cleared', command: 'AddToManifest', later: days(30) },
  { code: 'CONSENT_EXPIRED', leaf: 'camped.returning.inTransit', command: 'ConfirmHandover', later: days(30) },
  { code: 'RECONFIRMED_IN_FUTURE', ...moving(hours(2)) },
  { code: 'RECONFIRMATION_TOO_OLD', ...moving(-hours(23.5)) },
  { code: 'RECONFIRMED_BEFORE_CONSENT', ...moving(-days(20)) },
  { code: 'ASSURANCE_ENDS_TOO_SOON', leaf: 'pendingAssurance.effective', command: 'RequestReturn', later: days(91) },
  { code: 'ASSURANCE_MISSING', ...clearing([]), ...withoutAssurance() },
  {
    code: 'DISCLOSURE_NOT_AGREED',
    leaf: 'pendingAssurance.seeking',
    command: 'RequestAssurance',
    sending: { input: { authority: 'OTHER', noteNo: 'N', channel: 'note', anonymous: false } },
  },
  {
    code: 'CRITERIA_UNANSWERED',
    leaf: 'pendingAssurance.offered',
    command: 'AssessAssurance',
    sending: { input: adequate },
  },
  {
    code: 'LAWYER_NOT_OFFERED',
    leaf: 'pendingAssurance.assessed',
    command: 'AcceptAssurance',
    sending: { input: { statement: sealed('statement'), counselOffered: false } },
  },
  {
    code: 'CONSENT_FOR_OTHER_COUNTRY',
    leaf: 'relocating.consented',
    command: 'SubmitToCountry',
    sending: { input: { country: 'DE', packageHash: '0'.repeat(64) } },
  },
  {
    code: 'NOT_SUBMITTED_TO_COUNTRY',
    leaf: 'relocating.submitted',
    command: 'RecordDenial',
    sending: { input: { country: 'DE', decisionNo: 'N' } },
  },
  { code: 'EXIT_PERMIT_EXPIRED', leaf: 'relocating.ready', command: 'ConfirmDeparture', later: days(61) },
  { code: 'ADMISSION_EXPIRED', leaf: 'relocating.ready', command: 'ConfirmDeparture', later: days(182) },
  {
    code: 'CONTACT_MISSING',
    leaf: 'camped.returning.inTransit',
    first: ['ConfirmHandover'],
    command: 'CloseMonitoring',
  },
  {
    code: 'LAST_CONTACT_OF_CONCERN',
    leaf: 'returned.monitoring',
    first: [['RecordContact', { variant: 1 }]],
    command: 'CloseMonitoring',
  },
  {
    code: 'REOPENING_NEEDS_RE_ENTRY',
    leaf: 'relocating.inTransit',
    first: ['ConfirmArrival'],
    command: 'ReopenCase',
  },
  { code: 'REOPENS_ELSEWHERE', leaf: 'resolved', command: 'ReopenCase', sending: { variant: 1 } },
  {
    code: 'HOLD_NOT_OF_THIS_ROLE',
    leaf: 'camped.settled',
    command: 'PlaceHold',
    sending: { input: { kind: 'medical', ground: sealed('ground') } },
  },
  { code: 'HOLD_NOT_FOUND', leaf: 'camped.settled', command: 'ReleaseHold' },
  { code: 'RELEASE_NEEDS_SUPERVISOR', ...releasing({ by: 'leg-1', confirmedBy: 'pro-1' }) },
  { code: 'RELEASE_NEEDS_HOLDER', ...releasing({ by: 'sup-1', confirmedBy: 'med-1' }) },
  {
    code: 'NOT_CERTAINLY_ADULT',
    leaf: 'entered.intake',
    first: [],
    command: 'RequestReturn',
  },
  {
    code: 'DEADLINE_NOT_REACHED',
    leaf: 'entered.intake',
    command: 'MarkScreeningOverdue',
    later: hours(1),
  },
  {
    code: 'DEADLINE_NOT_RUNNING',
    leaf: 'entered.intake',
    command: 'MarkScreeningOverdue',
    sending: { input: { deadline: 'screening', dueAt: '2025-01-01T00:00:00.000Z' } },
  },
];

function facility(name: string): Sending {
  return { input: { facility: name, orderNo: 'O', ...(name === 'toString' ? {} : { legalBasis: 'order' }) } };
}
function clearing(first: Road) {
  return { leaf: 'camped.returning.verified', first, command: 'ClearReturn' } as const;
}
function withoutAssurance() {
  return { leaf: 'camped.settled', first: [] as Road, command: 'ClearReturn' } as const;
}
function moving(ms: number) {
  return {
    leaf: 'camped.returning.manifested',
    command: 'StartMovement',
    sending: { input: { reconfirmedAt: plus(at('camped.returning.manifested').now, ms) } },
  } as const;
}
function releasing(sending: Sending) {
  return { leaf: 'camped.settled', first: ['PlaceHold'] as Road, command: 'ReleaseHold', sending } as const;
}
