import type { ChartGuard } from '@safeconduct/workflow';
import type { EventData } from '../events.js';
import type { Facts } from '../facts.js';
import { exitRefusedBefore } from '../facts/relocation.js';
import { inHost, toOrigin, unresolved, when, type On, type State } from './shared.js';

/** Until he has left, a person is in the host country and may change his mind. */
const beforeDeparture = (on: On): State => ({
  on: { ...inHost, RelocationConsentWithdrawn: toOrigin(), ...on },
});

/** Until he has left, the country may also renew an admission that runs out. */
const admitted = (on: On): State => beforeDeparture({ RelocationAccepted: {}, ...on });

const eligible = when<'RelocationAssessed'>('eligible', ({ outcome }) => outcome === 'eligible');
const refusedAgain: ChartGuard<Facts, EventData<'ExitClearanceRefused'>> = {
  name: 'exit refused before',
  test: exitRefusedBefore,
};

/** The way to a third country. */
export const relocating: State = {
  initial: 'referred',
  on: unresolved,
  states: {
    referred: beforeDeparture({
      RelocationAssessed: [{ target: 'relocating.assessed', guard: eligible }, ...toOrigin()],
    }),
    assessed: beforeDeparture({ RelocationConsentGiven: 'relocating.consented' }),
    consented: beforeDeparture({ RelocationSubmitted: 'relocating.submitted' }),
    submitted: beforeDeparture({
      RelocationDenied: 'relocating.assessed',
      RelocationAccepted: 'relocating.accepted',
    }),
    accepted: admitted({ ExitClearanceRequested: 'relocating.exitPending' }),
    exitPending: admitted({
      ExitCleared: 'relocating.predeparture',
      ExitClearanceRefused: [...toOrigin(refusedAgain), { target: 'relocating.accepted' }],
    }),
    predeparture: admitted({
      PreDepartureCompleted: 'relocating.ready',
      RelocationValidityExpired: 'relocating.accepted',
    }),
    ready: admitted({
      RelocationDeparted: 'relocating.inTransit',
      RelocationValidityExpired: 'relocating.accepted',
    }),
    inTransit: { on: { RelocationArrived: 'resolved' } },
  },
};
