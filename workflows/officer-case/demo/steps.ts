import type { FileName } from './files.js';
import { assuranceSteps } from './steps/assurance.js';
import { childSteps } from './steps/children.js';
import { disputeSteps } from './steps/disputes.js';
import { entrySteps } from './steps/entry.js';
import { fateSteps } from './steps/fates.js';
import { holdSteps } from './steps/holds.js';
import { monitoringSteps } from './steps/monitoring.js';
import { reEntrySteps } from './steps/re-entry.js';
import { relocationSteps } from './steps/relocation.js';
import { returnSteps } from './steps/return.js';
import { staySteps } from './steps/stay.js';
import type { Step } from './steps/step.js';

/** The step of every file. */
export const steps: Readonly<Record<FileName, Step>> = {
  ...entrySteps,
  ...childSteps,
  ...staySteps,
  ...returnSteps,
  ...monitoringSteps,
  ...disputeSteps,
  ...assuranceSteps,
  ...relocationSteps,
  ...holdSteps,
  ...fateSteps,
  ...reEntrySteps,
};
