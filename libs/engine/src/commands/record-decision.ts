import type { DecidedEvent, Instant } from '@safeconduct/workflow';
import type { CaseState } from '../history/case-state.js';
import { DoneCommands, type DoneCommand } from '../history/done-commands.js';
import type { CaseEvents } from '../events/case-events.js';
import type { CaseDraft } from '../events/codec.js';
import type { DueDates } from '../events/envelope.js';
import { caseStream } from '../events/streams.js';
import type { Appended, Revision } from '../ports/event-store.js';
import type { CommandPorts, Decided, ReadyCommand } from './pipeline.js';
import type { Accepted } from './sent-command.js';
import { fingerprintOf } from '../fingerprint.js';

/**
 * Appends the events of a decision at the revision it was decided against, and remembers the state they lead
 * to.
 * @throws RevisionConflictError  the case has moved on
 */
export async function recordDecision(
  ports: CommandPorts,
  ready: ReadyCommand,
  decided: Decided,
): Promise<Accepted> {
  const { state, decision } = decided;
  const first = firstAfter(state);
  const erases = ready.command.erases === true;
  if (erases) await ports.erasures.begin(ready.caseId);
  const dueDates = decision.events.map(({ after }) => ready.workflow.dueDates(after));
  const encoded = ports.codec.encode(drafts(ports, ready, { ...decided, dueDates }));
  // Awaited only where a key has to be fetched; `handle` says what an await here costs.
  const events = encoded instanceof Promise ? await encoded : encoded;
  const appended = await ports.events.append(
    [{ stream: caseStream(ready.caseId), expected: state?.revision ?? 'noStream', events }],
    ready.proposal?.checks,
  );
  const after = stateAfter(ready, decided, { appended, due: dueDates.at(-1) as DueDates });
  ports.cache.set(after);
  if (erases) await ports.erasures.destroyKeysSoon(ready.caseId);
  return {
    ...answer(after, first, decision.events),
    repeated: false,
    state: after.folded.state,
    position: after.position,
    recordedAt: after.recordedAt,
    occurredAt: decided.request.now,
  };
}

/** The answer to a command that was recorded before. It is read from the log, so it survives a restart. */
export async function storedAnswer(
  { caseEvents }: { readonly caseEvents: CaseEvents },
  state: CaseState,
  done: DoneCommand,
): Promise<Accepted> {
  const limit = Number(done.lastRevision - done.firstRevision) + 1;
  const found = await caseEvents.page({ caseId: state.caseId, from: done.firstRevision, limit });
  const last = found.at(-1);
  if (last === undefined)
    throw new Error(`case ${state.caseId}: revision ${done.firstRevision} cannot be read back`);
  const { revision, position, recordedAt, occurredAt } = last.recorded;
  return {
    ...answer(
      state,
      done.firstRevision,
      found.map(({ recorded }) => recorded),
    ),
    repeated: true,
    ...{ revision, position, recordedAt, occurredAt },
    state: last.envelope.state,
  };
}

function answer(state: CaseState, first: Revision, events: readonly { readonly type: string }[]) {
  return {
    accepted: true as const,
    workflow: state.workflow.name,
    caseId: state.caseId,
    reference: state.reference,
    revision: state.revision,
    events: events.map(({ type }, index) => ({ type, revision: first + BigInt(index) })),
  };
}

function drafts(
  ports: CommandPorts,
  ready: ReadyCommand,
  { state, request, decision, isFree, dueDates }: Decided & { readonly dueDates: readonly DueDates[] },
): CaseDraft[] {
  const { workflow, caseId, commandId, sent } = ready;
  const { actor, confirmation } = decision.persons;
  return decision.events.map((event, index) => {
    const dueBefore = (index === 0 ? state?.due : dueDates[index - 1]) ?? {};
    const due = dueDates[index] as DueDates;
    return {
      kind: 'case',
      caseId,
      // Each attempt has ids of its own. The store must not take the append of another attempt for a
      // repetition of this one: decided at another time or from other content, it recorded other events
      // (docs/adr/0009).
      eventId: ports.ids.next(),
      type: event.type,
      schemaVersion: workflow.events.get(event.type)?.version ?? 1,
      occurredAt: request.now,
      data: event.data,
      envelope: {
        workflow: workflow.name,
        workflowVersion: workflow.version,
        fingerprint: fingerprintOf(workflow),
        command: request.command.name,
        commandId,
        commandHash: ready.hash,
        correlationId: sent.correlationId ?? commandId,
        causationId: sent.causationId,
        actor,
        confirmation,
        onBehalfOf: request.onBehalfOf,
        importedBy: sent.importedBy,
        proposal: ready.proposal?.id,
        saidAt: request.saidAt,
        freeOfOrder: isFree,
        erases: request.command.erases,
        purpose: sent.purpose,
        state: event.after.state,
        summary: workflow.summary(event.after),
        due: sameDueDates(dueBefore, due) ? undefined : due,
        guards: index === 0 ? decision.transcript : [],
      },
    };
  });
}

function stateAfter(
  ready: ReadyCommand,
  { state, request, decision, isFree }: Decided,
  { appended, due }: { readonly appended: Appended; readonly due: DueDates },
): CaseState {
  const { workflow, caseId, commandId, hash, input } = ready;
  const folded = (decision.events.at(-1) as DecidedEvent).after;
  const lastRevision = appended.revisions[0] as Revision;
  const done = state?.done ?? new DoneCommands();
  done.add(commandId, { hash, firstRevision: firstAfter(state), lastRevision });
  return {
    workflow,
    caseId,
    reference:
      state?.reference ?? String((input as Readonly<Record<string, unknown>>)[workflow.opening.opens]),
    revision: lastRevision,
    position: appended.position,
    folded,
    due,
    openedAt: state?.openedAt ?? request.now,
    occurredAt: isFree && state !== undefined ? state.occurredAt : request.now,
    latestAt: later(state?.latestAt, request.now),
    recordedAt: appended.recordedAt,
    done,
  };
}

const later = (known: Instant | undefined, at: Instant): Instant =>
  known !== undefined && known > at ? known : at;

const firstAfter = (state: CaseState | undefined): Revision =>
  state === undefined ? 0n : state.revision + 1n;

function sameDueDates(left: DueDates, right: DueDates): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
