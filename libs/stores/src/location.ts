import type { Clock, EventStore, KeyRing, ViewStore } from '@safeconduct/engine';

/** Where an installation keeps its data, as the configuration says. */
export interface StoresConfiguration {
  /** `sqlite:<folder>` for the embedded store, `memory:` for data that are gone with the process. */
  readonly events: string;
  /** File with the master key; left out: a key beside the events, made on first use. */
  readonly masterKeyFile?: string | undefined;
}

/** What a process says of itself to those who find that it holds the data. */
export interface HolderNote {
  /** What it is, for people: `server on http://127.0.0.1:3000`. */
  readonly note: string;
  /** Where it takes commands for others, if it does. */
  readonly address?: string | undefined;
}

/** The stores of an installation, open. */
export interface OpenedStores {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly keys: KeyRing;
  /** Names the log. A restored one has another name, because it gives positions again. */
  readonly logId: string;
  /** Says more about this process, such as the address it has come to listen on. */
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
 * A place where an installation keeps its data, not opened yet. Each kind of store has one; everything that differs
 * between them outside the ports is in here, and nobody else asks which kind it is.
 */
export interface StoresLocation {
  /** How people know it: a folder. */
  readonly name: string;
  /** The folder for what belongs to the installation and is in no store: jobs, rejected rows. */
  readonly folder: string;
  /** Whether another thread, or a process that only reads, can open it at the same time. */
  readonly isShared: boolean;
  /** Where the master key is, for people. */
  readonly keyLocation: string;

  /** Whether there is a log. */
  hasData(): boolean;

  /**
   * Opens it as its one writing process, and makes it when it is not there.
   * @throws StoreLockedError  another process has it
   * @throws KeyFileError  the key is missing, or not the one the log was begun with
   * @throws ViewAheadError, ViewForeignError  the views were made from another log
   */
  open(holder: HolderNote, options: OpenOptions): Promise<OpenedStores>;

  /** Opens it to read, beside whoever writes; nothing is changed. There must be a log. */
  openToRead(options: Pick<OpenOptions, 'clock'>): Promise<OpenedStores>;

  /** Opens what the projections need, in a thread of the process that holds it: events to read, views to write. */
  openForProjections(options: Pick<OpenOptions, 'clock'>): ProjectionStores;

  /** Empty views that are gone with this object, to compare with. */
  scratchViews(): ViewStore;

  /** What is broken in the views' own storage, in words; they are marked, so that the next one who writes renews them. */
  damageInViews(): readonly string[];

  /**
   * A consistent copy of the log in a file, also while it is written.
   * @returns how many events it has
   * @throws CopyRefusedError  the file exists, or this kind of store has backups of its own
   */
  backup(file: string): bigint;

  /**
   * Fills this place from a backup and its key; nothing is written unless the two fit.
   * @returns how many events it has
   * @throws CopyRefusedError  there are data already, no key is given, or there is no such backup
   */
  restore(file: string, key: { readonly keyFile?: string | undefined }): bigint;
}

export interface ProjectionStores {
  readonly events: EventStore;
  readonly views: ViewStore;
  /** Whether somebody found the views damaged and they were not made again yet. */
  readonly viewsAreDamaged: () => boolean;
}
