import { canonicalDefinition, type Workflow } from '@safeconduct/workflow';
import { createHash } from 'node:crypto';

// A definition does not change while a process runs, and its text takes milliseconds to make.
const fingerprints = new WeakMap<Workflow, string>();

/** Which definition decided: 128 bits of a SHA-256 over everything in it that decides. */
export function fingerprintOf(workflow: Workflow): string {
  const known = fingerprints.get(workflow);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(canonicalDefinition(workflow)).digest('hex').slice(0, 32);
  fingerprints.set(workflow, made);
  return made;
}
