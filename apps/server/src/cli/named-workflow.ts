import type { Workflow } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { UsageError } from '../console/usage-error.js';

/** The registered workflow of a name that was typed. @throws UsageError  there is none */
export function namedWorkflow(name: string): Workflow {
  const workflow = workflows.find((one) => one.name === name);
  if (workflow !== undefined) return workflow;
  throw new UsageError(
    `no workflow is called ${name}; registered: ${workflows.map((one) => one.name).join(', ')}`,
  );
}
