import { standardProjections, viewsReached } from '@safeconduct/engine';
import { progressBar } from '../console/progress-bar.js';
import type { Installation } from './installation.js';

const definitions = standardProjections.map(({ view }) => view);

/** Brings the views up to date, with a progress bar. Only for the process that writes. */
export async function catchUp(installation: Installation): Promise<void> {
  const reached = await viewsReached(installation.views, definitions);
  const total = await installation.events.countAfter(reached);
  const bar = progressBar(process.stderr, { label: 'views', total });
  try {
    await installation.catchUp((done) => {
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
