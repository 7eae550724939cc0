import { describe, expect, it } from '@jest/globals';
import { referencePage } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { readFileSync } from 'node:fs';

describe('the reference of', () => {
  it.each(workflows.map((workflow) => [workflow.name, workflow] as const))(
    '%s is in step with its definition; else: npx safeconduct workflow <name> --reference > docs/reference/<name>.md',
    (name, workflow) => {
      expect(readFileSync(`docs/reference/${name}.md`, 'utf8')).toBe(referencePage(workflow, 'en'));
    },
  );
});
