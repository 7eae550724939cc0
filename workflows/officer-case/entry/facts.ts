import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, newest, signed, type Dated, type Signed } from '../dated.js';
import type { EventData, Events } from '../events.js';
import type { Facts } from '../facts.js';

/** The facts of the entry: the registration and what the screening needs. */
export interface EntryFacts extends Readonly<EventData<'EntryRegistered'>> {
  readonly registeredAt: Instant;
  readonly screeningOverdue: boolean;
  readonly surrender?: Dated<'WeaponsSurrendered'> | undefined;
  /** The weapons of all receipts together, over all entries. */
  readonly weaponsTaken: number;
  /** The newest notice of rights that was understood; before there is one, the newest. */
  readonly rights?: (Dated<'RightsNoticeDelivered'> & { readonly understood: boolean }) | undefined;
  /** The newest identity that a second source verified; before there is one, the newest. */
  readonly identity?: Dated<'IdentityRecorded'> | undefined;
  readonly screening?: Signed<'ScreeningCompleted', 'reasons'> | undefined;
  readonly facility?: string | undefined;
  /** When the person was placed in the first facility. */
  readonly placedAt?: Instant | undefined;
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
  weaponsTaken: 0,
};

export const entryFacts: FactsByEvent<Facts, Events> = {
  EntryRegistered: (facts, data, { occurredAt }) => ({ ...facts, ...data, registeredAt: occurredAt }),
  WeaponsSurrendered: (facts, data, event) => ({
    ...facts,
    // A receipt from before the last entry does not say that the person came unarmed this time.
    surrender:
      event.occurredAt < facts.registeredAt ? facts.surrender : newest(facts.surrender, dated(data, event)),
    weaponsTaken: facts.weaponsTaken + data.weaponsCount,
  }),
  RightsNoticeDelivered: (facts, data, event) => {
    const rights = { ...dated(data, event), understood: isUnderstood(facts, data) };
    return { ...facts, rights: preferred(facts.rights, rights, ({ understood }) => understood) };
  },
  IdentityRecorded: (facts, data, event) => ({
    ...facts,
    identity: preferred(facts.identity, dated(data, event), ({ verified }) => verified),
  }),
  ScreeningCompleted: (facts, { category, interpreterId }, event) => ({
    ...facts,
    screening: signed({ category, interpreterId }, event),
  }),
  ScreeningOverdue: (facts) => ({ ...facts, screeningOverdue: true }),
  ReferredToCivilianProcedure: (facts) => ({ ...facts, outcome: 'TRANSFERRED_CIVIL' }),
  RegistrationVoided: (facts) => ({ ...facts, outcome: 'REGISTERED_IN_ERROR' }),
  PlacedInFacility: (facts, { facility }, { occurredAt }) => ({ ...facts, facility, placedAt: occurredAt }),
};

/** A notice is understood in a language that the person speaks, or when an interpreter reads it out. */
const isUnderstood = (
  { language, otherLanguages = [] }: Facts,
  notice: EventData<'RightsNoticeDelivered'>,
): boolean => notice.interpreterId !== undefined || [language, ...otherLanguages].includes(notice.language);

/** The newest of the facts that count fully; a fact that does not never replaces one that does. */
function preferred<Fact extends { readonly at: Instant }>(
  known: Fact | undefined,
  entered: Fact,
  counts: (fact: Fact) => boolean,
): Fact {
  if (known === undefined || counts(known) === counts(entered)) return newest(known, entered);
  return counts(known) ? known : entered;
}
