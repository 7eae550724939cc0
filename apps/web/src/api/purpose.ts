import { useSyncExternalStore } from 'react';
import type { Session } from './queries.js';

/** What this tab reads for. */
interface Purpose {
  /** What was chosen; undefined: what the roles of whoever is signed in have as the first. */
  readonly chosen: string | undefined;
  /** Their roles do not have any more what they chose, so that they read as usual again. */
  readonly isLost: boolean;
}

type WhoReads = Pick<Session, 'person' | 'purposes'>;

const key = 'safeconduct.purpose';
const usual: Purpose = { chosen: undefined, isLost: false };

let purpose = usual;
const watchers = new Set<() => void>();

/**
 * Takes up what was chosen in this tab, once it is known who reads; until then nothing is chosen. A choice of somebody else,
 * or of what the roles do not have any more, ends.
 */
export function settlePurpose({ person, purposes }: WhoReads): void {
  const [keptBy, kept] = (sessionStorage.getItem(key) ?? '').split(' ');
  const isOwn = kept !== undefined && keptBy === person;
  if (isOwn && purposes.some((one) => one.purpose === kept)) set({ chosen: kept, isLost: false });
  else {
    forgetPurpose();
    set({ chosen: undefined, isLost: isOwn || (purpose.isLost && purpose.chosen === undefined) });
  }
}

/** Reads for something else from now on. @param next  undefined: as usual */
export function choosePurpose({ person }: Pick<WhoReads, 'person'>, next: string | undefined): void {
  if (next === undefined || person === null) forgetPurpose();
  else sessionStorage.setItem(key, `${person} ${next}`);
  set({ chosen: next, isLost: false });
}

/** Whoever comes to this tab next has not chosen anything. */
export function forgetPurpose(): void {
  sessionStorage.removeItem(key);
}

export const chosenPurpose = (): string | undefined => purpose.chosen;

function set(next: Purpose): void {
  if (next.chosen === purpose.chosen && next.isLost === purpose.isLost) return;
  const isOther = next.chosen !== purpose.chosen;
  purpose = next;
  for (const watcher of watchers) watcher();
  if (isOther) for (const changed of changes) changed();
}

const changes = new Set<() => void>();

/** Calls when another purpose is read for: what was read for the one before may stay nowhere. */
export function whenPurposeChanges(changed: () => void): void {
  changes.add(changed);
}

export const usePurpose = (): Purpose =>
  useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => purpose,
  );
