import type { Demo, Workflow } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { UsageError } from '../console/usage-error.js';

/** The registered workflow of this name. @throws UsageError  there is none */
export function namedWorkflow(name: string): Workflow {
  const workflow = workflows.find((one) => one.name === name);
  if (workflow !== undefined) return workflow;
  throw new UsageError(
    `no workflow is called ${name}; registered: ${workflows.map((one) => one.name).join(', ')}`,
  );
}

/** A workflow with a demonstration caseload. */
export interface WorkflowWithDemo extends Workflow {
  readonly demo: Demo;
}

/** The first registered workflow that has a demonstration caseload, if one has. */
export const firstWithDemo = (): WorkflowWithDemo | undefined => workflows.find(hasDemo);

/**
 * The workflow of that name with its demonstration caseload; without a name the first one that has one.
 * @throws UsageError  there is none of that name, or it has no demonstration caseload
 */
export function workflowWithDemo(name?: string): WorkflowWithDemo {
  const found = name === undefined ? firstWithDemo() : namedWorkflow(name);
  if (found !== undefined && hasDemo(found)) return found;
  const others = workflows.filter(hasDemo).map((one) => one.name);
  throw new UsageError(
    `there is no demonstration caseload${name === undefined ? '' : ` of ${name}`}; ` +
      `workflows that have one: ${others.join(', ') || 'none'}`,
  );
}

const hasDemo = (workflow: Workflow): workflow is WorkflowWithDemo => workflow.demo !== undefined;
