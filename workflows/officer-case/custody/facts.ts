import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, newest, signed, type Dated, type Signed } from '../dated.js';
import type { EventData, Events } from '../events.js';
import type { Facts } from '../facts.js';
import { countryOfOrigin } from '../registers/countries.js';
import { endReturn } from '../return/facts.js';

/** The facts of the stay, before a decision. */
export interface CustodyFacts {
  readonly counselling?: Dated<'CounsellingHeld'> | undefined;
  readonly intention?: Dated<'IntentionStated', 'statement'> | undefined;
  /** When the person last said where they want to go. */
  readonly wishAt?: Instant | undefined;
  /** The newest finding for each country that was assessed, by its code. */
  readonly risks: Readonly<Record<string, Risk>>;
  readonly custodyReview?: Signed<'CustodyReviewed', 'grounds'> | undefined;
  readonly icrcAccess?: Dated<'IcrcAccessRecorded'> | undefined;
  /** The routes that were denied, each once, by the newest decision. */
  readonly deniedRoutes: readonly Dated<'RouteDenied', 'reasons' | 'remedy'>[];
  /** The permit that counts: the newest one. */
  readonly stay?: Dated<'StayGranted', 'conditions'> | undefined;
}

export type Risk = Signed<'RiskAssessed'>;

export const initialCustodyFacts: CustodyFacts = { risks: {}, deniedRoutes: [] };

export const custodyFacts: FactsByEvent<Facts, Events> = {
  // A person who had to be brought back is back on arrival at a facility.
  FacilityTransferred: (facts, { facility }) => ({ ...facts, facility, bringBackFrom: undefined }),
  CounsellingHeld: (facts, data, event) => ({
    ...facts,
    counselling: newest(facts.counselling, dated(data, event)),
  }),
  IntentionStated: (facts, { intention }, event) => ({
    ...facts,
    intention: newest(facts.intention, dated({ intention }, event)),
    wishAt: later(facts.wishAt, event.occurredAt),
  }),
  RiskAssessed: (facts, data, event) => {
    const setAsideAt = data.destination === countryOfOrigin ? facts.riskSetAsideAt : undefined;
    if (setAsideAt !== undefined && event.occurredAt < setAsideAt) return facts;
    const risk = newest(facts.risks[data.destination], signed(data, event));
    const assessed = { ...facts, risks: { ...facts.risks, [data.destination]: risk } };
    return forbidsReturn(data) ? endReturn(assessed, event) : assessed;
  },
  CustodyReviewed: (facts, { grounds: _grounds, ...review }, event) => ({
    ...facts,
    custodyReview: newest(facts.custodyReview, signed(review, event)),
  }),
  IcrcAccessRecorded: (facts, data, event) => ({
    ...facts,
    icrcAccess: newest(facts.icrcAccess, dated(data, event)),
  }),
  RouteDenied: (facts, { route, decisionNo }, event) => ({
    ...facts,
    deniedRoutes: [
      ...facts.deniedRoutes.filter((denied) => denied.route !== route),
      dated({ route, decisionNo }, event),
    ],
  }),
  StayGranted: (facts, { permitNo, validUntil }, event) => ({
    ...facts,
    stay: dated({ permitNo, validUntil }, event),
    outcome: 'REMAINS_IN_HOST',
  }),
  StayRenewed: (facts, { permitNo, validUntil }, event) => ({
    ...facts,
    stay: dated({ permitNo, validUntil }, event),
  }),
};

/** A real risk in the country of origin ends a return that is under way. */
export const forbidsReturn = ({ destination, outcome }: EventData<'RiskAssessed'>): boolean =>
  destination === countryOfOrigin && outcome === 'REAL_RISK';

/** The newest finding for the country of origin. */
export const returnRisk = ({ risks }: CustodyFacts): Risk | undefined => risks[countryOfOrigin];

const later = (one: Instant | undefined, other: Instant): Instant =>
  one !== undefined && one > other ? one : other;
