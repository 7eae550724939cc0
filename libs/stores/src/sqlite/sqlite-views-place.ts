import type { Clock, ViewStore } from '@safeconduct/engine';
import { join } from 'node:path';
import { openFolderJobs } from '../jobs/folder-jobs.js';
import type { HolderNote } from '../location.js';
import type { OpenedViews, OpenedViewsAndJobs, ViewsPlace } from '../server-location.js';
import { closeAll } from '../close-all.js';
import { lockFolder } from './lock-folder.js';
import { viewsFacts } from './sqlite-facts.js';
import { openMemoryViews, openSqliteViews } from './views/sqlite-views.js';

/** Views in a folder, beside a log on a server. One process at a time fills them. */
export const sqliteViewsPlace = (folder: string): ViewsPlace => ({
  name: folder,
  facts: () => Promise.resolve(viewsFacts(folder)),
  open: (holder: HolderNote, clock: Clock): OpenedViewsAndJobs => {
    const lock = lockFolder(folder, holder);
    try {
      const views = openSqliteViews({ folder, mode: 'write' });
      const jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock });
      return {
        ...{ views, jobs },
        announce: (more) => {
          lock.announce(more);
        },
        close: () =>
          closeAll([
            () => jobs.close(),
            () => views.close(),
            () => {
              lock.release();
            },
          ]),
      };
    } catch (error) {
      lock.release();
      throw error;
    }
  },
  openToRead: (clock: Clock): OpenedViewsAndJobs => {
    const views = openSqliteViews({ folder, mode: 'read', readingThread: false });
    const jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock, mode: 'read' });
    const close = () => closeAll([() => jobs.close(), () => views.close()]);
    return { views, jobs, announce: () => {}, close };
  },
  openForProjections: () => opened(openSqliteViews({ folder, mode: 'write' })),
  scratchViews: openMemoryViews,
});

const opened = (views: ViewStore): OpenedViews => ({ views, announce: () => {}, close: () => views.close() });
