import { commandHash, confirmationHash } from '../commands/content-hash.js';
import type { CaseEvent, ReadEvent, Register } from '../events/case-event.js';
import type { ProposalEvent, ProposalStatus, StepProposed } from '../events/proposal-event.js';
import type { KeyRing } from '../ports/key-ring.js';
import type { Position } from '../ports/position.js';
import { stepCommandId } from '../proposals/proposals-of-case.js';
import { stepOf } from '../proposals/proposed-step.js';

/** What the hashes of steps are made again with. */
export interface StepProofs {
  readonly keys: KeyRing;
  readonly register: Register;
}

/** A proposal as far as the log was read. */
interface Known {
  readonly made: ProposalEvent;
  readonly proposed: StepProposed;
  status: ProposalStatus;
  /** The last revision of its step in the case. */
  takenAt?: bigint;
  /** The command under which the step was recorded. */
  stepId?: string;
}

/**
 * Compares each step that was taken by a proposal with the proposal: the two persons, the case, the command, and by their
 * keyed hashes everything that was confirmed. Steps are told by the case, so a proposal that was taken has no other end.
 * The events are given in the order of the log.
 */
export class ConfirmedSteps {
  readonly #known = new Map<string, Known>();

  /** @param proofs  left out: hashes are compared with each other, and not made again */
  constructor(private readonly proofs: StepProofs | undefined) {}

  take(event: ReadEvent): readonly string[] {
    try {
      if (event.kind === 'proposal') return this.#ofProposal(event);
      return event.kind === 'case' && event.envelope.proposal !== undefined
        ? this.#ofStep(event, event.envelope.proposal)
        : [];
    } catch (error) {
      // What was proposed cannot be opened, or has a content that nobody knows.
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  /** Proposals that are marked as confirmed, and whose case has no such step. */
  *missing(): Generator<{ readonly position: Position; readonly what: string }> {
    for (const { made, status, takenAt } of this.#known.values()) {
      if (status === 'confirmed' && takenAt === undefined)
        yield {
          position: made.recorded.position,
          what: `${made.recorded.stream}: ${named(made)} is marked as confirmed, and its case has no such step`,
        };
    }
  }

  #ofProposal(event: ProposalEvent): readonly string[] {
    const { envelope, caseId, status } = event;
    const key = keyOf(caseId, envelope.proposal);
    const proposed = event.dataOf('StepProposed');
    if (proposed !== undefined) {
      this.#known.set(key, { made: event, proposed, status: 'open' });
      return this.#contentProblems(event, proposed);
    }
    const known = this.#known.get(key);
    if (known === undefined) return [`${event.recorded.type} of ${named(event)}, which was never made`];
    if (status === undefined || known.status !== 'open') return [];
    known.status = status;
    if (status !== 'confirmed')
      return known.takenAt === undefined ? [] : [`${named(event)} was ${status} after its step was taken`];
    const marked = event.dataOf('ProposalConfirmed')?.revision;
    return known.takenAt === undefined || marked === String(known.takenAt)
      ? []
      : [`${named(event)} is marked with revision ${marked}, its step ends at ${known.takenAt}`];
  }

  #ofStep(event: CaseEvent, proposal: string): readonly string[] {
    const { envelope, recorded, caseId } = event;
    const known = this.#known.get(keyOf(caseId, proposal));
    if (known === undefined)
      return [`${recorded.type} names proposal ${proposal}, which was not made before`];
    const isFirst = known.stepId === undefined;
    if (!isFirst && known.stepId !== envelope.commandId)
      return [`${recorded.type} takes the step of ${named(known.made)} a second time`];
    known.stepId = envelope.commandId;
    known.takenAt = recorded.revision;
    if (!isFirst) return [];
    const found = [...differences(event, known), ...this.#stepHashProblems(event, known)];
    if (known.status !== 'open' && known.status !== 'confirmed')
      found.unshift(`was taken after it was ${known.status}`);
    return found.map((what) => `${recorded.type}, the step of ${named(known.made)}: ${what}`);
  }

  /** The hash that the second person named must be that of what was proposed. */
  #contentProblems(event: ProposalEvent, proposed: StepProposed): readonly string[] {
    const content = this.#contentOf(event, proposed);
    if (content === undefined || this.proofs === undefined) return [];
    return confirmationHash(this.proofs.keys, content) === proposed.contentHash
      ? []
      : [`${named(event)}: its content hash is not that of what was proposed`];
  }

  /** The hash of the step binds the input, both persons and what was confirmed. */
  #stepHashProblems({ envelope }: CaseEvent, { made, proposed }: Known): readonly string[] {
    const content = this.#contentOf(made, proposed);
    const { confirmation } = envelope;
    if (content === undefined || this.proofs === undefined || confirmation === undefined) return [];
    const by = { id: confirmation.by.id, roles: [confirmation.by.role] };
    const sent = { ...content.sent, confirmation: { by, contentHash: confirmation.contentHash } };
    const { keys } = this.proofs;
    const stepId = stepCommandId(keys, { caseId: made.caseId, proposalId: made.envelope.proposal });
    const found = envelope.commandId === stepId ? [] : ['it is not recorded under the id of the step'];
    if (commandHash(keys, { ...content, sent }, undefined) !== envelope.commandHash)
      found.push('its hash is not that of the proposed step with these two persons');
    return found;
  }

  /** `undefined` where it cannot be made again: what was proposed is erased, or its command is no more. */
  #contentOf(made: ProposalEvent, proposed: StepProposed) {
    const { envelope, caseId, recorded } = made;
    const workflow = this.proofs?.register.get(envelope.workflow);
    const command = workflow?.commands.get(envelope.command);
    if (workflow === undefined || command === undefined || made.erasedAt !== undefined) return undefined;
    const { id, role } = envelope.actor;
    const proposer = { id, roles: [role] };
    return stepOf({ caseId, envelope, proposed, eventId: recorded.eventId }, { workflow, command, proposer });
  }
}

function differences({ envelope }: CaseEvent, { made, proposed }: Known): readonly string[] {
  const { command, actor, confirmation, workflow } = envelope;
  const first = made.envelope;
  const found: string[] = [];
  if (workflow !== first.workflow || command !== first.command)
    found.push(`it is ${command} of ${workflow}, proposed was ${first.command} of ${first.workflow}`);
  if (actor.id !== first.actor.id)
    found.push(`its first person is ${actor.id}, proposed it ${first.actor.id}`);
  if (confirmation === undefined) return [...found, 'no second person has confirmed it'];
  if (confirmation.by.id === first.actor.id) found.push('who proposed it has confirmed it');
  if (confirmation.contentHash !== proposed.contentHash)
    found.push('what was confirmed is not what was proposed');
  return found;
}

const keyOf = (caseId: string, proposal: string): string => `${caseId} ${proposal}`;
const named = ({ envelope }: ProposalEvent): string => `proposal ${envelope.proposal}`;
