/** The thread that folds open cases by definitions that have changed, beside the commands. It reads, and ends. */
import { createEngine, systemReader } from '@safeconduct/engine';
import { storesAt, systemClock, uuidIds } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { parentPort, workerData } from 'node:worker_threads';
import type { Checked, CheckOptions } from './messages.js';

const { stores, workflows: changed } = workerData as CheckOptions;
const opened = await storesAt(stores).openToRead({ clock: systemClock });
try {
  const engine = createEngine({ ...opened, clock: systemClock, ids: uuidIds }, workflows);
  const found: Checked = await engine.queries.openCases(systemReader('start'), { workflows: changed });
  parentPort?.postMessage(found);
} finally {
  await opened.close();
}
