import { RepeatedWork } from '@safeconduct/engine';
import type { ErrorLog } from '../console/error-log.js';

interface Repetition {
  readonly everyMs: number;
  /** What the log says of a turn that failed. */
  readonly failed: string;
}

/** Begins work that is done again and again until it is stopped. A turn that fails is logged, and the next one tries again. */
export function repeated(
  turn: () => Promise<unknown>,
  { everyMs, failed }: Repetition,
  log: ErrorLog,
): RepeatedWork {
  const idly = async (): Promise<'idle'> => {
    await turn();
    return 'idle';
  };
  const work = new RepeatedWork(idly, { pollMs: everyMs });
  work.start((error) => {
    log.error({ err: error }, failed);
  });
  return work;
}
