import type { DefinedWorkflow, EventOf, EventSources } from '../index.js';
import { judgeHistories, type JudgeOptions } from './judge-histories.js';
import { judgeVerdicts } from './judge-verdicts.js';

/** The result of a comparison. */
export interface Judged {
  /** The number of comparisons: leaf state × event type × outcomes of the guards. */
  readonly verdicts: number;
  /** The leaf states that the random histories visited. */
  readonly visited: ReadonlySet<string>;
}

/**
 * Compares the compiled chart of a workflow with XState: each leaf state and event type with the guards open
 * and closed, and random histories made of the examples, where the facts must agree as well. Give an example
 * of every event type, and one more for each outcome of a guard that reads the event.
 * @throws Error  the two differ; with the history, and the seed that repeats it
 */
export function judgeChart<E extends EventSources, C>(
  workflow: DefinedWorkflow<E, C>,
  examples: readonly EventOf<E>[],
  options: JudgeOptions = {},
): Judged {
  return { verdicts: judgeVerdicts(workflow), visited: judgeHistories(workflow, examples, options) };
}
