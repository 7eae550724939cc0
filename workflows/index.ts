import type { Workflow } from '@safeconduct/workflow';
import { template } from './_template/index.js';

/** The register: one line per workflow. */
export const workflows: readonly Workflow[] = [template];
