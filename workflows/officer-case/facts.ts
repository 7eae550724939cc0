import type { FactEvent, FactsByEvent } from '@safeconduct/workflow';
import { assignmentFacts, type AssignmentFacts } from './assignment/facts.js';
import { assuranceFacts, initialAssuranceFacts, type AssuranceFacts } from './assurance/facts.js';
import { childFacts, type ChildFacts } from './children/facts.js';
import type { Outcome } from './code-lists.js';
import { custodyFacts, initialCustodyFacts, type CustodyFacts } from './custody/facts.js';
import { entryFacts, initialEntryFacts, type EntryFacts } from './entry/facts.js';
import { erasureFacts, initialErasureFacts, type ErasureFacts } from './erasure/facts.js';
import type { Events } from './events.js';
import { appealFacts, initialAppealFacts, type AppealFacts } from './appeals/facts.js';
import { correctionFacts, initialCorrectionFacts, type CorrectionFacts } from './corrections/facts.js';
import { fateFacts, initialFateFacts, type FateFacts } from './fates/facts.js';
import { holdFacts, initialHoldFacts, type HoldFacts } from './holds/facts.js';
import { monitoringFacts, type MonitoringFacts } from './monitoring/facts.js';
import { relocationFacts, type RelocationFacts } from './relocation/facts.js';
import { renunciationFacts, type RenunciationFacts } from './renunciation/facts.js';
import { returnFacts, type ReturnFacts } from './return/facts.js';

/**
 * The facts of a case that a guard, a list or the head of the case file needs. Confidential statements are
 * not repeated here: they stay in the event, sealed.
 */
export interface Facts
  extends
    EntryFacts,
    ChildFacts,
    CustodyFacts,
    RenunciationFacts,
    ReturnFacts,
    AssuranceFacts,
    RelocationFacts,
    MonitoringFacts,
    FateFacts,
    HoldFacts,
    CorrectionFacts,
    AppealFacts,
    AssignmentFacts,
    ErasureFacts {
  readonly outcome?: Outcome | undefined;
}

export const initialFacts: Facts = {
  ...initialEntryFacts,
  ...initialCustodyFacts,
  ...initialAssuranceFacts,
  ...initialFateFacts,
  ...initialHoldFacts,
  ...initialCorrectionFacts,
  ...initialAppealFacts,
  ...initialErasureFacts,
};

const changes: FactsByEvent<Facts, Events> = {
  ...entryFacts,
  ...childFacts,
  ...custodyFacts,
  ...renunciationFacts,
  ...returnFacts,
  ...assuranceFacts,
  ...relocationFacts,
  ...monitoringFacts,
  ...fateFacts,
  ...holdFacts,
  ...correctionFacts,
  ...appealFacts,
  ...assignmentFacts,
  ...erasureFacts,
};

/** What of a person stays over a new entry (`PersonReEntered`), so that it counts whenever it happened. */
const staysOverEntries: ReadonlySet<string> = new Set<keyof Events>([
  ...([
    'EntryRegistered',
    'IdentityRecorded',
    'DisclosureConsentGiven',
    'CaseAssigned',
    'CaseReassigned',
  ] as const),
  ...(['HoldPlaced', 'HoldReviewed', 'HoldReleased', 'CorrectionRequested'] as const),
  ...(['WeaponsSurrendered', 'AgeDisputeRaised'] as const),
]);

type Change = (facts: Facts, data: never, event: FactEvent) => Facts;

/** A fact that is entered late and happened before the person entered again counts for the stay of then, not for this one. */
const ofThisStay =
  (change: Change): Change =>
  (facts, data, event) =>
    event.occurredAt < facts.registeredAt ? facts : change(facts, data, event);

/** When the case reached the outcome that it has. */
const withEnd =
  (change: Change): Change =>
  (facts, data, event) => {
    const after = change(facts, data, event);
    const { outcome } = after;
    return outcome === undefined || outcome === facts.outcome
      ? after
      : { ...after, endedAt: event.occurredAt };
  };

/** How each event changes the facts. */
export const evolve: FactsByEvent<Facts, Events> = Object.fromEntries(
  Object.entries(changes as Readonly<Record<string, Change>>).map(([type, change]) => [
    type,
    withEnd(staysOverEntries.has(type) ? change : ofThisStay(change)),
  ]),
);
