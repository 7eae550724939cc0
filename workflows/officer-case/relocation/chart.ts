import type { ChartGuard, Transition } from '@safeconduct/workflow';
import { when, type On, type State } from '../chart-parts.js';
import { origins, type Origin } from '../code-lists.js';
import { inCustody } from '../custody/chart.js';
import type { EventData } from '../events.js';
import type { Facts } from '../facts.js';
import { unresolved } from '../holds/chart.js';
import { exitRefusedBefore } from './facts.js';

/** Until the departure the person is in the host country and may withdraw. */
const beforeDeparture = (on: On): State => ({
  on: { ...inCustody, RelocationConsentWithdrawn: toOrigin(), ...on },
});

/** Until the departure the country may also renew an admission. */
const admitted = (on: On): State => beforeDeparture({ RelocationAccepted: {}, ...on });

const eligible = when<'RelocationAssessed'>('eligible', ({ outcome }) => outcome === 'eligible');
const refusedAgain: ChartGuard<Facts, EventData<'ExitClearanceRefused'>> = {
  name: 'exit refused before',
  test: exitRefusedBefore,
};

/** The relocation to a third country. */
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

/**
 * Back to the state in which the relocation was opened. The last transition has no guard about the origin, so
 * that a withdrawal always finds one.
 */
function toOrigin<Data>(also?: ChartGuard<Facts, Data>): readonly Transition<Facts, Data>[] {
  const [camp, ...waiting] = origins;
  const back = waiting.map((origin) => ({ target: origin, guard: cameFrom(origin, also) }));
  return [...back, also === undefined ? { target: camp } : { target: camp, guard: also }];
}

function cameFrom<Data>(origin: Origin, also?: ChartGuard<Facts, Data>): ChartGuard<Facts, Data> {
  return {
    name: also === undefined ? `came from ${origin}` : `${also.name}, came from ${origin}`,
    test: (facts, data) => facts.relocation?.origin === origin && also?.test(facts, data) !== false,
  };
}
