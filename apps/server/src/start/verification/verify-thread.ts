/** The thread that checks the log and everything that is made from it, beside the commands. It reads, and ends. */
import { createEngine, systemReader, ViewBehindError } from '@safeconduct/engine';
import { storesAt, systemClock, uuidIds } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { parentPort, workerData } from 'node:worker_threads';
import { lowerPriority } from '../lower-priority.js';
import { findingsOf } from './findings.js';
import type { FromVerification, VerifyOptions } from './messages.js';
import { verifyAll } from './verify-all.js';

lowerPriority();
const { stores } = workerData as VerifyOptions;
try {
  const location = storesAt(stores);
  const opened = await location.openToRead({ clock: systemClock });
  try {
    const engine = createEngine({ ...opened, clock: systemClock, ids: uuidIds }, workflows);
    await engine.erasures.refresh();
    const parts = { location, engine, events: opened.events, reads: opened.reads };
    const found = await verifyAll(parts, systemReader('verification'), (progress) => {
      tell({ progress });
    });
    tell({ findings: findingsOf(found) });
  } finally {
    await opened.close();
  }
} catch (error) {
  // An error crosses without its class.
  const message = error instanceof Error ? error.message : String(error);
  tell({ failed: { isViewBehind: error instanceof ViewBehindError, message } });
}

function tell(message: FromVerification): void {
  parentPort?.postMessage(message);
}
