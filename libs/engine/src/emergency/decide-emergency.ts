import { isIndependentOf, type Access, type Actor, type Instant } from '@safeconduct/workflow';
import { concerns, emergencyStatus, isActive, type EmergencyGrant } from './grant.js';

/** Why emergency access is not given, ended or reviewed. */
export type EmergencyRefusal =
  | 'CASE_NOT_FOUND'
  | 'GRANT_NOT_FOUND'
  | 'NO_EMERGENCY_ACCESS'
  | 'CLASS_NEVER_GIVEN'
  | 'ACCESS_RUNS_ALREADY'
  | 'REVIEW_WAITS'
  | 'ACCESS_IS_OVER'
  | 'ACCESS_STILL_RUNS'
  | 'REVIEWED_ALREADY'
  | 'OWN_ACCESS'
  | 'NOT_A_REVIEWER';

/** How many of a person's grants may wait for their review before no other is given. */
const unreviewedMax = 3;

/** The roles that hear of emergency access and review it; those of `unit` of the people of their unit. */
export interface EmergencyReviewers {
  readonly unit: readonly string[];
  readonly all: readonly string[];
}

/** The classes that emergency access can give to somebody: what one of their roles may get, and none may never get. */
export function classesFor({ roles }: Access, actor: Actor): readonly string[] {
  const lines = actor.roles.flatMap((role) => (Object.hasOwn(roles, role) ? (roles[role] ?? []) : []));
  const never = new Set(lines.flatMap((line) => line.never ?? []));
  return [...new Set(lines.flatMap(({ emergency = [] }) => emergency))].filter((one) => !never.has(one));
}

/** The same, where somebody would review it: without a reviewer nobody gets any. */
export const obtainableClasses = (access: Access, actor: Actor): readonly string[] =>
  access.reviewers === undefined ? [] : classesFor(access, actor);

/** The role in which somebody takes it: the first one that may get something. */
export const roleFor = ({ roles }: Access, actor: Actor): string | undefined =>
  actor.roles.find((role) => Object.hasOwn(roles, role) && (roles[role]?.emergency ?? []).length > 0);

interface AskedOfAny {
  readonly access: Access;
  readonly actor: Actor;
  /** Left out: all that can be given. */
  readonly classes?: readonly string[] | undefined;
  readonly now: Instant;
}

export interface Asked extends AskedOfAny {
  readonly caseId: string;
}

/** Pure. Decides what follows from the person alone, whichever case is meant. @returns as `decideAccess` */
export function decideAccessToAny(
  grants: Iterable<EmergencyGrant>,
  { access, actor, classes, now }: AskedOfAny,
): readonly string[] | EmergencyRefusal {
  const possible = obtainableClasses(access, actor);
  if (possible.length === 0) return 'NO_EMERGENCY_ACCESS';
  if (classes?.some((one) => !possible.includes(one)) === true) return 'CLASS_NEVER_GIVEN';
  const unreviewed = [...grants].filter(
    (grant) => grant.person === actor.id && emergencyStatus(grant, now) === 'toReview',
  );
  return unreviewed.length >= unreviewedMax ? 'REVIEW_WAITS' : (classes ?? possible);
}

/** Pure. @returns the classes that are given, or why nothing is */
export function decideAccess(
  grants: readonly EmergencyGrant[],
  asked: Asked,
): readonly string[] | EmergencyRefusal {
  const { actor, caseId, now } = asked;
  const runs = grants.some(
    (grant) => grant.person === actor.id && grant.caseId === caseId && isActive(grant, now),
  );
  const given = decideAccessToAny(grants, asked);
  return runs && (typeof given !== 'string' || given === 'REVIEW_WAITS') ? 'ACCESS_RUNS_ALREADY' : given;
}

/** Whoever took it, or reviews it, ends it. */
export function refusedEnd(
  grant: EmergencyGrant,
  actor: Actor,
  { now, reviewers }: { readonly now: Instant; readonly reviewers: EmergencyReviewers },
): EmergencyRefusal | undefined {
  if (grant.person !== actor.id && !isReviewer(grant, actor, reviewers)) return 'GRANT_NOT_FOUND';
  return isActive(grant, now) ? undefined : 'ACCESS_IS_OVER';
}

/** Another person reviews it, who does not answer to the one who took it. */
export function refusedReview(
  grant: EmergencyGrant,
  actor: Actor,
  { now, reviewers }: { readonly now: Instant; readonly reviewers: EmergencyReviewers },
): EmergencyRefusal | undefined {
  if (grant.person === actor.id) return 'OWN_ACCESS';
  if (!isReviewer(grant, actor, reviewers)) return 'GRANT_NOT_FOUND';
  if (!isIndependentOf(actor, { id: grant.person })) return 'NOT_A_REVIEWER';
  if (isActive(grant, now)) return 'ACCESS_STILL_RUNS';
  return grant.review === undefined ? undefined : 'REVIEWED_ALREADY';
}

export function isReviewer(grant: EmergencyGrant, actor: Actor, { unit, all }: EmergencyReviewers): boolean {
  const holds = (roles: readonly string[]) => roles.some((role) => actor.roles.includes(role));
  return (holds(all) && concerns(grant, actor, false)) || (holds(unit) && concerns(grant, actor, true));
}
