import { RepeatedWork, type Engine } from '@safeconduct/engine';
import type { ErrorLog } from '../console/error-log.js';

/** How often a process looks for erasures of others: the most for which it may still show an erased person. */
export const erasuresPollMs = 1000;

/** Takes in erasures of other processes, so that nothing here shows an erased person, and finishes what a crash left. */
export function followErasures({ erasures }: Pick<Engine, 'erasures'>, log: ErrorLog): RepeatedWork {
  const turn = async (): Promise<'idle'> => {
    await erasures.finish();
    return 'idle';
  };
  const work = new RepeatedWork(turn, { pollMs: erasuresPollMs });
  work.start((error) => {
    log.error({ err: error }, 'erasures could not be followed or finished; the next attempt follows soon');
  });
  return work;
}
