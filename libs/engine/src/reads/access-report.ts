import type { ActorInRole, Instant, Workflow } from '@safeconduct/workflow';
import type { EmergencyAccess } from '../emergency/emergency-access.js';
import type { EmergencyTrigger, EmergencyVerdict } from '../emergency/grant.js';
import type { CaseEvents } from '../events/case-events.js';
import type { KeyedHashes } from '../ports/key-ring.js';
import type { ReadLog } from '../ports/read-log.js';
import { listedReadEntries, type ListedReadEntry } from './listed-entries.js';

/** Somebody who works with cases, before the person whose case it is: never by name or id. */
export interface ReportedActor {
  /** The same for the same person in every report of this installation; who it is, the installation can tell. */
  readonly pseudonym: string;
  readonly roles: readonly string[];
  readonly unit: string | null;
}

export interface ReportedRead {
  readonly at: Instant;
  readonly by: ReportedActor;
  readonly purposes: readonly string[];
  readonly operation: string;
  readonly way: string;
  readonly classes: readonly string[];
  /** It was read under emergency access. */
  readonly isEmergency: boolean;
}

export interface ReportedDecision {
  readonly revision: bigint;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly type: string;
  readonly by: ReportedActor;
  readonly confirmedBy: ReportedActor | null;
  /** Every rule that was asked, in its version. */
  readonly rules: readonly { readonly guard: string; readonly version: number }[];
}

export interface ReportedEmergency {
  readonly begunAt: Instant;
  readonly until: Instant;
  readonly by: ReportedActor;
  readonly trigger: EmergencyTrigger;
  readonly classes: readonly string[];
  readonly verdict: EmergencyVerdict | null;
}

/** What a person may know of who dealt with their case: who read it, who decided, under which rules. */
export interface AccessReport {
  readonly caseId: string;
  readonly workflow: Workflow;
  /** The newest first; at most `reportedReadsMax`. */
  readonly reads: readonly ReportedRead[];
  /** There are older reads than these. */
  readonly hasOlderReads: boolean;
  /** In the order of entry. */
  readonly decisions: readonly ReportedDecision[];
  readonly emergencies: readonly ReportedEmergency[];
}

export const reportedReadsMax = 5000;
const pageLimit = 500;
const digitsShown = 8;

export interface ReportPorts {
  readonly caseEvents: CaseEvents;
  readonly keys: KeyedHashes;
  readonly reads?: ReadLog | undefined;
  readonly emergency?: EmergencyAccess | undefined;
}

/** The report on a case of a workflow. */
export async function accessReport(
  { caseEvents, keys, reads, emergency }: ReportPorts,
  { caseId, workflow }: { readonly caseId: string; readonly workflow: Workflow },
): Promise<AccessReport> {
  const pseudonymOf = (id: string): string =>
    `S-${keys.keyedHash('staff-pseudonym', id, 'hex').slice(0, digitsShown).toUpperCase()}`;
  const inRole = ({ id, role }: ActorInRole): ReportedActor => ({
    pseudonym: pseudonymOf(id),
    roles: [role],
    unit: null,
  });
  const read = await readsOf(reads, caseId);
  const decisions: ReportedDecision[] = [];
  for await (const step of caseEvents.steps({ caseId }))
    for (const { recorded, envelope } of step)
      decisions.push({
        revision: recorded.revision,
        occurredAt: recorded.occurredAt,
        recordedAt: recorded.recordedAt,
        type: recorded.type,
        by: inRole(envelope.actor),
        confirmedBy: envelope.confirmation === undefined ? null : inRole(envelope.confirmation.by),
        rules: envelope.guards.map(({ guard, version }) => ({ guard, version })),
      });
  const grants = (await emergency?.grantsOf('operator')) ?? [];
  return {
    ...{ caseId, workflow, decisions },
    hasOlderReads: read.hasOlder,
    reads: read.entries.map(({ at, actor, roles, unit, purposes, operation, way, classes, breakGlass }) => ({
      ...{ at, purposes, operation, way, classes },
      by: { pseudonym: pseudonymOf(actor), roles, unit },
      isEmergency: breakGlass !== null,
    })),
    emergencies: grants
      .filter((grant) => grant.caseId === caseId)
      .map(({ person, role, unit, begunAt, until, ended, trigger, classes, review }) => ({
        ...{ begunAt, until: ended?.at ?? until, trigger, classes },
        by: { pseudonym: pseudonymOf(person), roles: [role], unit: unit ?? null },
        verdict: review?.verdict ?? null,
      })),
  };
}

/** The reads that showed something of a case, without those of the log of reads itself. */
async function readsOf(reads: ReadLog | undefined, caseId: string) {
  const entries: ListedReadEntry[] = [];
  for (let after: number | undefined; entries.length < reportedReadsMax;) {
    const page = await listedReadEntries(reads, {
      ...{ filter: { caseId }, newestFirst: true },
      ...{ after, limit: pageLimit },
    });
    entries.push(...page.filter(({ rows, operation }) => rows > 0 && operation !== 'listReads'));
    after = page.at(-1)?.number;
    if (page.length < pageLimit) return { entries, hasOlder: false };
  }
  return { entries: entries.slice(0, reportedReadsMax), hasOlder: true };
}
