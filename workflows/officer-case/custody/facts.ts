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
  readonly stay?: Dated<'StayGranted', 'conditions'> | undefined;
}

export type Risk = Signed<'RiskAssessed'>;

export const initialCustodyFacts: CustodyFacts = { risks: {} };

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
    const risk = newest(facts.risks[data.destination], signed(data, event));
    const assessed = { ...facts, risks: { ...facts.risks, [data.destination]: risk } };
    return forbidsReturn(data) ? endReturn(assessed, event) : assessed;
  },
  StayGranted: (facts, { permitNo, validUntil }, event) => ({
    ...facts,
    stay: dated({ permitNo, validUntil }, event),
    outcome: 'REMAINS_IN_HOST',
  }),
};

/** A real risk in the country of origin ends a return that is under way. */
export const forbidsReturn = ({ destination, outcome }: EventData<'RiskAssessed'>): boolean =>
  destination === countryOfOrigin && outcome === 'REAL_RISK';

/** The newest finding for the country of origin. */
export const returnRisk = ({ risks }: CustodyFacts): Risk | undefined => risks[countryOfOrigin];

const later = (one: Instant | undefined, other: Instant): Instant =>
  one !== undefined && one > other ? one : other;
