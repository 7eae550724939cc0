import type { FileName } from './fates.js';
import { entrySteps } from './steps/entry.js';
import { otherSteps } from './steps/other-ways.js';
import { returnSteps } from './steps/return.js';
import type { Step } from './steps/step.js';

/** Every file of a caseload by its name; the names give the order. */
export const steps: Readonly<Record<FileName, Step>> = { ...entrySteps, ...otherSteps, ...returnSteps };
