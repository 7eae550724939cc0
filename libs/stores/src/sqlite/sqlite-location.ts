import { checkViewsOfLog, type KeyRing, type ViewStore } from '@safeconduct/engine';
import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openFolderJobs } from '../jobs/folder-jobs.js';
import { checkKey, keepKeyCheck, keyCheckName, refuseOtherKey } from '../keys/key-check.js';
import { openFileKeyRing, type FileKeyRing } from '../keys/file-key-ring.js';
import type {
  HolderNote,
  OpenedStores,
  OpenOptions,
  ProjectionStores,
  StoreFact,
  StoresLocation,
} from '../location.js';
import { logIdName } from '../log-texts.js';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openTogether } from '../open-together.js';
import { backupLog, metaOfCopy, restoreLog } from './backup.js';
import { problemsOfIndex } from './events/index-problems.js';
import { logFile } from './events/log-file.js';
import { openSqliteEvents } from './events/sqlite-events.js';
import { lockFolder } from './lock-folder.js';
import { sqliteFacts } from './sqlite-facts.js';
import { damageInViews } from './views/damage-in-views.js';
import { openMemoryViews, openSqliteViews } from './views/sqlite-views.js';

const ownerOnly = 0o600;

/** A data folder with the embedded store: log and views in files, one writing process. */
export class SqliteLocation implements StoresLocation {
  readonly isShared = true;
  readonly isDurable = true;

  constructor(
    readonly folder: string,
    private readonly masterKeyFile: string | undefined,
  ) {}

  get name(): string {
    return this.folder;
  }

  keyRing(): KeyRing {
    return openFileKeyRing('', { file: this.keyLocation });
  }

  get keyLocation(): string {
    return this.masterKeyFile ?? this.#ownKey;
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
      const keys = this.#openKeys();
      const events = openSqliteEvents({ folder, clock, mode: 'write' });
      toClose(() => events.close());
      const views = openSqliteViews({ folder, mode: 'write' });
      toClose(() => views.close());
      const jobs = openFolderJobs({ folder: this.#jobsFolder, clock });
      toClose(() => jobs.close());
      await keepKeyCheck(events, keys, { keyFile: this.keyLocation, log: folder });
      await checkViewsOfLog(events, views);
      const logId = await events.setMetaOnce(logIdName, newLogId());
      const announce = (more: HolderNote) => {
        lock.announce(more);
      };
      return { events, views, keys, jobs, logId, announce };
    });
  }

  openToRead({ clock }: Pick<OpenOptions, 'clock'>): Promise<OpenedStores> {
    const { folder } = this;
    return openTogether(async (toClose) => {
      const keys = this.#openKeys();
      const events = openSqliteEvents({ folder, clock, mode: 'read' });
      toClose(() => events.close());
      const views = openSqliteViews({ folder, mode: 'read', readingThread: false });
      toClose(() => views.close());
      const jobs = openFolderJobs({ folder: this.#jobsFolder, clock, mode: 'read' });
      toClose(() => jobs.close());
      await checkKey(events, keys, { keyFile: this.keyLocation, log: folder });
      const logId = (await events.meta(logIdName)) ?? '';
      return { events, views, keys, jobs, logId, announce: () => {} };
    });
  }

  openForProjections({ clock }: Pick<OpenOptions, 'clock'>): Promise<ProjectionStores> {
    const { folder } = this;
    return openTogether((toClose) => {
      const events = openSqliteEvents({ folder, clock, mode: 'read' });
      toClose(() => events.close());
      const views = openSqliteViews({ folder, mode: 'write' });
      toClose(() => views.close());
      return { events, views, viewsAreDamaged: () => views.damaged };
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a failure rejects, as in other stores
  async facts(): Promise<readonly StoreFact[]> {
    return sqliteFacts(this.folder);
  }

  scratchViews(): ViewStore {
    return openMemoryViews();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a failure rejects, as in other stores
  async damageInViews(): Promise<readonly string[]> {
    return damageInViews(this.folder).map((what) => `views.db is damaged: ${what}`);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async problemsOfIndex(): Promise<readonly string[]> {
    return problemsOfIndex(this.folder);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async backup(file: string): Promise<bigint> {
    return backupLog(this.folder, file);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async restore(file: string, { keyFile }: { readonly keyFile?: string | undefined }): Promise<bigint> {
    const key = keyFile ?? this.masterKeyFile ?? (existsSync(this.#ownKey) ? this.#ownKey : undefined);
    if (key === undefined) {
      throw new CopyRefusedError(
        'restore needs the master key of the installation that the backup was made of',
      );
    }
    // With another key no reference of the restored log would lead to its case.
    refuseOtherKey(metaOfCopy(file, keyCheckName), openFileKeyRing('', { file: key }), {
      keyFile: key,
      log: `the log in ${file}`,
    });
    const copiesKey = this.masterKeyFile === undefined && resolve(key) !== resolve(this.#ownKey);
    if (copiesKey && existsSync(this.#ownKey))
      throw new CopyRefusedError(`${this.folder} holds a master key already; choose a new folder`);
    if (!copiesKey) return restoreLog(file, this.folder, [logIdName]);
    if (this.#hasLog) throw new CopyRefusedError(`${this.folder} holds a log already; choose a new folder`);
    // The key comes first: a log without its key leads to no case.
    mkdirSync(this.folder, { recursive: true });
    copyFileSync(key, this.#ownKey, constants.COPYFILE_EXCL);
    try {
      chmodSync(this.#ownKey, ownerOnly);
      return restoreLog(file, this.folder, [logIdName]);
    } catch (error) {
      rmSync(this.#ownKey, { force: true });
      throw error;
    }
  }

  get #hasLog(): boolean {
    return existsSync(logFile(this.folder));
  }

  get #jobsFolder(): string {
    return join(this.folder, 'jobs');
  }

  get #ownKey(): string {
    return join(this.folder, 'master.key');
  }

  /** The key that leads from references to cases. A new key is made only where there is no log yet. */
  #openKeys(): FileKeyRing {
    const mustExist = this.#hasLog ? this.#ownKey : undefined;
    return openFileKeyRing(this.folder, { file: this.masterKeyFile ?? mustExist });
  }
}
