import { fails, holds, holdsWith, type Guard, type Instant, type Verdict } from '@safeconduct/workflow';
import { happenedBy } from '../dated.js';
import type { Facts } from '../facts.js';
import { endOfValidity } from '../field.js';

/** The country is one of those that the person named when the relocation was opened. */
export const countryWished: Guard<Facts, { readonly country: string }, 'COUNTRY_NOT_WISHED'> = {
  id: 'G-WISHED',
  version: 1,
  codes: ['COUNTRY_NOT_WISHED'],
  remedies: [],
  readsInput: true,
  ask: ({ relocation }, { input: { country } }) =>
    relocation?.countries.includes(country) === true
      ? holdsWith({ country })
      : fails('COUNTRY_NOT_WISHED', { country, wished: relocation?.countries ?? [] }),
};

/** The country to which the case is submitted is not one where a risk was found, or could not be excluded. */
export const noRiskThere: Guard<Facts, { readonly country: string }, 'RISK_IN_COUNTRY'> = {
  id: 'G-RISK-COUNTRY',
  version: 1,
  codes: ['RISK_IN_COUNTRY'],
  remedies: ['AssessRisk'],
  readsInput: true,
  ask: (facts, { input: { country }, now }) => riskIn(facts, country, now),
};

/** The same of the country that admits the person, at the departure. */
export const noRiskWhereAdmitted: Guard<Facts, unknown, 'RISK_IN_COUNTRY'> = {
  id: 'G-RISK-ADMISSION',
  version: 1,
  codes: ['RISK_IN_COUNTRY'],
  remedies: ['AssessRisk'],
  ask: (facts, { now }) => riskIn(facts, facts.relocation?.acceptance?.country ?? '', now),
};

/** A country that nobody has assessed does not fail: the relocation's own assessment covers it. */
function riskIn({ risks }: Facts, country: string, now: Instant): Verdict<'RISK_IN_COUNTRY'> {
  const risk = happenedBy(risks[country], now);
  if (risk === undefined) return holds;
  const { outcome, at: assessedAt } = risk;
  return outcome === 'NO_SUBSTANTIAL_GROUNDS'
    ? holdsWith({ country, outcome, assessedAt })
    : fails('RISK_IN_COUNTRY', { country, outcome, assessedAt });
}

/** The person agreed that their data go to this country. */
export const submissionConsent: Guard<
  Facts,
  { readonly country: string },
  'CONSENT_MISSING' | 'CONSENT_FOR_OTHER_COUNTRY'
> = {
  id: 'G-CONSENT-COUNTRY',
  version: 1,
  codes: ['CONSENT_MISSING', 'CONSENT_FOR_OTHER_COUNTRY'],
  remedies: ['GiveRelocationConsent'],
  readsInput: true,
  ask({ relocation }, { input: { country } }) {
    const consent = relocation?.consent;
    if (consent === undefined) return fails('CONSENT_MISSING');
    return consent.country === country
      ? holdsWith({ country, givenAt: consent.at })
      : fails('CONSENT_FOR_OTHER_COUNTRY', { country, consentedTo: consent.country });
  },
};

/** The country answers a submission that it received. */
export const answersSubmission: Guard<Facts, { readonly country: string }, 'NOT_SUBMITTED_TO_COUNTRY'> = {
  id: 'G-SUBMITTED',
  version: 1,
  codes: ['NOT_SUBMITTED_TO_COUNTRY'],
  remedies: ['SubmitToCountry'],
  readsInput: true,
  ask({ relocation }, { input: { country } }) {
    return relocation?.submission?.country === country
      ? holdsWith({ country })
      : fails('NOT_SUBMITTED_TO_COUNTRY', { country });
  },
};

/** The person still agrees to go to the country that admits them. */
export const departureConsent: Guard<Facts, unknown, 'CONSENT_MISSING' | 'CONSENT_FOR_OTHER_COUNTRY'> = {
  id: 'G-CONSENT-DEPARTURE',
  version: 1,
  codes: ['CONSENT_MISSING', 'CONSENT_FOR_OTHER_COUNTRY'],
  remedies: ['GiveRelocationConsent'],
  ask({ relocation }) {
    const consent = relocation?.consent;
    if (consent === undefined) return fails('CONSENT_MISSING');
    const country = relocation?.acceptance?.country ?? null;
    return consent.country === country
      ? holdsWith({ country, givenAt: consent.at })
      : fails('CONSENT_FOR_OTHER_COUNTRY', { country, consentedTo: consent.country });
  },
};

/** The admission by the country has not expired. */
export const admitted: Guard<Facts, unknown, 'ADMISSION_MISSING' | 'ADMISSION_EXPIRED'> = {
  id: 'G-ADMISSION',
  version: 1,
  codes: ['ADMISSION_MISSING', 'ADMISSION_EXPIRED'],
  remedies: ['RecordAcceptance'],
  ask({ relocation }, { now }) {
    const acceptance = relocation?.acceptance;
    if (acceptance === undefined) return fails('ADMISSION_MISSING');
    const { country, validUntil } = acceptance;
    return endOfValidity(validUntil) < now
      ? fails('ADMISSION_EXPIRED', { country, validUntil })
      : holdsWith({ country, validUntil });
  },
};

/** The authority has permitted the exit, and the permit has not expired. */
export const exitPermitted: Guard<Facts, unknown, 'EXIT_NOT_PERMITTED' | 'EXIT_PERMIT_EXPIRED'> = {
  id: 'G-AUTH',
  version: 1,
  codes: ['EXIT_NOT_PERMITTED', 'EXIT_PERMIT_EXPIRED'],
  remedies: ['GrantExit'],
  ask({ relocation }, { now }) {
    const permit = relocation?.permit;
    if (permit === undefined) return fails('EXIT_NOT_PERMITTED');
    const { permitNo, validUntil } = permit;
    return endOfValidity(validUntil) < now
      ? fails('EXIT_PERMIT_EXPIRED', { permitNo, validUntil })
      : holdsWith({ permitNo, validUntil });
  },
};
