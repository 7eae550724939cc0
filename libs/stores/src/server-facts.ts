import { EngineError } from '@safeconduct/engine';
import type { StoreFact } from './location.js';

/**
 * What a server says about itself. One that does not answer as needed is a fact with a problem.
 * @param about  the server, such as `KurrentDB db.example.org`
 */
export async function serverFacts(
  about: string,
  ask: () => Promise<readonly StoreFact[]>,
): Promise<readonly StoreFact[]> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [{ about, value: 'does not answer as needed', problem: error.message }];
  }
}
