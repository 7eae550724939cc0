import { codeFrom } from '@safeconduct/workflow';

/** The register of crossing points between the host country and the country of origin, from south to north. */
export const crossingPoints = ['AL_WALEED', 'AL_QAIM', 'RABIA'] as const;

export const crossingPointField = codeFrom('crossingPoint', crossingPoints);
