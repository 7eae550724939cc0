import type { Workflow } from '@safeconduct/workflow';
import { officerCase } from './officer-case/index.js';

/** The register: one line per workflow. */
export const workflows: readonly Workflow[] = [officerCase];
