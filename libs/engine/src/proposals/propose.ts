import {
  defaultConfirmedWithinMs,
  epochMsOf,
  instantOf,
  needsSecondPerson,
  inRole,
  type ActorInRole,
  type Command,
  type Instant,
} from '@safeconduct/workflow';
import { confirmationHash } from '../commands/content-hash.js';
import { askWithoutSecond } from './ask-without-second.js';
import { handleReady, readied, refused } from '../commands/handle.js';
import { newestCase } from '../commands/load-case.js';
import type { CommandPorts, ReadyCommand } from '../commands/pipeline.js';
import { belongsToTheCase, recordRefusal } from '../commands/refusal-log.js';
import type { CommandOutcome, Refused, SentCommand } from '../commands/sent-command.js';
import { RevisionConflictError } from '../errors.js';
import type { ProposalDraft } from '../events/codec.js';
import { proposalsStream } from '../events/streams.js';
import type { CaseState } from '../history/case-state.js';
import type { Position } from '../ports/position.js';
import { appendToProposals } from './append-to-proposals.js';
import { proposalIdOf, proposalsOfCase, type Proposal } from './proposals-of-case.js';
import { fingerprintOf } from '../fingerprint.js';

/** A step that waits for its second person. */
export interface Proposed {
  readonly accepted: false;
  readonly proposed: true;
  /** The same command under the same id had been proposed before; nothing was recorded now. */
  readonly repeated: boolean;
  readonly caseId: string;
  readonly workflow: string;
  readonly proposalId: string;
  readonly command: string;
  /** What the second person must name when they confirm. */
  readonly contentHash: string;
  readonly expiresAt: Instant;
  readonly status: Proposal['status'];
  /** The roles of which one may confirm. */
  readonly confirmedBy: readonly string[];
  readonly position: Position;
}

export type ProposalOutcome = Proposed | CommandOutcome;

/**
 * Handles a command as `handle` does, and lets one that needs a second person and comes without one wait for them. What
 * would be refused with any second person is refused at once. When the answer resolves, the proposal is durable. The same
 * command id with the same content answers with the proposal of the first time.
 * @throws StoreUnavailableError  outcome unknown; send it again under the same command id
 */
export const handleOrPropose = (ports: CommandPorts, given: SentCommand): Promise<ProposalOutcome> =>
  readied<ProposalOutcome, CommandPorts>(ports, given, (_ports, ready) =>
    needsSecondPerson(ready.command) && ready.confirmed === undefined
      ? propose(ports, { ...ready, proposal: { id: proposalIdOf(ready.caseId, ready.commandId) } })
      : handleReady(ports, ready),
  );

async function propose(ports: CommandPorts, ready: ReadyCommand): Promise<ProposalOutcome> {
  // One at a time, as all that is done with the proposals of a case.
  const outcome = await ports.queue.run(proposalsStream(ready.caseId), false, () =>
    proposeQueued(ports, ready),
  );
  if (!('proposed' in outcome) && belongsToTheCase(outcome.refusal))
    await recordRefusal(ports, ready, outcome);
  return outcome;
}

/** Each turn of the loop but the last means that something else was recorded meanwhile. */
async function proposeQueued(ports: CommandPorts, ready: ReadyCommand): Promise<Proposed | Refused> {
  const { caseId, commandId, hash } = ready;
  for (;;) {
    const { byId, revision } = await proposalsOfCase(ports, caseId);
    const known = byId.get(proposalIdOf(caseId, commandId));
    if (known !== undefined)
      return known.envelope.commandHash === hash
        ? answer(ready.command, known, true)
        : refused({ code: 'COMMAND_ID_REUSED' }, caseId);

    // A refusal has to be of the case as it is now, and so has what is shown to the second person.
    const state = await newestCase(ports, caseId);
    if (state?.done.find(commandId, state.revision) !== undefined)
      return refused({ code: 'COMMAND_ID_REUSED' }, caseId);

    const clockNow = ports.clock.now();
    const asked = askWithoutSecond(ready, state, clockNow);
    if ('code' in asked) return { ...refused(asked, caseId), revision: state?.revision };

    const draft = proposedDraft(ports, ready, { state, clockNow });
    try {
      const position = await appendToProposals(ports, draft, { caseId, expected: revision });
      const { envelope, data: proposed } = draft;
      const made = { caseId, envelope, proposed, position, proposalId: envelope.proposal };
      return answer(ready.command, { ...made, status: 'open' }, false);
    } catch (error) {
      if (!(error instanceof RevisionConflictError)) throw error;
    }
  }
}

function proposedDraft(
  { keys, ids }: CommandPorts,
  ready: ReadyCommand,
  { state, clockNow }: { readonly state: CaseState | undefined; readonly clockNow: Instant },
): ProposalDraft<'StepProposed'> {
  const { workflow, command, caseId, commandId, hash, input, occurredAt, onBehalfOf, sent } = ready;
  const { confirmedWithinMs = defaultConfirmedWithinMs } = command;
  return {
    kind: 'proposal',
    caseId,
    eventId: ids.next(),
    type: 'StepProposed',
    data: {
      input,
      contentHash: confirmationHash(keys, ready),
      occurredAt: occurredAt ?? null,
      expiresAt: instantOf(epochMsOf(clockNow) + confirmedWithinMs),
      state: state?.folded.state ?? null,
      revision: String(state?.revision ?? -1n),
    },
    envelope: {
      workflow: workflow.name,
      workflowVersion: workflow.version,
      fingerprint: fingerprintOf(workflow),
      command: command.name,
      commandId,
      commandHash: hash,
      correlationId: sent.correlationId ?? commandId,
      proposal: proposalIdOf(caseId, commandId),
      // It was decided, so the sender has a role of the command.
      actor: inRole(sent.actor, command.roles) as ActorInRole,
      confirmation: undefined,
      onBehalfOf,
      importedBy: sent.importedBy,
      purpose: sent.purpose,
    },
  };
}

type Known = Pick<Proposal, 'proposalId' | 'caseId' | 'proposed' | 'status' | 'position'> & {
  readonly envelope: { readonly workflow: string };
};

const answer = (
  { name: command, confirmedBy = [] }: Command,
  { envelope: { workflow }, proposed: { contentHash, expiresAt }, ...known }: Known,
  repeated: boolean,
): Proposed => ({
  ...{ accepted: false, proposed: true, repeated, workflow, command, contentHash, expiresAt, confirmedBy },
  ...{ caseId: known.caseId, proposalId: known.proposalId, status: known.status, position: known.position },
});
