import type { Clock } from '@safeconduct/engine';
import { join } from 'node:path';
import { openFolderJobs } from '../jobs/folder-jobs.js';
import type { HolderNote } from '../location.js';
import { openTogether } from '../open-together.js';
import type { ViewsPlace } from '../server-location.js';
import { openSqliteAccounts } from './accounts/sqlite-account-store.js';
import { lockFolder } from './lock-folder.js';
import { openSqliteReads } from './reads/sqlite-reads.js';
import { viewsFacts } from './sqlite-facts.js';
import { openMemoryViews, openSqliteViews } from './views/sqlite-views.js';

/** Views in a folder, beside a log on a server. One process at a time fills them. */
export const sqliteViewsPlace = (folder: string): ViewsPlace => ({
  name: folder,
  folders: [folder],
  // It keeps nothing but files.
  async *contents() {},
  facts: () => Promise.resolve(viewsFacts(folder)),
  open: (holder: HolderNote, clock: Clock) =>
    openTogether((toClose) => {
      const lock = lockFolder(folder, holder);
      toClose(() => {
        lock.release();
      });
      const views = openSqliteViews({ folder, mode: 'write' });
      toClose(() => views.close());
      const jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock });
      toClose(() => jobs.close());
      const reads = openSqliteReads({ folder, flushing: 'soon' });
      toClose(() => reads.close());
      const accounts = openSqliteAccounts(folder, 'write');
      toClose(() => accounts.close());
      const announce = (more: HolderNote) => {
        lock.announce(more);
      };
      return { views, jobs, reads, accounts, announce };
    }),
  openToRead: (clock: Clock) =>
    openTogether((toClose) => {
      const views = openSqliteViews({ folder, mode: 'read', readingThread: false });
      toClose(() => views.close());
      const jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock, mode: 'read' });
      toClose(() => jobs.close());
      const reads = openSqliteReads({ folder, flushing: 'each' });
      toClose(() => reads.close());
      const accounts = openSqliteAccounts(folder, 'read');
      toClose(() => accounts.close());
      return { views, jobs, reads, accounts, announce: () => {} };
    }),
  openForProjections: () =>
    openTogether((toClose) => {
      const views = openSqliteViews({ folder, mode: 'write' });
      toClose(() => views.close());
      return { views, viewsAreDamaged: () => views.damaged };
    }),
  scratchViews: openMemoryViews,
});
