import type { ViewStore } from '@safeconduct/engine';
import type { HolderNote } from '../location.js';
import type { OpenedViews, ViewsPlace } from '../server-location.js';
import { closeAll } from '../close-all.js';
import { lockFolder } from './lock-folder.js';
import { viewsFacts } from './sqlite-facts.js';
import { openMemoryViews, openSqliteViews } from './views/sqlite-views.js';

/** Views in a folder, beside a log on a server. One process at a time fills them. */
export const sqliteViewsPlace = (folder: string): ViewsPlace => ({
  name: folder,
  facts: () => Promise.resolve(viewsFacts(folder)),
  open: (holder: HolderNote): OpenedViews => {
    const lock = lockFolder(folder, holder);
    try {
      const views = openSqliteViews({ folder, mode: 'write' });
      return {
        views,
        announce: (more) => {
          lock.announce(more);
        },
        close: () =>
          closeAll([
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
  openToRead: () => opened(openSqliteViews({ folder, mode: 'read', readingThread: false })),
  openForProjections: () => opened(openSqliteViews({ folder, mode: 'write' })),
  scratchViews: openMemoryViews,
});

const opened = (views: ViewStore): OpenedViews => ({ views, announce: () => {}, close: () => views.close() });
