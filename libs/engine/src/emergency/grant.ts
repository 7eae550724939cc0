import type { Actor, Instant } from '@safeconduct/workflow';

/** Why somebody needs a case at once. */
export const emergencyTriggers = [
  'threatToLife',
  'medicalEmergency',
  'imminentMovement',
  'childAtRisk',
  'courtOrder',
] as const;
export type EmergencyTrigger = (typeof emergencyTriggers)[number];

export const emergencyVerdicts = ['justified', 'unjustified'] as const;
export type EmergencyVerdict = (typeof emergencyVerdicts)[number];

/** How long it lasts, in minutes. */
export const emergencyMinutes = { least: 5, usual: 60, most: 240 } as const;

/** Access to one case that one person took in an emergency. */
export interface EmergencyGrant {
  readonly id: string;
  readonly caseId: string;
  readonly workflow: string;
  readonly person: string;
  readonly role: string;
  /** Their unit then. */
  readonly unit: string | undefined;
  readonly trigger: EmergencyTrigger;
  /** The data classes that they see. */
  readonly classes: readonly string[];
  readonly begunAt: Instant;
  readonly until: Instant;
  /** When it was ended by hand, and by whom. */
  readonly ended?: { readonly at: Instant; readonly by: string } | undefined;
  readonly review?:
    { readonly at: Instant; readonly by: string; readonly verdict: EmergencyVerdict } | undefined;
}

export type EmergencyStatus = 'active' | 'toReview' | 'reviewed';

export const isActive = ({ ended, until }: EmergencyGrant, now: Instant): boolean =>
  ended === undefined && now < until;

/** What is over waits for its review, however it ended. */
export const emergencyStatus = (grant: EmergencyGrant, now: Instant): EmergencyStatus =>
  grant.review !== undefined ? 'reviewed' : isActive(grant, now) ? 'active' : 'toReview';

/**
 * Whether a grant concerns somebody in one of the roles that review it: a supervisor those of people of their unit, or
 * where either has none, anybody's; the others all of them.
 */
export const concerns = (
  { person, unit }: EmergencyGrant,
  { id, unit: own }: Actor,
  isOfUnit: boolean,
): boolean => person !== id && (!isOfUnit || unit === undefined || own === undefined || unit === own);
