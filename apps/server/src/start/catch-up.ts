import {
  LeaseTakenError,
  standardProjectionsOf,
  systemReader,
  type Position,
  type Projection,
} from '@safeconduct/engine';
import { setTimeout as sleep } from 'node:timers/promises';
import { progressBar } from '../console/progress-bar.js';
import type { Installation } from './installation.js';

const reader = systemReader('catch-up');
const askAgainMs = 250;

/**
 * Brings the views up to date with the log as it is now, with a progress bar; or waits until the server that fills them
 * has done it.
 */
export async function catchUp(installation: Installation): Promise<void> {
  const { queries } = installation.engine;
  const head = await queries.head(reader);
  const total = await queries.eventCount(reader, { after: await queries.reached(reader) });
  const bar = progressBar(process.stderr, { label: 'views', total });
  const fill = () =>
    installation.catchUp((done) => {
      bar.update(done);
    });
  try {
    // The other server may end before it has done it. Then its lease is free, and this process goes on.
    while (!(await filledHere(fill))) {
      if (await areFilled(installation, head)) return;
      await sleep(askAgainMs);
    }
  } finally {
    bar.stop();
  }
}

/** Whether the views of all workflows are there and have what is asked for. In an empty log nothing has to be reached, by views or by none. */
async function areFilled({ engine }: Installation, head: Position): Promise<boolean> {
  const { reached, generations } = await engine.queries.progress(reader);
  const isThere = ({ view }: Projection) =>
    generations.some(({ live, ...one }) => live && one.view === view.name && one.version === view.version);
  return reached >= head && standardProjectionsOf(engine.register.values()).every(isThere);
}

/** Whether this process filled them; another one is at it otherwise. */
async function filledHere(fill: () => Promise<void>): Promise<boolean> {
  try {
    await fill();
    return true;
  } catch (error) {
    if (error instanceof LeaseTakenError) return false;
    throw error;
  }
}
