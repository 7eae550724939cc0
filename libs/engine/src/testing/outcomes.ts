import type { Refusal } from '@safeconduct/workflow';
import type { Accepted, CommandOutcome } from '../commands/sent-command.js';
import type { EndOutcome } from '../proposals/end-proposal.js';
import type { Proposed, ProposalOutcome } from '../proposals/propose.js';

/** The answer to a command that must be accepted. @throws Error  it was refused */
export async function accepted(outcome: Promise<CommandOutcome>): Promise<Accepted> {
  const found = await outcome;
  if (!found.accepted) throw new Error(`refused: ${JSON.stringify(found.refusal)}`);
  return found;
}

/** Why a command was refused that must be. @throws Error  it was accepted */
export async function refusalOf(outcome: Promise<CommandOutcome>): Promise<Refusal> {
  const found = await outcome;
  if (found.accepted) throw new Error('accepted');
  return found.refusal;
}

/** The proposal that a command must have become. @throws Error  it did not wait */
export async function proposedBy(outcome: Promise<ProposalOutcome>): Promise<Proposed> {
  const found = await outcome;
  if (!('proposed' in found)) throw new Error(`not proposed: ${JSON.stringify(found)}`);
  return found;
}

/** The code of a refusal, or `accepted`, or `proposed`. */
export async function codeOf(outcome: Promise<ProposalOutcome | EndOutcome>): Promise<string> {
  const found = await outcome;
  if ('refusal' in found) return found.refusal.code;
  return 'proposed' in found ? 'proposed' : 'accepted';
}
