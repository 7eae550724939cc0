import { describe, expect, it } from '@jest/globals';
import {
  days,
  fillText,
  hours,
  languages,
  plus,
  type DecisionContext,
  type Guard,
} from '@safeconduct/workflow';
import type { Facts } from './facts.js';
import * as guards from './guards.js';
import { officerCase } from './index.js';
import { actingOf } from './testing/actors.js';
import { confirmed } from './testing/journey.js';
import { at, type Leaf } from './testing/roads.js';

/** A guard, where it is asked, what it answers, and what is different from the plain road to that state. */
type Asked = readonly [Guard<Facts>, Leaf, string, Different?];

interface Different {
  readonly but?: (facts: Facts) => Partial<Facts>;
  readonly input?: unknown;
  readonly by?: string;
  readonly confirmedBy?: string;
  /** Asked that much later than the last step. */
  readonly later?: number;
}

const verdict = (said: string, first: string) => ({
  verdict: said,
  criteria: [first, ...Array<string>(10).fill('yes')],
});
const to = (authority: string, anonymous: boolean) => ({ authority, anonymous });
const reopening = (proposedState: string) => ({ proposedState });
const legal = { kind: 'legal' };
const toCountry = (country: string) => ({ country });
const transfer = (facility: string) => ({ facility });
const hold = { kind: 'legal', placedBy: 'leg-1', at: '2025-01-01T00:00:00.000Z' } as const;
const consentedAt = at('camped.returning.consented').now;

const entry: readonly Asked[] = [
  [guards.disarmed, 'entered.intake', 'holds'],
  [guards.disarmed, 'entered.intake', 'SURRENDER_NOT_RECORDED', { but: none('surrender') }],
  [guards.provisionalIdentity, 'entered.intake', 'holds'],
  [guards.provisionalIdentity, 'entered.intake', 'IDENTITY_NOT_RECORDED', { but: none('identity') }],
  [guards.identity, 'entered.intake', 'holds'],
  [guards.identity, 'entered.intake', 'IDENTITY_NOT_RECORDED', { but: none('identity') }],
  [guards.rightsDelivered, 'entered.intake', 'holds'],
  [guards.rightsDelivered, 'entered.intake', 'RIGHTS_NOT_DELIVERED', { but: none('rights') }],
  [guards.screened, 'entered.screened', 'holds'],
  [guards.screened, 'entered.intake', 'NOT_SCREENED'],
  [
    guards.screened,
    'entered.screened',
    'SCREENING_NOT_CONFIRMED',
    { but: screenedBy({ confirmedBy: undefined }) },
  ],
  [
    guards.screened,
    'entered.screened',
    'SCREENING_NOT_CONFIRMED',
    { but: screenedBy({ confirmedBy: 'co-1' }) },
  ],
  [guards.facilityFits, 'entered.screened', 'holds', { input: transfer('RUTBA') }],
  [guards.facilityFits, 'entered.screened', 'FACILITY_UNKNOWN', { input: transfer('MOSUL') }],
  [guards.facilityFits, 'entered.screened', 'FACILITY_UNKNOWN', { input: transfer('toString') }],
  [
    guards.facilityFits,
    'entered.screened',
    'FACILITY_UNSUITABLE',
    { but: screenedBy({ category: 'UNDETERMINED' }), input: transfer('BAGHDAD') },
  ],
  [
    guards.facilityFits,
    'entered.screened',
    'holds',
    { but: screenedBy({ category: 'UNDETERMINED' }), input: transfer('QAIM') },
  ],
  [guards.facilityFits, 'camped.settled', 'FACILITY_UNCHANGED', { input: transfer('QAIM') }],
  [
    guards.facilityFits,
    'camped.settled',
    'holds',
    { but: () => ({ bringBackFrom: consentedAt }), input: transfer('QAIM') },
  ],
  [guards.adult, 'camped.settled', 'holds'],
  [guards.adult, 'camped.settled', 'NOT_CERTAINLY_ADULT', { but: () => ({ adult: false }) }],
];

const assessment: readonly Asked[] = [
  [guards.counselled, 'camped.settled', 'holds', { later: days(30) - hours(1) }],
  [guards.counselled, 'camped.settled', 'COUNSELLING_TOO_OLD', { later: days(30) - hours(1) + 1 }],
  [guards.counselled, 'entered.screened', 'NOT_COUNSELLED'],
  [guards.counselled, 'camped.settled', 'COUNSELLED_WITHOUT_LAWYER', { but: withoutLawyer }],
  [guards.riskAccepted, 'camped.settled', 'holds', { later: days(90) }],
  [guards.riskAccepted, 'camped.settled', 'RISK_ASSESSMENT_TOO_OLD', { later: days(90) + 1 }],
  [guards.riskAccepted, 'entered.screened', 'RISK_NOT_ASSESSED'],
  [guards.riskAccepted, 'camped.settled', 'RISK_NOT_EXCLUDED', { but: riskIs('REAL_RISK') }],
  [guards.riskAccepted, 'camped.settled', 'RISK_NOT_EXCLUDED', { but: riskIs('INSUFFICIENT_INFO') }],
  [
    guards.riskAccepted,
    'camped.settled',
    'RISK_ASSESSED_BY_CASE_OFFICER',
    { but: () => ({ officer: 'pro-2' }) },
  ],
  [guards.independentReviewer, 'camped.returning.consented', 'holds', { by: 'pro-1' }],
  [
    guards.independentReviewer,
    'camped.returning.consented',
    'REVIEWER_IS_CASE_OFFICER',
    { by: 'co-1', but: none('officer') },
  ],
  [
    guards.independentReviewer,
    'camped.returning.consented',
    'REVIEWER_TOOK_CONSENT',
    { by: 'co-1', but: () => ({ officer: 'co-2' }) },
  ],
];

const wayBack: readonly Asked[] = [
  [guards.returnConsent, 'camped.returning.consented', 'holds', { later: days(30) - 1 }],
  [guards.returnConsent, 'camped.returning.consented', 'CONSENT_EXPIRED', { later: days(30) }],
  [guards.returnConsent, 'camped.returning.requested', 'CONSENT_MISSING'],
  [guards.cooledOff, 'camped.returning.consented', 'holds', { later: hours(24) }],
  [guards.cooledOff, 'camped.returning.consented', 'COOLING_OFF_RUNNING', { later: hours(24) - 1 }],
  [guards.cooledOff, 'camped.returning.requested', 'CONSENT_MISSING'],
  [
    guards.reconfirmed,
    'camped.returning.consented',
    'holds',
    { input: reconfirmed(1), later: hours(24) + 1 },
  ],
  [
    guards.reconfirmed,
    'camped.returning.consented',
    'RECONFIRMATION_TOO_OLD',
    { input: reconfirmed(1), later: hours(24) + 2 },
  ],
  [guards.reconfirmed, 'camped.returning.consented', 'RECONFIRMED_BEFORE_CONSENT', { input: reconfirmed(0) }],
  [guards.reconfirmed, 'camped.returning.consented', 'RECONFIRMED_IN_FUTURE', { input: reconfirmed(1) }],
  [guards.reconfirmed, 'camped.returning.requested', 'CONSENT_MISSING', { input: reconfirmed(1) }],
  [guards.received, 'camped.returning.cleared', 'holds'],
  [guards.received, 'camped.returning.verified', 'RECEPTION_NOT_CONFIRMED'],
];

const assurance: readonly Asked[] = [
  [guards.assured, 'camped.settled', 'holds'],
  [guards.assured, 'pendingAssurance.effective', 'holds'],
  [guards.assured, 'pendingAssurance.effective', 'ASSURANCE_ENDS_TOO_SOON', { later: days(92) }],
  [guards.assured, 'pendingAssurance.seeking', 'ASSURANCE_MISSING'],
  [guards.assured, 'pendingAssurance.offered', 'ASSURANCE_NOT_ADEQUATE'],
  [guards.assured, 'pendingAssurance.assessed', 'ASSURANCE_NOT_ACCEPTED'],
  [guards.assuredBeforeRequest, 'pendingAssurance.seeking', 'ASSURANCE_MISSING'],
  [guards.assuredBeforeRequest, 'camped.settled', 'holds', { but: () => ({ assuranceRequired: true }) }],
  [guards.disclosureAgreed, 'pendingAssurance.requested', 'holds', { input: to('SY', false) }],
  [
    guards.disclosureAgreed,
    'pendingAssurance.requested',
    'DISCLOSURE_NOT_AGREED',
    { input: to('OTHER', false) },
  ],
  [guards.disclosureAgreed, 'pendingAssurance.requested', 'holds', { input: to('OTHER', true) }],
  [guards.criteriaAnswered, 'pendingAssurance.offered', 'holds', { input: verdict('adequate', 'no') }],
  [
    guards.criteriaAnswered,
    'pendingAssurance.offered',
    'CRITERIA_UNANSWERED',
    { input: verdict('adequate', 'unknown') },
  ],
  [guards.criteriaAnswered, 'pendingAssurance.offered', 'holds', { input: verdict('clarify', 'unknown') }],
  [guards.lawyerOffered, 'pendingAssurance.assessed', 'holds', { input: { counselOffered: true } }],
  [
    guards.lawyerOffered,
    'pendingAssurance.assessed',
    'LAWYER_NOT_OFFERED',
    { input: { counselOffered: false } },
  ],
];

const relocation: readonly Asked[] = [
  [guards.submissionConsent, 'relocating.consented', 'holds', { input: toCountry('OM') }],
  [guards.submissionConsent, 'relocating.consented', 'CONSENT_FOR_OTHER_COUNTRY', { input: toCountry('DE') }],
  [guards.submissionConsent, 'relocating.assessed', 'CONSENT_MISSING', { input: toCountry('OM') }],
  [guards.answersSubmission, 'relocating.submitted', 'holds', { input: toCountry('OM') }],
  [guards.answersSubmission, 'relocating.submitted', 'NOT_SUBMITTED_TO_COUNTRY', { input: toCountry('DE') }],
  [guards.departureConsent, 'relocating.ready', 'holds'],
  [guards.departureConsent, 'relocating.assessed', 'CONSENT_MISSING'],
  [guards.departureConsent, 'relocating.submitted', 'CONSENT_FOR_OTHER_COUNTRY'],
  [guards.exitPermitted, 'relocating.ready', 'holds', { later: days(60) - hours(1) }],
  [guards.exitPermitted, 'relocating.ready', 'EXIT_PERMIT_EXPIRED', { later: days(60) }],
  [guards.exitPermitted, 'relocating.exitPending', 'EXIT_NOT_PERMITTED'],
  [guards.admitted, 'relocating.ready', 'holds'],
  [guards.admitted, 'relocating.ready', 'ADMISSION_EXPIRED', { later: days(181) }],
  [guards.admitted, 'relocating.submitted', 'ADMISSION_MISSING'],
];

const afterwards: readonly Asked[] = [
  [guards.contactSettled, 'returned.monitoring', 'holds'],
  [guards.contactSettled, 'returned.monitoring', 'holds', { but: lastFound('unreachable') }],
  [guards.contactSettled, 'returned.monitoring', 'LAST_CONTACT_OF_CONCERN', { but: lastFound('concern') }],
  [guards.contactSettled, 'camped.settled', 'CONTACT_MISSING'],
  [guards.reopensThere, 'resolved', 'holds', { input: reopening('camped.settled') }],
  [guards.reopensThere, 'resolved', 'REOPENS_ELSEWHERE', { input: reopening('returned.alert') }],
  [
    guards.reopensThere,
    'resolved',
    'holds',
    { but: () => ({ outcome: 'RETURNED_VOLUNTARILY' }), input: reopening('returned.alert') },
  ],
  [
    guards.reopensThere,
    'resolved',
    'REOPENING_NEEDS_RE_ENTRY',
    { but: () => ({ outcome: 'RELOCATED' }), input: reopening('camped.settled') },
  ],
];

const held = () => ({ holds: [hold] });
const across: readonly Asked[] = [
  [guards.noHold, 'camped.settled', 'holds'],
  [guards.noHold, 'camped.settled', 'HOLD_ACTIVE', { but: held }],
  [guards.mayHold, 'camped.settled', 'holds', { by: 'med-1', input: { kind: 'medical' } }],
  [guards.mayHold, 'camped.settled', 'HOLD_NOT_OF_THIS_ROLE', { by: 'sup-1', input: { kind: 'medical' } }],
  [guards.mayRelease, 'camped.settled', 'HOLD_NOT_FOUND', release('sup-1', 'leg-1')],
  [guards.mayRelease, 'camped.settled', 'holds', { ...release('sup-1', 'leg-1'), but: held }],
  [guards.mayRelease, 'camped.settled', 'holds', { ...release('leg-1', 'sup-1'), but: held }],
  [guards.mayRelease, 'camped.settled', 'holds', { ...release('sup-1', 'sup-2'), but: held }],
  [
    guards.mayRelease,
    'camped.settled',
    'RELEASE_NEEDS_SUPERVISOR',
    { ...release('leg-1', 'pro-1'), but: held },
  ],
  [guards.mayRelease, 'camped.settled', 'RELEASE_NEEDS_HOLDER', { ...release('sup-1', 'med-1'), but: held }],
];

const asked = [...entry, ...assessment, ...wayBack, ...assurance, ...relocation, ...afterwards, ...across];

describe('the guards', () => {
  it.each(asked.map((each) => ({ guard: each[0].id, leaf: each[1], answer: each[2], each })))(
    '$guard in $leaf: $answer',
    ({ answer, each }) => {
      const answered = ask(each);
      expect(answered.ok ? 'holds' : answered.code).toBe(answer);
    },
  );

  it('are each shown above to hold and to fail with every code they list', () => {
    const listed = [...officerCase.commands.values()].flatMap((command) => command.guards);
    for (const { id, codes } of listed.filter((guard) => guard.id !== 'G-DUE')) {
      const answers = asked.filter(([guard]) => guard.id === id).map(([, , answer]) => answer);
      expect({ id, missing: ['holds', ...codes].filter((answer) => !answers.includes(answer)) }).toEqual({
        id,
        missing: [],
      });
    }
  });

  it('give the text of each code the values it speaks of', () => {
    for (const each of asked) {
      const answered = ask(each);
      if (answered.ok) continue;
      for (const language of languages) {
        const text = officerCase.texts[language].codes[answered.code] ?? '';
        expect(fillText(text, answered.inputs)).not.toMatch(/[{}]/);
      }
    }
  });
});

function ask([guard, leaf, , { but, input, by = 'co-9', confirmedBy, later = 0 } = {}]: Asked) {
  const { folded, now } = at(leaf);
  if (folded === undefined) throw new Error(`${leaf} is no state of an open case`);
  const context: DecisionContext = {
    ...{ input, state: leaf, now: plus(now, later), actor: actingOf(by) },
    confirmation: confirmedBy === undefined ? undefined : confirmed(actingOf(confirmedBy), now),
  };
  return guard.ask({ ...folded.facts, ...but?.(folded.facts) }, context);
}

function none(field: keyof Facts): () => Partial<Facts> {
  return () => ({ [field]: undefined });
}

function screenedBy(change: Partial<NonNullable<Facts['screening']>>): (facts: Facts) => Partial<Facts> {
  return ({ screening }) => ({ screening: screening && { ...screening, ...change } });
}

function withoutLawyer({ counselling }: Facts): Partial<Facts> {
  return { counselling: counselling && { ...counselling, counselOffered: false } };
}

function riskIs(outcome: NonNullable<Facts['risk']>['outcome']): (facts: Facts) => Partial<Facts> {
  return ({ risk }) => ({ risk: risk && { ...risk, outcome } });
}

function lastFound(finding: 'concern' | 'unreachable'): () => Partial<Facts> {
  const lastContact = { channel: 'phone', finding, at: consentedAt };
  return () => ({ monitoring: { crossedAt: consentedAt, contacts: 1, incidents: 0, lastContact } });
}

function reconfirmed(msAfterConsent: number) {
  return { reconfirmedAt: plus(consentedAt, msAfterConsent) };
}

function release(by: string, confirmedBy: string): Different {
  return { by, confirmedBy, input: legal };
}
