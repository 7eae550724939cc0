import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, signed, type Dated, type Signed } from '../dated.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface RelocationFacts {
  readonly relocation?: Relocation | undefined;
}

export interface Relocation extends Dated<'RelocationOpened'> {
  readonly assessment?: Signed<'RelocationAssessed', 'reasons'> | undefined;
  readonly consent?: Dated<'RelocationConsentGiven'> | undefined;
  readonly submission?: Dated<'RelocationSubmitted'> | undefined;
  readonly denials: readonly Dated<'RelocationDenied'>[];
  readonly acceptance?: Dated<'RelocationAccepted'> | undefined;
  readonly exit?: Dated<'ExitClearanceRequested'> | undefined;
  readonly exitRefusals: number;
  readonly permit?: Dated<'ExitCleared'> | undefined;
  readonly preparation?: Dated<'PreDepartureCompleted', 'medicalRef'> | undefined;
  readonly departure?: Dated<'RelocationDeparted'> | undefined;
  readonly arrival?: Dated<'RelocationArrived'> | undefined;
  /** Papers valid until this time or an earlier one have been reported as expired. */
  readonly lapsedAt?: Instant | undefined;
}

export const relocationFacts: FactsByEvent<Facts, Events> = {
  RelocationOpened: (facts, data, event) => ({
    ...facts,
    wishAt: event.occurredAt,
    relocation: { ...dated(data, event), denials: [], exitRefusals: 0 },
  }),
  RelocationAssessed: (facts, { outcome }, event) =>
    outcome === 'eligible'
      ? inRelocation(facts, () => ({ assessment: signed({ outcome }, event) }))
      : backToOrigin(facts),
  RelocationConsentGiven: (facts, data, event) =>
    inRelocation(facts, () => ({ consent: dated(data, event) })),
  RelocationSubmitted: (facts, data, event) =>
    inRelocation(facts, () => ({ submission: dated(data, event) })),
  // Another country needs a consent and a submission of its own.
  RelocationDenied: (facts, data, event) =>
    inRelocation(facts, ({ denials }) => ({
      consent: undefined,
      submission: undefined,
      denials: [...denials, dated(data, event)],
    })),
  RelocationAccepted: (facts, data, event) => inRelocation(facts, () => ({ acceptance: dated(data, event) })),
  ExitClearanceRequested: (facts, data, event) => inRelocation(facts, () => ({ exit: dated(data, event) })),
  ExitCleared: (facts, data, event) => inRelocation(facts, () => ({ permit: dated(data, event) })),
  ExitClearanceRefused: (facts) =>
    exitRefusedBefore(facts)
      ? backToOrigin(facts)
      : inRelocation(facts, ({ exitRefusals }) => ({ exit: undefined, exitRefusals: exitRefusals + 1 })),
  PreDepartureCompleted: (facts, { documentNo }, event) =>
    inRelocation(facts, () => ({ preparation: dated({ documentNo }, event) })),
  RelocationDeparted: (facts, data, event) => inRelocation(facts, () => ({ departure: dated(data, event) })),
  RelocationArrived: (facts, data, event) => ({
    ...inRelocation(facts, () => ({ arrival: dated(data, event) })),
    outcome: 'RELOCATED',
  }),
  RelocationConsentWithdrawn: (facts) => backToOrigin(facts),
  RelocationValidityExpired: (facts, { dueAt }) =>
    inRelocation(facts, () => ({
      exit: undefined,
      permit: undefined,
      preparation: undefined,
      lapsedAt: dueAt,
    })),
};

/** The first refusal of the exit sends the relocation back to ask again; the second one ends it. */
export const exitRefusedBefore = ({ relocation }: Facts): boolean => (relocation?.exitRefusals ?? 0) > 0;

const backToOrigin = (facts: Facts): Facts => ({ ...facts, relocation: undefined });

function inRelocation(facts: Facts, change: (relocation: Relocation) => Partial<Relocation>): Facts {
  const { relocation } = facts;
  return relocation === undefined
    ? facts
    : { ...facts, relocation: { ...relocation, ...change(relocation) } };
}
