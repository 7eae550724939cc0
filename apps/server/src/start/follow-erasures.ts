import type { Engine, RepeatedWork } from '@safeconduct/engine';
import type { ErrorLog } from '../console/error-log.js';
import { repeated } from './repeated.js';

/** How often a process looks for erasures of others: the most for which it may still show an erased person. */
export const erasuresPollMs = 1000;

/** Takes in erasures of other processes, so that nothing here shows an erased person, and finishes what a crash left. */
export const followErasures = ({ erasures }: Pick<Engine, 'erasures'>, log: ErrorLog): RepeatedWork =>
  repeated(
    () => erasures.finish(),
    {
      everyMs: erasuresPollMs,
      failed: 'erasures could not be followed or finished; the next attempt follows soon',
    },
    log,
  );
