import { useSuspenseQuery } from '@tanstack/react-query';
import { workflowsQuery, type WorkflowFile } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { stateTitles } from './titles.js';

/** Every workflow that is installed. */
export const useWorkflows = (): readonly WorkflowFile[] => useSuspenseQuery(workflowsQuery).data;

/** The definition of a workflow that is installed; undefined for one that is not. */
export const useWorkflow = (name: string | undefined): WorkflowFile | undefined =>
  useWorkflows().find((workflow) => workflow.name === name);

/** What a state is called, with the state that it lies in. */
export function StateName({
  workflow,
  path,
}: {
  readonly workflow: string | undefined;
  readonly path: string;
}) {
  const { pick } = useLocale();
  return <>{stateTitles(useWorkflow(workflow), path, pick).join(' · ')}</>;
}
