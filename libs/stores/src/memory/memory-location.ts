import { StoreReadOnlyError, type ViewStore } from '@safeconduct/engine';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CopyRefusedError } from '../copy-refused-error.js';
import type { KeysLocation } from '../keys/keys-location.js';
import { openFolderJobs } from '../jobs/folder-jobs.js';
import type {
  HolderNote,
  OpenedStores,
  OpenOptions,
  ProjectionStores,
  StoredContent,
  StoreFact,
  StoresLocation,
} from '../location.js';
import { openTogether } from '../open-together.js';
import { openMemoryAccounts } from './memory-account-store.js';
import { openMemoryEvents } from './memory-events.js';
import { openMemoryReads } from './memory-reads.js';

const ownerOnly = 0o700;

/**
 * Data that are gone with the process, for a trial and for tests. Positions have gaps, as those of a cluster
 * do, so that code running on it is tested with gaps. Key, jobs and rejected rows are in a temporary folder,
 * which is removed with it.
 */
export class MemoryLocation implements StoresLocation {
  readonly name = 'memory';
  readonly isShared = false;
  readonly isDurable = false;
  readonly folder = join(tmpdir(), `safeconduct-memory-${randomUUID()}`);

  readonly keys: KeysLocation;

  constructor(
    private readonly openViews: () => ViewStore,
    keysIn: (folder: string) => KeysLocation,
  ) {
    this.keys = keysIn(this.folder);
  }

  hasData(): Promise<boolean> {
    return Promise.resolve(false);
  }

  open(_holder: HolderNote, { clock, newLogId }: OpenOptions): Promise<OpenedStores> {
    return openTogether(async (toClose) => {
      mkdirSync(this.folder, { mode: ownerOnly });
      toClose(() => {
        rmSync(this.folder, { recursive: true, force: true });
      });
      const opened = await this.keys.open({ mode: 'write', hasLog: false });
      toClose(() => opened.close());
      const events = openMemoryEvents({ clock, positions: 'sparse' });
      toClose(() => events.close());
      const keys = await opened.ringFor(events);
      const views = this.openViews();
      toClose(() => views.close());
      const jobs = openFolderJobs({ folder: join(this.folder, 'jobs'), clock });
      toClose(() => jobs.close());
      const reads = openMemoryReads();
      const accounts = openMemoryAccounts();
      return { events, views, keys, jobs, reads, accounts, logId: newLogId(), announce: () => {} };
    });
  }

  get folders(): readonly string[] {
    return [this.folder, ...this.keys.folders];
  }

  async *contents(): AsyncGenerator<StoredContent> {
    yield* this.keys.contents();
  }

  openToRead(): Promise<OpenedStores> {
    return Promise.reject(new StoreReadOnlyError(this.name));
  }

  openForProjections(): Promise<ProjectionStores> {
    return Promise.reject(new StoreReadOnlyError(this.name));
  }

  facts(): Promise<readonly StoreFact[]> {
    return Promise.resolve([{ about: 'memory', value: 'data that are gone with their process' }]);
  }

  scratchViews(): ViewStore {
    return this.openViews();
  }

  damageInViews(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  problemsOfIndex(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  backup(): Promise<bigint> {
    return Promise.reject(hasNoCopies());
  }

  restore(): Promise<bigint> {
    return Promise.reject(hasNoCopies());
  }
}

const hasNoCopies = () =>
  new CopyRefusedError(
    'data in memory end with their process and have no copies; keep them in a folder, such as sqlite:./data',
  );
