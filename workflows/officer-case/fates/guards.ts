import { fails, holdsWith, plus, type Guard } from '@safeconduct/workflow';
import { riskCodes, riskExcludedIn, type RiskCode } from '../custody/guards.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { hostCountry } from '../registers/countries.js';

/** Nobody has reported the person missing yet. */
export const notMissing: Guard<Facts, unknown, 'MISSING_ALREADY'> = {
  id: 'G-NOT-MISSING',
  version: 1,
  codes: ['MISSING_ALREADY'],
  remedies: ['Locate'],
  ask: ({ missing: since }) =>
    since === undefined ? holdsWith({}) : fails('MISSING_ALREADY', { since: since.at }),
};

/** The person is reported missing. */
export const missing: Guard<Facts, unknown, 'NOT_MISSING'> = {
  id: 'G-MISSING',
  version: 1,
  codes: ['NOT_MISSING'],
  remedies: ['ReportMissing'],
  ask: ({ missing: since }, { now }) =>
    since === undefined || since.at > now ? fails('NOT_MISSING') : holdsWith({ since: since.at }),
};

/** The person has been missing for a while, and the log of the search is complete. */
export const searched: Guard<Facts, unknown, 'NOT_MISSING' | 'MISSING_TOO_SHORT' | 'SEARCH_LOG_INCOMPLETE'> =
  {
    id: 'G-SEARCH',
    version: 1,
    codes: ['NOT_MISSING', 'MISSING_TOO_SHORT', 'SEARCH_LOG_INCOMPLETE'],
    remedies: ['ReportMissing', 'RecordSearch'],
    ask({ missing: since }, { now }) {
      if (since === undefined) return fails('NOT_MISSING');
      const { at, searches } = since;
      const closesAt = plus(at, limits.missingLeast);
      if (now < closesAt) return fails('MISSING_TOO_SHORT', { since: at, closesAt });
      return searches < limits.searchesLeast
        ? fails('SEARCH_LOG_INCOMPLETE', { searches, least: limits.searchesLeast })
        : holdsWith({ since: at, searches });
    },
  };

/** Before courts of another State the risk there was assessed and excluded, as before a return. */
export const destinationSafe: Guard<Facts, { readonly destination: string }, RiskCode> = {
  id: 'G-RISK-DESTINATION',
  version: 1,
  codes: riskCodes,
  remedies: ['AssessRisk'],
  readsInput: true,
  ask: (facts, { input: { destination }, now }) =>
    destination === hostCountry ? holdsWith({ destination }) : riskExcludedIn(facts, destination, now),
};
