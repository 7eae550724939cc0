import type { Clock, EventStore, KeyRing, ReadLog, ViewStore } from '@safeconduct/engine';
import type { AccountStore } from './accounts/account-store.js';
import type { JobStore } from './jobs/job-store.js';
import type { InstallationKeys, KeysLocation, MasterKeyConfiguration } from './keys/keys-location.js';

/** Where an installation keeps its data, as the configuration says. */
export interface StoresConfiguration extends MasterKeyConfiguration {
  /**
   * `sqlite:<folder>` for the embedded store, the address of a PostgreSQL database or of a KurrentDB cluster, `memory:`
   * for data that are gone with the process.
   */
  readonly events: string;
  /** `sqlite:<folder>` or the address of a PostgreSQL database; left out: beside the events. */
  readonly views?: string | undefined;
  /** The address of the same PostgreSQL database under a role that may change its schema; left out: `events` may. */
  readonly migration?: string | undefined;
  /**
   * Where the keys that seal personal data are: `sqlite:<folder>` or the address of a PostgreSQL database. Left out: the
   * folder `keys` beside the events, or the database of the events, else that of the views.
   */
  readonly keys?: string | undefined;
}

/** How the process that holds the data describes itself to other processes. */
export interface HolderNote {
  /** Its description, for people: `server on http://127.0.0.1:3000`. */
  readonly note: string;
  /** The address at which it takes commands, if it does. */
  readonly address?: string | undefined;
  /** Of an address with TLS: the certificate that it shows, as PEM. Whoever may read the note trusts it and no other. */
  readonly certificate?: string | undefined;
}

/** The stores of an installation, open. */
export interface OpenedStores {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly keys: InstallationKeys;
  readonly jobs: JobStore;
  /** Who read what. */
  readonly reads: ReadLog;
  /** How people sign in. */
  readonly accounts: AccountStore;
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

/** A part of what a store keeps, as it is searched. */
export interface StoredContent {
  /** The table or the stream, with its store. */
  readonly place: string;
  /** Where in it, such as a row. */
  readonly at: string;
  readonly content: Buffer;
  /** Why the place cannot be searched; then there is no content. */
  readonly problem?: string | undefined;
}

/** What a store says about itself. */
export interface StoreFact {
  /** What it is about, such as `format of events.db`. */
  readonly about: string;
  readonly value: string;
  /** What is wrong, and what to do about it; left out when nothing is. */
  readonly problem?: string | undefined;
}

/**
 * The location of an installation's data, not opened yet. Each kind of store implements it. It holds
 * everything in which the kinds differ outside the ports; no other code asks which kind it is.
 */
export interface StoresLocation {
  /** Its name for people: a folder, or the address of a server without the user and the password. */
  readonly name: string;
  /** The folder for what belongs to the installation and is in no store, such as rejected rows. */
  readonly folder: string;
  /** Whether another thread, or a process that only reads, can open it at the same time. */
  readonly isShared: boolean;
  /** Whether the data are still there when the process has ended. */
  readonly isDurable: boolean;
  /** The master key and the key store. */
  readonly keys: KeysLocation;

  /** Whether there is a log. @throws StoreUnavailableError  the store does not answer */
  hasData(): Promise<boolean>;

  /**
   * Opens it to write, and creates the data when there is none. An embedded store has one writing process.
   * @throws StoreLockedError  another process has the embedded store
   * @throws KeyFileError  the master key is missing, or not that of the key store
   * @throws KeyStoreError  the key store is missing, or that of another log
   * @throws ViewAheadError, ViewForeignError  the views were made from another log
   */
  open(holder: HolderNote, options: OpenOptions): Promise<OpenedStores>;

  /** Opens it to read, beside a writing process; nothing is changed. There must be a log. */
  openToRead(options: Pick<OpenOptions, 'clock'>): Promise<OpenedStores>;

  /**
   * Opens what the projections need, in a thread of the process that holds it: events and keys to read, views
   * to write.
   */
  openForProjections(options: Pick<OpenOptions, 'clock'>): Promise<ProjectionStores>;

  /** The folders of this machine that have data of the installation, its keys included. */
  readonly folders: readonly string[];

  /** Everything that is kept in no file of this machine, part by part, to be searched. Changes nothing. */
  contents(): AsyncIterable<StoredContent>;

  /**
   * What the stores say about themselves: their versions, and whether this release reads their format. Changes nothing.
   * A store that does not answer is a fact with a problem.
   */
  facts(): Promise<readonly StoreFact[]>;

  /** Empty views that are gone with this object, to compare with. */
  scratchViews(): ViewStore;

  /**
   * The damage found in the storage of the views, in words. Damaged views are marked, so that the next
   * writing process makes them again.
   */
  damageInViews(): Promise<readonly string[]>;

  /**
   * In what the index of the log, where the store keeps one of its own, is not what the log says, in words;
   * and which events stand twice in the log.
   */
  problemsOfIndex(): Promise<readonly string[]>;

  /**
   * A consistent copy of the log in a file, also while it is written, and of the log of reads in a file beside it, whose name
   * ends in `.reads`.
   * @returns how many events it has
   * @throws CopyRefusedError  the file exists, or this kind of store has backups of its own
   */
  backup(file: string): Promise<bigint>;

  /**
   * Restores a backup, its master key and its key store here, and the log of reads beside it; nothing is written unless the
   * first three match.
   * @returns how many events it has
   * @throws CopyRefusedError  there are data already, no key is given, or there is no such backup
   */
  restore(file: string, keys: KeysOfBackup): Promise<bigint>;
}

/** What a backup of the log needs to be read. */
export interface KeysOfBackup {
  /** File with the master key; left out: the one that this location has. */
  readonly keyFile?: string | undefined;
  /** Folder with a copy of the key store; left out: the key store that this location has, or the log has none. */
  readonly keyStore?: string | undefined;
}

export interface ProjectionStores {
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly views: ViewStore;
  /** Whether the views were found damaged and not made again yet. */
  readonly viewsAreDamaged: () => boolean;
  /** Closes both. */
  close(): Promise<void>;
}
