import { inRole } from '@safeconduct/workflow';
import { EngineError, HistoryDivergedError, SealBrokenError, SubjectErasedError } from '../errors.js';
import type { CaseEvent } from '../events/case-event.js';
import type { CommandPorts, ReadyCommand } from './pipeline.js';
import type { Refused } from './sent-command.js';

/** What concerns one case alone: it stands in no command's way to be recorded as heard. */
const ofTheCase = [HistoryDivergedError, SealBrokenError, SubjectErasedError];

/** Whether an error concerns one case alone, and so tells of it. */
export const isOfOneCase = (error: unknown): boolean => ofTheCase.some((kind) => error instanceof kind);

/**
 * The answer to a command that is `alwaysHeard` when it cannot be decided, because the history of its case does not fold or
 * open, its person was erased, or the workflow fails at it. It is recorded as heard, with what was said, and its sender is told that nothing was carried
 * out (`recordRefusal`). Trouble with the store is thrown: then nothing can be recorded either.
 * @throws unknown  the error it was given, where the command is not `alwaysHeard` or the store is in trouble
 */
export async function heardUndecided(
  { caseEvents }: Pick<CommandPorts, 'caseEvents'>,
  { command, caseId, sent: { actor } }: ReadyCommand,
  error: unknown,
): Promise<Refused> {
  const isOfStore = error instanceof EngineError && !isOfOneCase(error);
  if (command.alwaysHeard !== true || isOfStore) throw error;
  if (inRole(actor, command.roles) === undefined)
    return { accepted: false, caseId, refusal: { code: 'NOT_PERMITTED', requiredRoles: command.roles } };
  let last: CaseEvent | undefined;
  for await (const step of caseEvents.steps({ caseId })) last = step.at(-1);
  // Without a case there is nothing to record it with.
  if (last === undefined) throw error;
  return {
    accepted: false,
    caseId,
    revision: last.recorded.revision,
    refusal: { code: 'HEARD_UNDECIDED', state: last.envelope.state },
  };
}
