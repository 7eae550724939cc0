import type { Accepted, CaseAt, CommandOutcome, EngineWithViews, SentCommand } from '@safeconduct/engine';
import { parseInput } from '@safeconduct/workflow';

/**
 * An engine that checks the input of a command by the command's own schema and always gives the same accepted
 * answer. With it the HTTP side parses, validates and answers a request, and does nothing else.
 */
export function emptyEngine(
  engine: EngineWithViews,
  example: { state: CaseAt; answer: Accepted },
): EngineWithViews {
  const { state, answer } = example;
  return {
    ...engine,
    cache: engine.cache,
    queue: engine.queue,
    queries: { ...engine.queries, workflowOf: () => Promise.resolve(state.workflow) },
    handle: (sent) => Promise.resolve(validated(sent)),
  };

  function validated({ command, input }: SentCommand): CommandOutcome {
    const definition = state.workflow.commands.get(command);
    const parsed = definition && parseInput(definition, input);
    if (parsed !== undefined && 'input' in parsed) return answer;
    return { accepted: false, refusal: { code: 'COMMAND_INVALID', issues: parsed?.issues ?? [] } };
  }
}
