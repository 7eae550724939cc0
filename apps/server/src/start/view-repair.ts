import { ViewsDamagedError } from '@safeconduct/engine';
import { tell } from '../console/output.js';

/**
 * Does the work, and repeats it once when it finds the views damaged. By then the views are marked, and the
 * next process that opens or fills them makes them again from the log. So the work must begin by opening or
 * filling them.
 */
export async function withViewRepair<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ViewsDamagedError)) throw error;
    tell('the views are damaged; making them again from the log');
    return work();
  }
}
