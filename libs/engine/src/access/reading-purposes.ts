import type { Actor, Purpose } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import { obtainableClasses } from '../emergency/decide-emergency.js';
import type { Reader } from '../queries/reader.js';
import { accessPolicy, type AccessPolicy } from './policy.js';

/** Something that somebody can read for. */
interface ReadingPurpose {
  readonly purpose: Purpose;
  /** They read for it where they name no purpose. */
  readonly isDefault: boolean;
  /** For it they can read what the person of a case may know of who dealt with it. */
  readonly opensAccessReports: boolean;
}

/** What the roles of somebody let them read for: what they read for where they name nothing comes first. */
export function readingPurposes(register: Register, actor: Actor): readonly ReadingPurpose[] {
  const policy = accessPolicy(register);
  const reader: Reader = { actor, operation: 'readingPurposes' };
  const defaults = policy.purposesOf(reader);
  const all = [...register.values()].flatMap(({ access: { roles } }) =>
    actor.roles.flatMap((role) => (Object.hasOwn(roles, role) ? (roles[role]?.purposes ?? []) : [])),
  );
  return [...new Set([...defaults, ...all])].map((purpose) => ({
    purpose,
    isDefault: defaults.includes(purpose),
    opensAccessReports: readsAccessReports(policy, { ...reader, purpose }),
  }));
}

/** Whether somebody reads for the person of a case: on their request, or as their counsel. */
export const readsAccessReports = (policy: AccessPolicy, reader: Reader): boolean =>
  policy.purposesOf(reader).includes('subjectRequest') || policy.readLogOf(reader).has('case');

/** By workflow: the data classes that somebody can get of a case in an emergency. One that gives none is left out. */
export const emergencyClasses = (register: Register, actor: Actor): Readonly<Record<string, string[]>> =>
  Object.fromEntries(
    [...register.values()].flatMap(({ name, access }) => {
      const classes = obtainableClasses(access, actor);
      return classes.length === 0 ? [] : [[name, [...classes]]];
    }),
  );
