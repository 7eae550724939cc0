import type { ChartGuard } from '@safeconduct/workflow';
import type { On } from '../chart-parts.js';
import { departures } from '../code-lists.js';
import type { Facts } from '../facts.js';
import { home } from '../monitoring/guards.js';

const rule = (name: string, test: (facts: Facts) => boolean): ChartGuard<Facts, unknown> => ({
  name,
  test: (facts) => test(facts),
});

/** Accepted wherever the person is. A withdrawal of the consent is heard in every state; outside a return it moves nothing. */
export const anywhere: On = {
  ReturnConsentWithdrawn: {},
  PersonDeceased: { target: 'resolved', guard: rule('alive', ({ death }) => death === undefined) },
};

/** Accepted in every state in which the person is in the host country. */
export const fatesInHost: On = {
  PersonReportedMissing: {},
  SearchRecorded: {},
  PersonLocated: {},
  AbscondedClosed: 'resolved',
  DepartedSpontaneously: 'resolved',
  TransferredToJustice: 'resolved',
  IrregularCrossingRecorded: 'returned.alert',
};

/** After a crossing. */
export const fatesAfterCrossing: On = {
  HandoverDisputed: 'returned.alert',
  PersonReEntered: 'entered.intake',
};

/** After the end of a case. */
export const fatesAfterEnd: On = {
  LateFactRecorded: {},
  HandoverDisputed: {
    target: 'returned.alert',
    guard: rule('crossed back', ({ monitoring }) => monitoring !== undefined),
  },
  PersonReEntered: {
    target: 'entered.intake',
    guard: rule('departed', ({ outcome }) => departures.some((departure) => departure === outcome)),
  },
  PersonLocated: (['camped.settled', 'entered.intake'] as const).map((target) => ({
    target,
    guard: rule(`absconded, ${target}`, (facts) => facts.outcome === 'ABSCONDED' && home(facts) === target),
  })),
};
