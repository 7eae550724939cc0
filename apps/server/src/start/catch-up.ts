import { systemReader } from '@safeconduct/engine';
import { progressBar } from '../console/progress-bar.js';
import type { Installation } from './installation.js';

const reader = systemReader('catch-up');

/** Brings the views up to date, with a progress bar. Only for the process that writes. */
export async function catchUp(installation: Installation): Promise<void> {
  const { queries } = installation.engine;
  const total = await queries.eventCount(reader, { after: await queries.reached(reader) });
  const bar = progressBar(process.stderr, { label: 'views', total });
  try {
    await installation.catchUp((done) => {
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
