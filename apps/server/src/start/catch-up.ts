import { progressBar } from '../console/progress-bar.js';
import type { Installation } from './installation.js';

/** Brings the views up to date, with a progress bar. Only for the process that writes. */
export async function catchUp(installation: Installation): Promise<void> {
  const bar = progressBar(process.stderr, {
    label: 'views',
    total: Number(await installation.events.head()),
  });
  try {
    await installation.catchUp((reached) => {
      bar.update(Number(reached));
    });
  } finally {
    bar.stop();
  }
}
