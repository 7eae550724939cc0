import type { EmergencyTrigger } from '../../api/emergency-access.js';

const known: Readonly<Record<EmergencyTrigger, true>> = {
  ...{ threatToLife: true, medicalEmergency: true, imminentMovement: true, childAtRisk: true },
  courtOrder: true,
};

/** Each reason for which somebody can need a case at once. */
export const triggers = Object.keys(known) as readonly EmergencyTrigger[];
