import { fails, holds, holdsWith, plus, type Guard } from '@safeconduct/workflow';
import { happenedBy } from '../dated.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';
import { facilities, type Facility, type FacilityCode } from '../registers/facilities.js';

/** The person is in the host country: the case is open, or resolved with a stay. */
export const inHostCountry: Guard<Facts, unknown, 'NOT_IN_HOST_COUNTRY'> = {
  id: 'G-HOST',
  version: 1,
  codes: ['NOT_IN_HOST_COUNTRY'],
  remedies: ['ReopenCase', 'RecordReEntry'],
  ask: ({ outcome }) =>
    outcome === undefined || outcome === 'REMAINS_IN_HOST'
      ? holds
      : fails('NOT_IN_HOST_COUNTRY', { outcome }),
};

/** The weapons are receipted, or the person signed a nil declaration. */
export const disarmed: Guard<Facts, unknown, 'SURRENDER_NOT_RECORDED'> = {
  id: 'G-DIS',
  version: 1,
  codes: ['SURRENDER_NOT_RECORDED'],
  remedies: ['RecordSurrender'],
  ask(facts, { now }) {
    const surrender = happenedBy(facts.surrender, now);
    return surrender === undefined
      ? fails('SURRENDER_NOT_RECORDED')
      : holdsWith({ weaponsCount: surrender.weaponsCount });
  },
};

/** A provisional identity rests on one source at least; the person's own declaration is one. */
export const provisionalIdentity: Guard<Facts, unknown, 'IDENTITY_NOT_RECORDED'> = {
  id: 'G-ID1',
  version: 1,
  codes: ['IDENTITY_NOT_RECORDED'],
  remedies: ['RecordIdentity'],
  ask(facts, { now }) {
    const recorded = happenedBy(facts.identity, now);
    return recorded === undefined
      ? fails('IDENTITY_NOT_RECORDED')
      : holdsWith({ sourceType: recorded.sourceType, verified: recorded.verified });
  },
};

/**
 * Until sources are counted, an identity on record is enough. The transcript says whether it was verified, so
 * that the decisions to review can be found when this guard becomes stricter.
 */
export const identity: Guard<Facts, unknown, 'IDENTITY_NOT_RECORDED'> = {
  ...provisionalIdentity,
  id: 'G-ID2',
};

/** The notice of rights was receipted, in a language that the person speaks or read out by an interpreter. */
export const rightsDelivered: Guard<Facts, unknown, 'RIGHTS_NOT_DELIVERED' | 'RIGHTS_NOT_UNDERSTOOD'> = {
  id: 'G-RIGHTS',
  version: 1,
  codes: ['RIGHTS_NOT_DELIVERED', 'RIGHTS_NOT_UNDERSTOOD'],
  remedies: ['DeliverRights'],
  ask(facts, { now }) {
    const rights = happenedBy(facts.rights, now);
    if (rights === undefined) return fails('RIGHTS_NOT_DELIVERED');
    const { noticeVersion, understood, at: deliveredAt } = rights;
    return understood
      ? holdsWith({ noticeVersion, deliveredAt })
      : fails('RIGHTS_NOT_UNDERSTOOD', { noticeVersion, deliveredAt });
  },
};

/** The interpreter takes no part in the decision: neither sends the command nor confirms it. */
export const interpreterApart: Guard<
  Facts,
  { readonly interpreterId?: string | undefined },
  'INTERPRETER_IS_OFFICER'
> = {
  id: 'G-INTERPRETER',
  version: 1,
  codes: ['INTERPRETER_IS_OFFICER'],
  remedies: [],
  readsInput: true,
  ask: (_facts, { input: { interpreterId }, actor, confirmation }) =>
    interpreterId !== undefined && [actor.id, confirmation?.by.id].includes(interpreterId)
      ? fails('INTERPRETER_IS_OFFICER')
      : holds,
};

/** One officer assigned the category, another one confirmed it. */
export const screened: Guard<Facts, unknown, 'NOT_SCREENED' | 'SCREENING_NOT_CONFIRMED'> = {
  id: 'G-SCR',
  version: 1,
  codes: ['NOT_SCREENED', 'SCREENING_NOT_CONFIRMED'],
  remedies: ['CompleteScreening'],
  ask({ screening }) {
    if (screening === undefined) return fails('NOT_SCREENED');
    const { category, by, confirmedBy } = screening;
    return confirmedBy === undefined || confirmedBy === by
      ? fails('SCREENING_NOT_CONFIRMED', { category })
      : holdsWith({ category });
  },
};

/** The facility admits persons of this category, and is not the current one. */
export const facilityFits: Guard<
  Facts,
  { readonly facility: FacilityCode },
  'FACILITY_UNSUITABLE' | 'FACILITY_UNCHANGED'
> = {
  id: 'G-FAC',
  version: 1,
  codes: ['FACILITY_UNSUITABLE', 'FACILITY_UNCHANGED'],
  remedies: [],
  readsInput: true,
  ask(facts, { input: { facility } }) {
    const category = facts.screening?.category ?? 'UNDETERMINED';
    const { admits }: Facility = facilities[facility];
    if (!admits.includes(category)) return fails('FACILITY_UNSUITABLE', { facility, category });
    // A person brought back from the way to the crossing may arrive at the same facility.
    return facility === facts.facility && facts.bringBackFrom === undefined
      ? fails('FACILITY_UNCHANGED', { facility })
      : holdsWith({ facility, category });
  },
};

/** The person was screened as a civilian. */
export const civilian: Guard<Facts, unknown, 'NOT_CIVILIAN'> = {
  id: 'G-CIVILIAN',
  version: 1,
  codes: ['NOT_CIVILIAN'],
  remedies: ['CompleteScreening'],
  ask({ screening }) {
    const category = screening?.category ?? 'UNDETERMINED';
    return category === 'CIVILIAN_STAFF' ? holdsWith({ category }) : fails('NOT_CIVILIAN', { category });
  },
};

/**
 * An entry is an error only soon after its registration, and not once weapons were taken: somebody gave them up. Whoever
 * entered before is a person, whatever is wrong with the second entry.
 */
export const registeredInError: Guard<Facts, unknown, 'VOID_TOO_LATE' | 'WEAPONS_TAKEN' | 'ENTERED_BEFORE'> =
  {
    id: 'G-VOID',
    version: 1,
    codes: ['VOID_TOO_LATE', 'WEAPONS_TAKEN', 'ENTERED_BEFORE'],
    remedies: [],
    ask({ registeredAt, weaponsTaken, episode }, { now }) {
      if (episode > 1) return fails('ENTERED_BEFORE');
      const until = plus(registeredAt, limits.voidRegistration);
      if (now > until) return fails('VOID_TOO_LATE', { registeredAt, until });
      return weaponsTaken > 0 ? fails('WEAPONS_TAKEN', { weaponsTaken }) : holdsWith({ registeredAt });
    },
  };

/**
 * A child takes part in no procedure that may end in a departure. A person who may be a child is treated as
 * one.
 */
export const adult: Guard<Facts, unknown, 'NOT_CERTAINLY_ADULT'> = {
  id: 'G-ADULT',
  version: 1,
  codes: ['NOT_CERTAINLY_ADULT'],
  remedies: ['DetermineAge'],
  ask: ({ adult: isAdult, asChild }) =>
    isAdult && asChild === undefined ? holds : fails('NOT_CERTAINLY_ADULT'),
};
