import type { Clock, EventStore, KeyRing, ViewStore } from '@safeconduct/engine';
import type { JobStore } from './jobs/job-store.js';

/** Where an installation keeps its data, as the configuration says. */
export interface StoresConfiguration {
  /** `sqlite:<folder>` for the embedded store, `memory:` for data that are gone with the process. */
  readonly events: string;
  /** File with the master key; left out: a key beside the events, made on first use. */
  readonly masterKeyFile?: string | undefined;
}

/** How the process that holds the data describes itself to other processes. */
export interface HolderNote {
  /** Its description, for people: `server on http://127.0.0.1:3000`. */
  readonly note: string;
  /** The address at which it takes commands, if it does. */
  readonly address?: string | undefined;
}

/** The stores of an installation, open. */
export interface OpenedStores {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly keys: KeyRing;
  readonly jobs: JobStore;
  /** The name of the log. A restored log gets another name, because it assigns positions again. */
  readonly logId: string;
  /** Adds details about this process, such as the address that it listens on. */
  announce(holder: HolderNote): void;
  /** Closes everything, the lock last. */
  close(): Promise<void>;
}

/** How stores are opened: as the one process that writes, or beside it. */
export interface OpenOptions {
  readonly clock: Clock;
  /** Gives a new log its name. */
  readonly newLogId: () => string;
}

/**
 * The location of an installation's data, not opened yet. Each kind of store implements it. It holds
 * everything in which the kinds differ outside the ports; no other code asks which kind it is.
 */
export interface StoresLocation {
  /** Its name for people: a folder. */
  readonly name: string;
  /** The folder for what belongs to the installation and is in no store, such as rejected rows. */
  readonly folder: string;
  /** Whether another thread, or a process that only reads, can open it at the same time. */
  readonly isShared: boolean;
  /** Whether the data are still there when the process has ended. */
  readonly isDurable: boolean;
  /** Where the master key is, for people. */
  readonly keyLocation: string;

  /** Whether there is a log. */
  hasData(): boolean;

  /**
   * Opens it as its only writing process, and creates the data when there is none.
   * @throws StoreLockedError  another process has it
   * @throws KeyFileError  the key is missing, or not the one the log was begun with
   * @throws ViewAheadError, ViewForeignError  the views were made from another log
   */
  open(holder: HolderNote, options: OpenOptions): Promise<OpenedStores>;

  /** Opens it to read, beside a writing process; nothing is changed. There must be a log. */
  openToRead(options: Pick<OpenOptions, 'clock'>): Promise<OpenedStores>;

  /**
   * Opens what the projections need, in a thread of the process that holds it: events to read, views to
   * write.
   */
  openForProjections(options: Pick<OpenOptions, 'clock'>): ProjectionStores;

  /** Empty views that are gone with this object, to compare with. */
  scratchViews(): ViewStore;

  /**
   * The damage found in the storage of the views, in words. Damaged views are marked, so that the next
   * writing process makes them again.
   */
  damageInViews(): readonly string[];

  /**
   * A consistent copy of the log in a file, also while it is written.
   * @returns how many events it has
   * @throws CopyRefusedError  the file exists, or this kind of store has backups of its own
   */
  backup(file: string): bigint;

  /**
   * Restores a backup and its key here; nothing is written unless the two match.
   * @returns how many events it has
   * @throws CopyRefusedError  there are data already, no key is given, or there is no such backup
   */
  restore(file: string, key: { readonly keyFile?: string | undefined }): bigint;
}

export interface ProjectionStores {
  readonly events: EventStore;
  readonly views: ViewStore;
  /** Whether the views were found damaged and not made again yet. */
  readonly viewsAreDamaged: () => boolean;
}
