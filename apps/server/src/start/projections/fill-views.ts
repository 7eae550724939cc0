/**
 * The thread that fills the views: it reads the log, projects it and writes the rows, beside the commands.
 */
import {
  EngineError,
  Erasures,
  eventCodec,
  ProjectionRunner,
  projectionsOf,
  registerOf,
  RepeatedWork,
} from '@safeconduct/engine';
import { storesAt, systemClock, uuidIds } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { parentPort, workerData } from 'node:worker_threads';
import { leaseOf } from '../lease-of.js';
import { lowerPriority } from '../lower-priority.js';
import { erasuresPollMs } from '../follow-erasures.js';
import type { FillOptions, FromThread, ToThread } from './messages.js';

const { stores } = workerData as FillOptions;

// This thread polls the log, which costs microseconds, so that a command pays nothing to notify it.
const pollMs = 20;
const damageCheckMs = 1000;

lowerPriority();

// A server that does not answer is not waited for when the thread is to end before the stores are open.
const leaveAtOnce = (): never => process.exit();
parentPort?.once('message', leaveAtOnce);
const opened = await storesAt(stores)
  .openForProjections({ clock: systemClock })
  .catch((error: unknown) => {
    tell(error);
    process.exit(1);
  });
parentPort?.off('message', leaveAtOnce);
const { events, keys, views, viewsAreDamaged } = opened;
const erasures = new Erasures({ events, keys: keys.subjects, clock: systemClock, ids: uuidIds });
const codec = eventCodec(registerOf(workflows), { ...keys, subjects: erasures.keys });
const ports = { events, views, codec, projections: projectionsOf(workflows) };
const runner = new ProjectionRunner(ports, { pollMs, lease: leaseOf(views, 'projections') });

// The first turn comes before the first batch is opened or with it; a view that is filled too early forgets with the fact.
const followed = new RepeatedWork(
  async () => {
    await erasures.refresh();
    return 'idle';
  },
  { pollMs: erasuresPollMs },
);
followed.start(tell);
runner.start(tell);

// Any reader, also of another process, may find the views damaged. This thread then ends, and the next one
// makes them again.
const damageCheck = setInterval(() => {
  if (viewsAreDamaged()) void stop();
}, damageCheckMs);

parentPort?.once('message', (_stop: ToThread) => {
  void stop();
});

/** An error of the engine that ends a thread would come without its code. */
function tell(error: unknown): void {
  const { message } = error as Error;
  const told: FromThread = { failed: { code: error instanceof EngineError ? error.code : '', message } };
  parentPort?.postMessage(told);
}

async function stop(): Promise<void> {
  clearInterval(damageCheck);
  events.prepareToClose?.();
  await followed.stop();
  await runner.stop();
  await opened.close();
  // Everything is closed. A call that the driver of a store still waits for must not keep the thread.
  process.exit();
}
