import { checkViewsOfLog, type ViewStore } from '@safeconduct/engine';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFolderJobs } from '../jobs/folder-jobs.js';
import type { KeysLocation } from '../keys/keys-location.js';
import type {
  HolderNote,
  KeysOfBackup,
  OpenedStores,
  OpenOptions,
  ProjectionStores,
  StoredContent,
  StoreFact,
  StoresLocation,
} from '../location.js';
import { logIdName } from '../log-texts.js';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openTogether } from '../open-together.js';
import { openSqliteAccounts } from './accounts/sqlite-account-store.js';
import { backupLog, metaOfCopy, restoreLog } from './backup.js';
import { problemsOfIndex } from './events/index-problems.js';
import { logFile } from './events/log-file.js';
import { openSqliteEvents } from './events/sqlite-events.js';
import { restoreKeys } from './keys/restore-keys.js';
import { lockFolder } from './lock-folder.js';
import { sqliteFacts } from './sqlite-facts.js';
import { backupReads, refuseReadsBeside, restoreReads } from './reads/copy-reads.js';
import { openSqliteReads } from './reads/sqlite-reads.js';
import { damageInViews } from './views/damage-in-views.js';
import { openMemoryViews, openSqliteViews } from './views/sqlite-views.js';

/** A data folder with the embedded store: log and views in files, one writing process. */
export class SqliteLocation implements StoresLocation {
  readonly isShared = true;
  readonly isDurable = true;

  constructor(
    readonly folder: string,
    readonly keys: KeysLocation,
  ) {}

  get name(): string {
    return this.folder;
  }

  hasData(): Promise<boolean> {
    return Promise.resolve(this.#hasLog);
  }

  open(holder: HolderNote, { clock, newLogId }: OpenOptions): Promise<OpenedStores> {
    const { folder } = this;
    return openTogether(async (toClose) => {
      const lock = lockFolder(folder, holder);
      toClose(() => {
        lock.release();
      });
      const opened = await this.keys.open({ mode: 'write', hasLog: this.#hasLog });
      toClose(() => opened.close());
      const events = openSqliteEvents({ folder, clock, mode: 'write' });
      toClose(() => events.close());
      const keys = await opened.ringFor(events);
      const views = openSqliteViews({ folder, mode: 'write' });
      toClose(() => views.close());
      const jobs = openFolderJobs({ folder: this.#jobsFolder, clock });
      toClose(() => jobs.close());
      const reads = openSqliteReads({ folder, flushing: 'soon' });
      toClose(() => reads.close());
      const accounts = openSqliteAccounts(folder, 'write');
      toClose(() => accounts.close());
      await checkViewsOfLog(events, views);
      const logId = await events.setMetaOnce(logIdName, newLogId());
      const announce = (more: HolderNote) => {
        lock.announce(more);
      };
      return { events, views, keys, jobs, reads, accounts, logId, announce };
    });
  }

  openToRead({ clock }: Pick<OpenOptions, 'clock'>): Promise<OpenedStores> {
    const { folder } = this;
    return openTogether(async (toClose) => {
      const opened = await this.keys.open({ mode: 'read', hasLog: this.#hasLog });
      toClose(() => opened.close());
      const events = openSqliteEvents({ folder, clock, mode: 'read' });
      toClose(() => events.close());
      const keys = await opened.ringFor(events);
      const views = openSqliteViews({ folder, mode: 'read', readingThread: false });
      toClose(() => views.close());
      const jobs = openFolderJobs({ folder: this.#jobsFolder, clock, mode: 'read' });
      toClose(() => jobs.close());
      const reads = openSqliteReads({ folder, flushing: 'each' });
      toClose(() => reads.close());
      const accounts = openSqliteAccounts(folder, 'read');
      toClose(() => accounts.close());
      const logId = (await events.meta(logIdName)) ?? '';
      return { events, views, keys, jobs, reads, accounts, logId, announce: () => {} };
    });
  }

  openForProjections({ clock }: Pick<OpenOptions, 'clock'>): Promise<ProjectionStores> {
    const { folder } = this;
    return openTogether(async (toClose) => {
      const opened = await this.keys.open({ mode: 'read', hasLog: true });
      toClose(() => opened.close());
      const events = openSqliteEvents({ folder, clock, mode: 'read' });
      toClose(() => events.close());
      const keys = await opened.ringFor(events);
      const views = openSqliteViews({ folder, mode: 'write' });
      toClose(() => views.close());
      return { events, keys, views, viewsAreDamaged: () => views.damaged };
    });
  }

  get folders(): readonly string[] {
    return [this.folder, ...this.keys.folders];
  }

  async *contents(): AsyncGenerator<StoredContent> {
    yield* this.keys.contents();
  }

  // oxlint-disable-next-line typescript/require-await -- a failure rejects, as in other stores
  async facts(): Promise<readonly StoreFact[]> {
    return sqliteFacts(this.folder);
  }

  scratchViews(): ViewStore {
    return openMemoryViews();
  }

  // oxlint-disable-next-line typescript/require-await -- a failure rejects, as in other stores
  async damageInViews(): Promise<readonly string[]> {
    return damageInViews(this.folder).map((what) => `views.db is damaged: ${what}`);
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async problemsOfIndex(): Promise<readonly string[]> {
    return problemsOfIndex(this.folder);
  }

  async backup(file: string): Promise<bigint> {
    refuseReadsBeside(file);
    const events = backupLog(this.folder, file);
    // After the log: what the log has noted of the reads is then among them.
    await backupReads(this.folder, file);
    return events;
  }

  async restore(file: string, given: KeysOfBackup): Promise<bigint> {
    if (this.#hasLog) throw new CopyRefusedError(`${this.folder} holds a log already; choose a new folder`);
    // The keys come first: a log without its keys leads to no case.
    const undo = await restoreKeys(this.keys, given, {
      log: `the log in ${file}`,
      meta: (name) => metaOfCopy(file, name),
    });
    try {
      const events = restoreLog(file, this.folder, [logIdName]);
      await restoreReads(file, this.folder);
      return events;
    } catch (error) {
      undo();
      throw error;
    }
  }

  get #hasLog(): boolean {
    return existsSync(logFile(this.folder));
  }

  get #jobsFolder(): string {
    return join(this.folder, 'jobs');
  }
}
