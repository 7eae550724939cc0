import { ViewsDamagedError } from '@safeconduct/engine';
import { tell } from '../console/output.js';

/**
 * Does the work, and once more where it finds the views damaged: they have been marked by then, and whoever opens or
 * fills them next makes them again from the log. So the work must begin with that.
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
