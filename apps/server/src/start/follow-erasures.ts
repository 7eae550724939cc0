import type { Engine, RepeatedWork } from '@safeconduct/engine';
import type { ErrorLog } from '../console/error-log.js';
import type { KeptDrafts } from '../sign-in/kept-drafts.js';
import { repeated } from './repeated.js';

/** How often a process looks for erasures of others: the most for which it may still show an erased person. */
export const erasuresPollMs = 1000;

interface Followed {
  readonly engine: Pick<Engine, 'erasures'>;
  readonly drafts: Pick<KeptDrafts, 'removeErased'>;
}

/**
 * Takes in erasures of other processes, so that nothing here shows an erased person, finishes what a crash left, and removes
 * what people had begun to type about them.
 */
export const followErasures = ({ engine, drafts }: Followed, log: ErrorLog): RepeatedWork =>
  repeated(
    async () => {
      await engine.erasures.finish();
      await drafts.removeErased();
    },
    {
      everyMs: erasuresPollMs,
      failed: 'erasures could not be followed or finished; the next attempt follows soon',
    },
    log,
  );
