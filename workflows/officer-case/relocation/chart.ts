import type { ChartGuard } from '@safeconduct/workflow';
import { backTo, relocationRefused } from '../appeals/chart.js';
import { endsRelocation, when, type On, type State } from '../chart-parts.js';
import { mayBeChild } from '../corrections/chart.js';
import { inCustody } from '../custody/chart.js';
import type { EventData } from '../events.js';
import type { Facts } from '../facts.js';
import { unresolved } from '../holds/chart.js';
import { exitRefusedBefore, goesOnAlone } from './facts.js';

/** Until the departure the person is in the host country and may withdraw. */
const beforeDeparture = (on: On): State => ({
  on: {
    ...inCustody,
    RelocationConsentWithdrawn: endsRelocation,
    DataCorrected: [{ ...endsRelocation, guard: mayBeChild }, {}],
    ...on,
  },
});

/** Until everything is ready the office may close the relocation too. */
const closable = (on: On): State => beforeDeparture({ RelocationClosed: endsRelocation, ...on });

/** An admission, which the country may renew or revoke until the departure. */
const admission: On = { RelocationAccepted: {}, RelocationAcceptanceRevoked: 'relocating.assessed' };

const eligible = when<'RelocationAssessed'>('eligible', ({ outcome }) => outcome === 'eligible');
const admissionStands = when<'RelocationArrivalRefused'>(
  'admission stands',
  (refused) => refused.admissionStands,
);
const refusedAgain: ChartGuard<Facts, EventData<'ExitClearanceRefused'>> = {
  name: 'exit refused before',
  test: exitRefusedBefore,
};
const alone: ChartGuard<Facts, EventData<'SplitResolved'>> = { name: 'goes on alone', test: goesOnAlone };

/** The relocation to a third country. */
export const relocating: State = {
  initial: 'referred',
  on: unresolved,
  states: {
    referred: closable({
      RelocationAssessed: [{ target: 'relocating.assessed', guard: eligible }, endsRelocation],
    }),
    assessed: closable({ RelocationConsentGiven: 'relocating.consented' }),
    consented: closable({ RelocationSubmitted: 'relocating.submitted' }),
    submitted: closable({
      SelectionInterviewHeld: {},
      RelocationDeferred: {},
      RelocationDenied: 'relocating.assessed',
      RelocationAccepted: 'relocating.accepted',
      RelocationAcceptanceRevoked: 'relocating.assessed',
      RelocationSplit: 'relocating.splitReview',
    }),
    splitReview: closable({
      SplitResolved: [{ target: 'relocating.accepted', guard: alone }, { target: 'relocating.assessed' }],
    }),
    accepted: closable({
      ...admission,
      ...backTo({ exit: relocationRefused.exit }),
      ExitClearanceRequested: 'relocating.exitPending',
    }),
    exitPending: closable({
      ...admission,
      ExitCleared: 'relocating.predeparture',
      ExitClearanceRefused: [{ ...endsRelocation, guard: refusedAgain }, { target: 'relocating.accepted' }],
    }),
    predeparture: closable({
      ...admission,
      PreDepartureCompleted: 'relocating.ready',
      RelocationValidityExpired: 'relocating.accepted',
    }),
    ready: beforeDeparture({
      ...admission,
      RelocationDeparted: 'relocating.inTransit',
      RelocationValidityExpired: 'relocating.accepted',
    }),
    inTransit: {
      on: {
        RelocationArrived: 'resolved',
        // The person is in the host country again.
        RelocationArrivalRefused: [{ target: 'relocating.accepted', guard: admissionStands }, endsRelocation],
      },
    },
  },
};
