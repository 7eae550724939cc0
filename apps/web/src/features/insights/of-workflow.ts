import type { WorkflowFile } from '../../api/queries.js';

export interface OfWorkflow {
  readonly workflow: WorkflowFile;
}

/** The states at the top, in the order of the procedure. */
export const topStates = ({ states }: WorkflowFile): readonly string[] =>
  states.map(({ path }) => path).filter((path) => !path.includes('.'));
