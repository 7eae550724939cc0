import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, newest, signed, type Dated, type Signed } from '../dated.js';
import type { EventData, Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface RelocationFacts {
  readonly relocation?: Relocation | undefined;
}

export interface Relocation extends Dated<'RelocationOpened'> {
  readonly assessment?: Signed<'RelocationAssessed', 'reasons'> | undefined;
  readonly consent?: Dated<'RelocationConsentGiven'> | undefined;
  readonly submission?: Dated<'RelocationSubmitted'> | undefined;
  readonly denials: readonly Dated<'RelocationDenied'>[];
  readonly interview?: Dated<'SelectionInterviewHeld'> | undefined;
  /** The newest question of the country. */
  readonly deferral?: Dated<'RelocationDeferred', 'question'> | undefined;
  readonly split?: Dated<'RelocationSplit', 'members'> | undefined;
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
    refused: undefined,
    relocation: { ...dated(data, event), denials: [], exitRefusals: 0 },
  }),
  RelocationAssessed: (facts, { outcome }, event) =>
    outcome === 'eligible'
      ? inRelocation(facts, () => ({ assessment: signed({ outcome }, event) }))
      : { ...backToOrigin(facts), refused: { of: 'relocation', relocation: facts.relocation } },
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
  SelectionInterviewHeld: (facts, data, event) =>
    inRelocation(facts, ({ interview }) => ({ interview: newest(interview, dated(data, event)) })),
  RelocationDeferred: (facts, { country }, event) =>
    inRelocation(facts, ({ deferral }) => ({ deferral: newest(deferral, dated({ country }, event)) })),
  RelocationSplit: (facts, { members: _members, ...decision }, event) =>
    inRelocation(facts, () => ({ split: dated(decision, event) })),
  SplitResolved: (facts, data, { occurredAt: at }) =>
    inRelocation(facts, ({ split }) =>
      split?.validUntil !== undefined && goesOnAlone(facts, data)
        ? {
            split: undefined,
            acceptance: {
              ...{ country: split.country, decisionNo: split.decisionNo },
              ...{ validUntil: split.validUntil, at },
            },
          }
        : { ...notAdmitted, split: undefined },
    ),
  RelocationAcceptanceRevoked: (facts) => inRelocation({ ...facts, refused: undefined }, () => notAdmitted),
  ExitClearanceRequested: (facts, data, event) =>
    inRelocation({ ...facts, refused: undefined }, () => ({ exit: dated(data, event) })),
  ExitCleared: (facts, data, event) => inRelocation(facts, () => ({ permit: dated(data, event) })),
  ExitClearanceRefused: (facts) => ({
    ...(exitRefusedBefore(facts)
      ? backToOrigin(facts)
      : inRelocation(facts, ({ exitRefusals }) => ({ exit: undefined, exitRefusals: exitRefusals + 1 }))),
    refused: { of: 'exit', relocation: facts.relocation },
  }),
  PreDepartureCompleted: (facts, { documentNo }, event) =>
    inRelocation(facts, () => ({ preparation: dated({ documentNo }, event) })),
  RelocationDeparted: (facts, data, event) => inRelocation(facts, () => ({ departure: dated(data, event) })),
  RelocationArrived: (facts, data, event) => ({
    ...inRelocation(facts, () => ({ arrival: dated(data, event) })),
    outcome: 'RELOCATED',
  }),
  RelocationArrivalRefused: (facts, { admissionStands }) =>
    admissionStands
      ? inRelocation(facts, () => ({ ...notReady, departure: undefined }))
      : backToOrigin(facts),
  RelocationClosed: (facts) => backToOrigin(facts),
  RelocationConsentWithdrawn: (facts) => backToOrigin(facts),
  RelocationValidityExpired: (facts, { dueAt }) =>
    inRelocation(facts, () => ({ ...notReady, lapsedAt: dueAt })),
};

/** The exit has to be asked for again. */
const notReady = { exit: undefined, permit: undefined, preparation: undefined };

/** Another country needs a consent and a submission of its own. */
const notAdmitted = { ...notReady, consent: undefined, submission: undefined, acceptance: undefined };

/** The person is admitted and goes on without the members of the family who are not. */
export const goesOnAlone = ({ relocation }: Facts, { choice }: EventData<'SplitResolved'>): boolean =>
  choice === 'separate' && relocation?.split?.ownDecision === 'accepted';

/** The first refusal of the exit sends the relocation back to ask again; the second one ends it. */
export const exitRefusedBefore = ({ relocation }: Facts): boolean => (relocation?.exitRefusals ?? 0) > 0;

const backToOrigin = (facts: Facts): Facts => ({ ...facts, relocation: undefined, refused: undefined });

function inRelocation(facts: Facts, change: (relocation: Relocation) => Partial<Relocation>): Facts {
  const { relocation } = facts;
  return relocation === undefined
    ? facts
    : { ...facts, relocation: { ...relocation, ...change(relocation) } };
}
