import { days } from '@safeconduct/workflow';
import { describeGuards, type Different } from '../testing/describe-guards.js';
import { at } from '../testing/state-paths.js';
import * as guards from './guards.js';

const since = at('camped.settled').now;
const missing = (searches: number, later = 0): Different => ({
  but: () => ({ missing: { at: since, searches } }),
  later,
});
const to = (destination: string, more: Different = {}): Different => ({ ...more, input: { destination } });

describeGuards(guards, [
  [guards.notMissing, 'camped.settled', 'holds'],
  [guards.notMissing, 'camped.settled', 'MISSING_ALREADY', missing(0)],
  [guards.missing, 'camped.settled', 'holds', missing(0)],
  [guards.missing, 'camped.settled', 'NOT_MISSING'],
  [guards.missing, 'camped.settled', 'NOT_MISSING', missing(0, -1)],
  [guards.searched, 'camped.settled', 'NOT_MISSING'],
  [guards.searched, 'camped.settled', 'MISSING_TOO_SHORT', missing(9, days(30) - 1)],
  [guards.searched, 'camped.settled', 'SEARCH_LOG_INCOMPLETE', missing(2, days(30))],
  [guards.searched, 'camped.settled', 'holds', missing(3, days(30))],
  [guards.destinationSafe, 'entered.intake', 'holds', to('IQ')],
  [guards.destinationSafe, 'entered.intake', 'RISK_NOT_ASSESSED', to('TR')],
  [guards.destinationSafe, 'camped.settled', 'holds', to('SY')],
  [guards.destinationSafe, 'camped.settled', 'RISK_ASSESSMENT_TOO_OLD', to('SY', { later: days(91) })],
  [
    guards.destinationSafe,
    'camped.settled',
    'RISK_ASSESSED_BY_CASE_OFFICER',
    to('SY', { but: () => ({ officer: 'pro-2' }) }),
  ],
  [
    guards.destinationSafe,
    'camped.settled',
    'RISK_NOT_EXCLUDED',
    to('SY', {
      but: ({ risks: { SY } }) => ({
        risks: SY === undefined ? {} : { SY: { ...SY, outcome: 'REAL_RISK' } },
      }),
    }),
  ],
]);
