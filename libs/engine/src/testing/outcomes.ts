import type { Refusal } from '@safeconduct/workflow';
import type { Accepted, CommandOutcome } from '../commands/sent-command.js';

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
