import type { FileName } from './case-paths.js';
import { assuranceSteps } from './steps/assurance.js';
import { custodySteps } from './steps/custody.js';
import { entrySteps } from './steps/entry.js';
import { relocationSteps } from './steps/relocation.js';
import { returnSteps } from './steps/return.js';
import type { Step } from './steps/step.js';

/** Every file of a caseload by its name; the names give the order. */
export const steps: Readonly<Record<FileName, Step>> = {
  ...entrySteps,
  ...custodySteps,
  ...returnSteps,
  ...assuranceSteps,
  ...relocationSteps,
};
