import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, signed, type Dated, type Signed } from '../dated.js';
import type { EventData, Events } from '../events.js';
import type { Facts } from '../facts.js';

/** The facts of the entry: the registration and what the screening needs. */
export interface EntryFacts extends Readonly<EventData<'EntryRegistered'>> {
  readonly registeredAt: Instant;
  readonly screeningOverdue: boolean;
  readonly surrender?: Dated<'WeaponsSurrendered'> | undefined;
  readonly rights?: Dated<'RightsNoticeDelivered'> | undefined;
  readonly identity?: Dated<'IdentityRecorded'> | undefined;
  readonly screening?: Signed<'ScreeningCompleted', 'reasons'> | undefined;
  readonly facility?: string | undefined;
}

/** Until the date of birth is known, the person does not count as adult. */
export const initialEntryFacts: EntryFacts = {
  registrationNo: '',
  nameArabic: '',
  nameLatin: '',
  birthDate: '',
  adult: false,
  serviceCategory: 'soldier',
  crossingPoint: '',
  crossedAt: '',
  language: '',
  registeredAt: '',
  screeningOverdue: false,
};

export const entryFacts: FactsByEvent<Facts, Events> = {
  EntryRegistered: (facts, data, { occurredAt }) => ({ ...facts, ...data, registeredAt: occurredAt }),
  WeaponsSurrendered: (facts, data, event) => ({ ...facts, surrender: dated(data, event) }),
  RightsNoticeDelivered: (facts, data, event) => ({ ...facts, rights: dated(data, event) }),
  IdentityRecorded: (facts, data, event) => ({ ...facts, identity: dated(data, event) }),
  ScreeningCompleted: (facts, { category, interpreterId }, event) => ({
    ...facts,
    screening: signed({ category, interpreterId }, event),
  }),
  ScreeningOverdue: (facts) => ({ ...facts, screeningOverdue: true }),
  PlacedInFacility: (facts, { facility }) => ({ ...facts, facility }),
};
