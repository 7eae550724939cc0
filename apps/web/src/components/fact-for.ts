import type { FactTitle, WorkflowFile } from '../api/queries.js';

/** What is known of the value at a path of a case. `*` in a definition stands for any key, and items of lists have no number. */
export function factFor(workflow: WorkflowFile | undefined, path: string): FactTitle | undefined {
  const names = path.split('.').filter((name) => !/^\d+$/.test(name));
  return workflow?.facts.find((fact) => {
    const wanted = fact.path.split('.');
    return wanted.length === names.length && wanted.every((name, at) => name === '*' || name === names[at]);
  });
}
