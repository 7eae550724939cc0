import { StoreReadOnlyError, type ViewStore } from '@safeconduct/engine';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeAll } from '../close-all.js';
import { CopyRefusedError } from '../copy-refused-error.js';
import { openFileKeyRing } from '../keys/file-key-ring.js';
import type { HolderNote, OpenedStores, OpenOptions, ProjectionStores, StoresLocation } from '../location.js';
import { openMemoryEvents } from './memory-events.js';

const ownerOnly = 0o700;

/**
 * Data that are gone with the process, for a trial and for tests. Positions have gaps, as those of a cluster
 * do, so that code running on it is tested with gaps. Key, jobs and rejected rows are in a temporary folder,
 * which is removed with it.
 */
export class MemoryLocation implements StoresLocation {
  readonly name = 'memory';
  readonly isShared = false;
  readonly folder = join(tmpdir(), `safeconduct-memory-${randomUUID()}`);

  constructor(
    private readonly openViews: () => ViewStore,
    private readonly masterKeyFile: string | undefined,
  ) {}

  get keyLocation(): string {
    return this.masterKeyFile ?? join(this.folder, 'master.key');
  }

  hasData(): boolean {
    return false;
  }

  open(_holder: HolderNote, { clock, newLogId }: OpenOptions): Promise<OpenedStores> {
    const events = openMemoryEvents({ clock, positions: 'sparse' });
    const views = this.openViews();
    mkdirSync(this.folder, { mode: ownerOnly });
    const keys = openFileKeyRing(this.folder, { file: this.masterKeyFile });
    const remove = () => {
      rmSync(this.folder, { recursive: true, force: true });
    };
    return Promise.resolve({
      ...{ events, views, keys, logId: newLogId() },
      announce: () => {},
      close: () => closeAll([() => views.close(), () => events.close(), remove]),
    });
  }

  openToRead(): Promise<OpenedStores> {
    return Promise.reject(new StoreReadOnlyError(this.name));
  }

  openForProjections(): ProjectionStores {
    throw new StoreReadOnlyError(this.name);
  }

  scratchViews(): ViewStore {
    return this.openViews();
  }

  damageInViews(): readonly string[] {
    return [];
  }

  backup(): bigint {
    throw hasNoCopies();
  }

  restore(): bigint {
    throw hasNoCopies();
  }
}

const hasNoCopies = () =>
  new CopyRefusedError(
    'data in memory end with their process and have no copies; keep them in a folder, such as sqlite:./data',
  );
