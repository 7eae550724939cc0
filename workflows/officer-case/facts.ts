import type { FactsByEvent } from '@safeconduct/workflow';
import type { Events } from './events.js';
import { acrossFacts } from './facts/across.js';
import { afterFacts } from './facts/after.js';
import { assuranceFacts } from './facts/assurance.js';
import { custodyFacts } from './facts/custody.js';
import { entryFacts } from './facts/entry.js';
import { relocationFacts } from './facts/relocation.js';
import { returnFacts } from './facts/return.js';
import type { Facts } from './facts/shape.js';

export type { Assurance, Facts, Hold, Monitoring, Relocation, ReturnTrack } from './facts/shape.js';

/** Nobody is of age before his date of birth is known. */
export const initialFacts: Facts = {
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
  assuranceRequired: false,
  holds: [],
};

/** How each event changes the facts. Only `AlertResolved` changes none: where the case is says it already. */
export const evolve: FactsByEvent<Facts, Events> = {
  ...entryFacts,
  ...custodyFacts,
  ...returnFacts,
  ...assuranceFacts,
  ...relocationFacts,
  ...afterFacts,
  ...acrossFacts,
};
