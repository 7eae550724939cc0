import {
  isSameJson,
  inRole,
  mayConfirm,
  type Actor,
  type Command,
  type Refusal,
  type Workflow,
} from '@safeconduct/workflow';
import { commandHash, confirmationHash } from '../commands/content-hash.js';
import { handleReady, refused } from '../commands/handle.js';
import { strangersIn } from '../commands/named-persons.js';
import type { CommandPorts, ReadyCommand } from '../commands/pipeline.js';
import { inputFor } from '../commands/ready-command.js';
import { storedAnswer } from '../commands/record-decision.js';
import { recordRefusal } from '../commands/refusal-log.js';
import type { CommandOutcome, Refused } from '../commands/sent-command.js';
import { RevisionConflictError, StoreUnavailableError } from '../errors.js';
import type { CaseEvent } from '../events/case-event.js';
import { proposalsStream } from '../events/streams.js';
import type { CaseState } from '../history/case-state.js';
import type { DoneCommand } from '../history/done-commands.js';
import { appendToProposals, endDraft } from './append-to-proposals.js';
import {
  commandOf,
  foundProposal,
  proposalClosed,
  statusAt,
  type FoundProposal,
  type NamedProposal,
} from './found-proposal.js';
import { asTheyAreNow, proposerOf, stepOf } from './proposed-step.js';
import { stepCommandId } from './proposals-of-case.js';
import { fingerprintOf } from '../fingerprint.js';

/** A confirmation as it was sent. Nothing in it is trusted yet. */
export interface SentProposalConfirmation extends NamedProposal {
  /** Who confirms, from the identity port. */
  readonly by: Actor;
  /** Of the content that they saw. */
  readonly contentHash: string;
  /** Whether the proposal is theirs to see (`Told`). It is, unless this says otherwise. */
  readonly isSeen?: boolean;
}

/**
 * Confirms a proposal: its step is decided anew with both persons and recorded in the case. Everything is asked again: the
 * roles of both as they are now, the state, and every guard at the time that the first person said and now. A refusal
 * leaves the proposal open. The answer is that of the command; the same confirmation again answers alike.
 *
 * The event in the case is the truth. The mark in the stream of proposals follows; after a crash between the two,
 * `markConfirmed` sets it.
 * @throws StoreUnavailableError  outcome unknown; send it again
 */
export async function confirmProposal(
  ports: CommandPorts,
  given: SentProposalConfirmation,
): Promise<CommandOutcome> {
  const sent = { ...given, by: await asTheyAreNow(ports, given.by) };
  return ports.queue.run(proposalsStream(sent.caseId), false, async () => {
    for (;;) {
      const found = await foundProposal(ports, sent);
      if (found === undefined) return refused({ code: 'PROPOSAL_NOT_FOUND' });
      const outcome = await confirmOnce(ports, found, sent);
      // Something was recorded meanwhile that may have ended the proposal.
      if (outcome === 'again') continue;
      if (outcome.accepted) await markSoon(ports, sent);
      return outcome;
    }
  });
}

/**
 * Sets the mark of a proposal whose step was taken, where it is missing. Says whether it was.
 * @throws StoreUnavailableError  outcome unknown; do it again
 */
export const markConfirmed = (ports: CommandPorts, named: NamedProposal): Promise<boolean> =>
  ports.queue.run(proposalsStream(named.caseId), false, () => mark(ports, named));

async function confirmOnce(
  ports: CommandPorts,
  found: FoundProposal,
  sent: SentProposalConfirmation,
): Promise<CommandOutcome | 'again'> {
  const { proposal, ofCase, state, taken } = found;
  const command = commandOf(ports, proposal);
  const workflow = ports.register.get(proposal.envelope.workflow);
  if (command === undefined || workflow === undefined)
    return refused({ code: 'PROPOSAL_OUTDATED' }, sent.caseId);
  const ready = await readyStep(ports, found, { workflow, command, sent });
  if (taken !== undefined && state !== undefined) {
    const isSame = taken.hash === ready.hash || (await isErasureBy(ports, sent, { command, taken }));
    if (isSame) return storedAnswer(ports, state, taken);
  }
  const refusal = await refusalOf(ports, found, { ready, sent });
  if (refusal !== undefined) return refusedOnRecord(ports, { ready, refusal, state });
  const checks = ports.events.capabilities.checks
    ? [{ stream: proposalsStream(sent.caseId), expected: ofCase.revision }]
    : undefined;
  try {
    const outcome = await handleReady(ports, { ...ready, proposal: { id: proposal.proposalId, checks } });
    const isTakenByAnother = !outcome.accepted && outcome.refusal.code === 'COMMAND_ID_REUSED';
    return isTakenByAnother ? 'again' : outcome;
  } catch (error) {
    if (!(error instanceof RevisionConflictError)) throw error;
    return 'again';
  }
}

/** The step with both persons. */
async function readyStep(
  ports: CommandPorts,
  { proposal }: FoundProposal,
  of: { readonly workflow: Workflow; readonly command: Command; readonly sent: SentProposalConfirmation },
): Promise<ReadyCommand> {
  const { by, contentHash } = of.sent;
  const content = stepOf(proposal, { ...of, proposer: await proposerOf(ports, proposal) });
  const commandId = stepCommandId(ports.keys, proposal);
  const sent = { ...content.sent, commandId, confirmation: { by, contentHash } };
  const confirmed = { ...content, sent };
  return {
    ...confirmed,
    commandId,
    hash: commandHash(ports.keys, confirmed, undefined),
    confirmed: { by, at: undefined, contentHash, ownHash: confirmationHash(ports.keys, content) },
    proposal: { id: proposal.proposalId },
  };
}

/**
 * Whether the step erased the person and this is its second person again. What was proposed cannot be read any more, so
 * the hash of the step cannot be compared.
 */
async function isErasureBy(
  { caseEvents }: CommandPorts,
  { caseId, by, contentHash }: SentProposalConfirmation,
  { command, taken }: { readonly command: Command; readonly taken: DoneCommand },
): Promise<boolean> {
  if (command.erases !== true) return false;
  const [step] = await caseEvents.page({ caseId, from: taken.firstRevision, limit: 1 });
  const confirmation = step?.envelope.confirmation;
  return confirmation?.by.id === by.id && confirmation.contentHash === contentHash;
}

/** Why the step is not even decided. Who may not confirm learns nothing else. */
async function refusalOf(
  ports: CommandPorts,
  found: FoundProposal,
  { ready, sent }: { readonly ready: ReadyCommand; readonly sent: SentProposalConfirmation },
): Promise<Refusal | undefined> {
  const { command, input, sent: step } = ready;
  const { proposal } = found;
  if (sent.isSeen === false || !mayConfirm(command, sent.by, proposal.envelope.actor))
    return { code: 'SECOND_PERSON_INVALID', requiredRoles: command.confirmedBy ?? [] };
  if (sent.contentHash !== proposal.proposed.contentHash) return { code: 'PROPOSAL_CONTENT_DIFFERS' };
  const status = statusAt(found, ports.clock.now());
  if (status !== 'open') return proposalClosed(status);
  if (inRole(step.actor, command.roles) === undefined)
    return { code: 'PROPOSER_NOT_PERMITTED', requiredRoles: command.roles };
  if (!isStillRead(ready, found)) return { code: 'PROPOSAL_OUTDATED' };
  const strangers = await strangersIn(ports.people, command, { input, isRecorded: false });
  return strangers.length > 0 ? { code: 'COMMAND_INVALID', issues: strangers } : undefined;
}

/** Whether the form of today reads what was proposed as it was read then, so that what was seen is what is decided. */
function isStillRead(
  { workflow, command }: ReadyCommand,
  { proposal: { envelope, proposed } }: FoundProposal,
): boolean {
  if (fingerprintOf(workflow) === envelope.fingerprint) return true;
  const parsed = inputFor(command, proposed.input);
  return !('code' in parsed) && isSameJson(parsed.input, proposed.input);
}

/** An attempt to confirm is on record with the case, like every refused command. */
async function refusedOnRecord(
  ports: CommandPorts,
  { ready, refusal, state }: { ready: ReadyCommand; refusal: Refusal; state: CaseState | undefined },
): Promise<Refused> {
  const outcome = { ...refused(refusal, ready.caseId), revision: state?.revision };
  await recordRefusal(ports, ready, outcome);
  return outcome;
}

/** The step is durable, so it is answered even if the mark cannot be set now: whoever repairs the marks sets it. */
async function markSoon(ports: CommandPorts, named: NamedProposal): Promise<void> {
  try {
    await mark(ports, named);
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
  }
}

async function mark(ports: CommandPorts, named: NamedProposal): Promise<boolean> {
  for (;;) {
    const found = await foundProposal(ports, named);
    if (found?.taken === undefined || found.proposal.status !== 'open') return false;
    const { taken, proposal, ofCase } = found;
    const [step] = await ports.caseEvents.page({ caseId: named.caseId, from: taken.firstRevision, limit: 1 });
    const { confirmation, actor } = (step as CaseEvent).envelope;
    const draft = endDraft(ports, proposal, {
      type: 'ProposalConfirmed',
      data: { revision: String(taken.lastRevision) },
      by: confirmation?.by ?? actor,
    });
    try {
      await appendToProposals(ports, draft, { caseId: named.caseId, expected: ofCase.revision });
      return true;
    } catch (error) {
      if (!(error instanceof RevisionConflictError)) throw error;
    }
  }
}
