import {
  apiBase,
  type CaseFile,
  type CaseReplay,
  type CommandAccepted,
  type HistoryEvent,
  type ListedCase,
} from '@safeconduct/contracts';
import {
  shownData,
  type Accepted,
  type CaseEvent,
  type Directory,
  type ListedCase as CaseItem,
  type Person as KnownPerson,
  type Register,
  type ReplayStep,
  type ShownCase,
} from '@safeconduct/engine';
import { compareText, readTags, type Instant, type Subject, type Workflow } from '@safeconduct/workflow';

/** The address of a case. */
export const caseUrl = (caseId: string): string => `${apiBase}/cases/${caseId}`;

/** The revision as an entity tag (RFC 9110, section 8.8.3). */
export const revisionTag = (revision: bigint): string => `"${revision}"`;

/** A leaf state in the form of the API: the top-level state, and the whole path when the leaf lies deeper. */
export function stateParts(leaf: string): { readonly state: string; readonly subState: string | null } {
  const state = leaf.split('.', 1)[0] ?? leaf;
  return { state, subState: leaf === state ? null : leaf };
}

export function acceptedAnswer(accepted: Accepted): CommandAccepted {
  const { caseId, reference, workflow, revision, position, state, occurredAt, recordedAt, events } = accepted;
  return {
    caseId,
    reference,
    workflow,
    revision: String(revision),
    position: String(position),
    ...stateParts(state),
    occurredAt,
    recordedAt: recordedAt ?? null,
    events: events.map((event) => ({ type: event.type, revision: String(event.revision) })),
  };
}

/** The answer to whoever asks for a case at this time: what is possible depends on it. */
export function caseFileAnswer(found: ShownCase, subject: Subject | undefined, now: string): CaseFile {
  const { workflow, folded } = found;
  const { place, outcome, assignee, tags = '' } = found.summary;
  return {
    caseId: found.caseId,
    reference: found.reference,
    workflow: workflow.name,
    version: workflow.version,
    revision: String(found.revision),
    position: String(found.position),
    ...stateParts(folded.state),
    facility: place ?? null,
    outcome: outcome ?? null,
    tags: readTags(tags),
    assignee: assignee ?? null,
    subject: subject ?? null,
    occurredAt: found.occurredAt,
    recordedAt: found.recordedAt,
    ...deadlineAnswers(found, now),
    data: folded.facts as Record<string, unknown>,
    openCommands: [...found.possibleAt(now)],
    withheld: [...found.withheld],
  };
}

/** The deadlines that run, and the roles that these wait for. */
function deadlineAnswers(
  { workflow, due }: ShownCase,
  now: string,
): Pick<CaseFile, 'deadlines' | 'waitingOn'> {
  const deadlines = runningOf(due, workflow, now).filter(({ role }) => role !== '');
  const waitingOn = deadlines
    .filter(({ role }, index) => deadlines.findIndex((one) => one.role === role) === index)
    .map(({ role, name: deadline, dueAt }) => ({ role, deadline, dueAt }));
  return { deadlines, waitingOn };
}

/** What rows of a list are shown by. */
export interface RowWords {
  readonly register: Register;
  readonly directory: Pick<Directory, 'person'>;
  /** What was due before is overdue. */
  readonly now: Instant;
}

export function listedCaseAnswer(item: CaseItem, { register, directory, now }: RowWords): ListedCase {
  const { caseId, workflow, reference, subject, state, subState, place, outcome, tags, assignee } = item;
  const { since, updatedAt, revision, due, withheld = [] } = item;
  const running = due && runningOf(due, register.get(workflow), now);
  const [next = null] = running ?? [];
  return {
    ...{ caseId, workflow, reference, subject, state, subState, facility: place, outcome, tags, assignee },
    assigneeName: assignee === null ? null : nameOf(directory.person(assignee)),
    ...{ since, updatedAt, revision: String(revision), nextDeadline: next },
    overdue: running && next?.overdue === true,
    waitingOn: running && [...new Set(running.map(({ role }) => role).filter((role) => role !== ''))],
    withheld: [...withheld],
  };
}

/** The deadlines that run, the most urgent first, each with the role that its definition has today. */
const runningOf = (due: NonNullable<CaseItem['due']>, workflow: Workflow | undefined, now: Instant) =>
  Object.entries(due)
    .map(([name, dueAt]) => ({
      ...{ name, dueAt, overdue: dueAt < now },
      role: workflow?.deadlines[name]?.role ?? '',
    }))
    .sort((one, other) => compareText(one.dueAt, other.dueAt) || compareText(one.name, other.name));

/** A name in both scripts; the spelling that is not known is that of the other one. */
export function nameOf(person: KnownPerson | undefined): ListedCase['assigneeName'] {
  const { nameLatin, nameArabic } = person ?? {};
  const [latin, arabic] = [nameLatin ?? nameArabic, nameArabic ?? nameLatin];
  return latin === undefined || arabic === undefined ? null : { latin, arabic };
}

/** What the history and the feed both say of an event. */
export const eventParts = ({ recorded, envelope }: CaseEvent) => ({
  position: String(recorded.position),
  revision: String(recorded.revision),
  type: recorded.type,
  command: envelope.command,
  ...stateParts(envelope.state),
  occurredAt: recorded.occurredAt,
  saidAt: envelope.saidAt ?? null,
  recordedAt: recorded.recordedAt,
  onBehalfOf: envelope.onBehalfOf ?? null,
});

export function historyEventAnswer(event: CaseEvent): HistoryEvent {
  const { recorded, envelope } = event;
  return {
    ...eventParts(event),
    eventId: recorded.eventId,
    schemaVersion: recorded.schemaVersion,
    actor: envelope.actor,
    confirmedBy: envelope.confirmation?.by ?? null,
    confirmedAt: envelope.confirmation?.at ?? null,
    importedBy: envelope.importedBy ?? null,
    purpose: envelope.purpose ?? null,
    commandId: envelope.commandId,
    correlationId: envelope.correlationId,
    causationId: envelope.causationId ?? null,
    workflowVersion: envelope.workflowVersion,
    fingerprint: envelope.fingerprint,
    guards: envelope.guards.map((guard) => ({ ...guard })),
    ...(shownData(event) as Pick<HistoryEvent, 'data' | 'recordedData' | 'erasedAt'>),
    withheld: [...(event.withheld ?? [])],
  };
}

export function replayStepAnswer(step: ReplayStep): CaseReplay['steps'][number] {
  const { revision, type, occurredAt, recordedAt, actor, state, matches, changes, withheld = [] } = step;
  return {
    revision: String(revision),
    type,
    occurredAt,
    recordedAt,
    actor,
    ...stateParts(state),
    matches,
    changes: [...changes],
    withheld: [...withheld],
  };
}
