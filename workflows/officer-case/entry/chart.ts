import type { State } from '../chart-parts.js';
import { childTrack } from '../children/chart.js';
import { inHost } from '../custody/chart.js';
import { unresolved } from '../holds/chart.js';

/** From the registration to the first facility. */
export const entered: State = {
  initial: 'intake',
  on: {
    ...inHost,
    ...unresolved,
    WeaponsSurrendered: {},
    RightsNoticeDelivered: {},
    AgeDisputeRaised: 'entered.childTrack',
  },
  states: {
    intake: {
      on: { ScreeningCompleted: 'entered.screened', ScreeningOverdue: {}, RegistrationVoided: 'resolved' },
    },
    screened: { on: { PlacedInFacility: 'camped.settled', ReferredToCivilianProcedure: 'resolved' } },
    childTrack,
  },
};
