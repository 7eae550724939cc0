import type { FactEvent, FactsByEvent, Instant } from '@safeconduct/workflow';
import type { Outcome } from '../code-lists.js';
import { dated, type Dated } from '../dated.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';
import { endReturn } from '../return/facts.js';

export interface FateFacts {
  /** Set from the report until the person is located; it also stays when the case is closed. */
  readonly missing?: Missing | undefined;
  /** How often the person has entered. */
  readonly episode: number;
  /** The crossing that was no handover under the rules, until the person enters again. */
  readonly irregular?: Dated<'IrregularCrossingRecorded', 'circumstances'> | undefined;
  readonly death?: Dated<'PersonDeceased', 'certificateNo' | 'circumstances'> | undefined;
}

export interface Missing {
  readonly at: Instant;
  readonly searches: number;
  readonly lastSearchAt?: Instant | undefined;
}

export const initialFateFacts: FateFacts = { episode: 1 };

export const fateFacts: FactsByEvent<Facts, Events> = {
  PersonReportedMissing: (facts, _data, { occurredAt }) => ({
    ...facts,
    missing: facts.missing ?? { at: occurredAt, searches: 0 },
  }),
  SearchRecorded: (facts, _data, { occurredAt }) => {
    if (facts.missing === undefined) return facts;
    const { searches, lastSearchAt = '' } = facts.missing;
    const last = lastSearchAt > occurredAt ? lastSearchAt : occurredAt;
    return { ...facts, missing: { ...facts.missing, searches: searches + 1, lastSearchAt: last } };
  },
  PersonLocated: (facts) => ({ ...facts, missing: undefined, outcome: undefined }),
  AbscondedClosed: (facts, _data, event) => ({ ...ended(facts, event, 'ABSCONDED'), missing: facts.missing }),
  DepartedSpontaneously: (facts, _data, event) => ended(facts, event, 'SPONTANEOUS_DEPARTURE'),
  PersonDeceased: (facts, { certificateNo: _number, circumstances: _circumstances, ...data }, event) => ({
    ...ended(facts, event, 'DECEASED'),
    death: dated(data, event),
  }),
  TransferredToJustice: (facts, _data, event) => ended(facts, event, 'TRANSFERRED_JUSTICE'),
  IrregularCrossingRecorded: (facts, { circumstances: _circumstances, ...data }, event) => ({
    ...ended(facts, event, undefined),
    irregular: dated(data, event),
    monitoring: { crossedAt: data.crossedAt, contacts: 0, incidents: 0, alertAt: event.occurredAt },
  }),
  HandoverDisputed: (facts, _data, { occurredAt }) => {
    const { monitoring, return: track } = facts;
    if (monitoring === undefined)
      return { ...facts, return: track && { ...track, disputedAt: track.disputedAt ?? occurredAt } };
    return {
      ...facts,
      monitoring: { ...monitoring, alertAt: monitoring.alertAt ?? occurredAt },
      outcome: undefined,
    };
  },
  PersonReEntered: (facts, { crossingPoint, crossedAt, adult, episode }, { occurredAt }) => ({
    ...stays(facts),
    ...happenedAfter(facts, occurredAt),
    ...{ crossingPoint, crossedAt, adult, episode },
    ...{ registeredAt: occurredAt, screeningOverdue: false, deniedRoutes: [] },
  }),
};

/** The case ends, and so does what was under way in it. */
function ended(facts: Facts, event: FactEvent, outcome: Outcome | undefined): Facts {
  return {
    ...endReturn(facts, event),
    ...{ relocation: undefined, bringBackFrom: undefined, missing: undefined },
    outcome,
  };
}

/**
 * With a new entry the procedure begins anew: nothing that was said, found or decided before counts for it. Who the
 * person is, who runs the case, what holds it or restricts its erasure, a doubt about the age, and whether the person returns only under an assurance
 * stay.
 */
function stays(facts: Facts) {
  const { registrationNo, nameArabic, nameLatin, birthDate, serviceCategory, rank, unit } = facts;
  const { language, otherLanguages, identity, officer, assignedAt, weaponsTaken } = facts;
  const { holds, appeals, corrections, assuranceRequired, disclosures, asChild, ageDeterminedAt } = facts;
  const { restrictions, erasedAt } = facts;
  return {
    ...{ registrationNo, nameArabic, nameLatin, birthDate, serviceCategory, rank, unit },
    ...{ language, otherLanguages, identity, officer, assignedAt, weaponsTaken },
    ...{ holds, appeals, corrections, assuranceRequired, disclosures, asChild, ageDeterminedAt },
    ...{ restrictions, erasedAt },
  };
}

/** A fact that was entered before the new entry, and happened after it, counts for the new stay. */
function happenedAfter(facts: Facts, enteredAt: Instant) {
  const isLater = (fact: { readonly at: Instant } | undefined): boolean =>
    fact !== undefined && fact.at > enteredAt;
  const { surrender, rights, counselling, intention, custodyReview, icrcAccess, risks, wishAt = '' } = facts;
  return {
    surrender: isLater(surrender) ? surrender : undefined,
    rights: isLater(rights) ? rights : undefined,
    counselling: isLater(counselling) ? counselling : undefined,
    intention: isLater(intention) ? intention : undefined,
    custodyReview: isLater(custodyReview) ? custodyReview : undefined,
    icrcAccess: isLater(icrcAccess) ? icrcAccess : undefined,
    risks: Object.fromEntries(Object.entries(risks).filter(([, risk]) => isLater(risk))),
    wishAt: wishAt > enteredAt ? wishAt : undefined,
  };
}
