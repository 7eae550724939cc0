import { describe, expect, it } from '@jest/globals';
import { workflows } from '@safeconduct/workflows';
import { firstWithDemo, namedWorkflow, workflowWithDemo } from './named-workflow.js';

const withDemo = workflows.find(({ demo }) => demo !== undefined);

describe('a workflow named on the command line', () => {
  it('is the registered one; any other name is refused with those that are registered', () => {
    for (const workflow of workflows) expect(namedWorkflow(workflow.name)).toBe(workflow);
    expect(() => namedWorkflow('no-such')).toThrow(
      `no workflow is called no-such; registered: ${workflows[0]?.name}`,
    );
  });

  it('has the demonstration caseload; without a name the first one that has one is taken', () => {
    expect(withDemo).toBeDefined();
    expect(firstWithDemo()).toBe(withDemo);
    expect(workflowWithDemo()).toBe(withDemo);
    expect(workflowWithDemo(withDemo?.name)).toBe(withDemo);
    expect(() => workflowWithDemo('no-such')).toThrow('no workflow is called no-such');
  });
});
