import { useSyncExternalStore } from 'react';

/** Emergency access under which this page reads one case. */
export interface EmergencyReading {
  readonly grantId: string;
  readonly caseId: string;
  /** When it ends by itself. */
  readonly until: string;
}

/** By case. They are in the memory of the page alone: after a reload a case is read under it only once that is wanted again. */
let readings: ReadonlyMap<string, EmergencyReading> = new Map();
const watchers = new Set<() => void>();
const changes = new Set<(caseId: string) => void>();

/** Reads a case under emergency access from now on. */
export function beginEmergencyReading({ id, caseId, until }: Grant): void {
  set(caseId, new Map([...readings, [caseId, { grantId: id, caseId, until }]]));
}

interface Grant {
  readonly id: string;
  readonly caseId: string;
  readonly until: string;
}

/** Does not read it so any more: what was read of it is taken from the page. */
export function endEmergencyReading(caseId: string): void {
  if (readings.has(caseId)) set(caseId, new Map([...readings].filter(([one]) => one !== caseId)));
}

function set(caseId: string, next: typeof readings): void {
  readings = next;
  for (const watcher of watchers) watcher();
  for (const changed of changes) changed(caseId);
}

const caseInAddress = /\/api\/v1\/cases\/([^/?]+)/;

/** The case that a request is about, where this page reads it under emergency access. */
export function emergencyCaseOf(address: string): string | undefined {
  const caseId = caseInAddress.exec(address)?.[1];
  return caseId !== undefined && readings.has(caseId) ? caseId : undefined;
}

/** Calls when a case is read under emergency access, or not any more. */
export function whenEmergencyReadingChanges(changed: (caseId: string) => void): void {
  changes.add(changed);
}

export const useEmergencyReading = (caseId: string): EmergencyReading | undefined =>
  useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => readings.get(caseId),
  );
