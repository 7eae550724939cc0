import {
  checkViewsOfLog,
  logStart,
  type Clock,
  type EventStore,
  type ReadLog,
  type ViewStore,
} from '@safeconduct/engine';
import { resolve } from 'node:path';
import { CopyRefusedError } from './copy-refused-error.js';
import type { AccountStore } from './accounts/account-store.js';
import type { JobStore } from './jobs/job-store.js';
import { keyCheckName, type InstallationKeys, type KeysLocation } from './keys/keys-location.js';
import { logIdName } from './log-texts.js';
import type {
  HolderNote,
  OpenedStores,
  OpenOptions,
  ProjectionStores,
  StoredContent,
  StoreFact,
  StoresLocation,
} from './location.js';
import { openTogether } from './open-together.js';
import { systemClock } from './system/clock.js';

const logPage = 500;

/** A log on a server, not opened yet. Several processes may write it at once. */
export interface EventsPlace {
  /** Its address for people, without user and password. */
  readonly name: string;
  /** How it is copied and restored, as the end of a sentence. */
  readonly howToCopy: string;
  /** Whether there is a log. @throws StoreUnavailableError */
  hasLog(): Promise<boolean>;
  /** Opens it. To write: makes what is missing for this release, such as tables. To read: changes nothing. */
  open(options: { readonly clock: Clock; readonly mode: 'write' | 'read' }): Promise<EventStore>;
  facts(): Promise<readonly StoreFact[]>;
  /** What the server keeps for it. Left out: the log as it is read is all that there is to search. */
  readonly contents?: () => AsyncIterable<StoredContent>;
}

/** Views beside such a log, with the leases, the jobs, the log of reads and the accounts. */
export interface ViewsPlace {
  readonly name: string;
  /** Opens them as a process that may fill them. */
  open(holder: HolderNote, clock: Clock): Promise<OpenedViewsAndMore>;
  openToRead(clock: Clock): Promise<OpenedViewsAndMore>;
  /** In a thread of the process that opened them. */
  openForProjections(): Promise<OpenedViews & Pick<ProjectionStores, 'viewsAreDamaged'>>;
  scratchViews(): ViewStore;
  facts(): Promise<readonly StoreFact[]>;
  /** What is kept in no file of this machine. */
  contents(): AsyncIterable<StoredContent>;
  /** Where it is in files of this machine. */
  readonly folders: readonly string[];
}

export interface OpenedViews {
  readonly views: ViewStore;
  /** Closes the views and what belongs to them. */
  readonly close: () => Promise<void>;
}

export interface OpenedViewsAndMore extends OpenedViews {
  readonly jobs: JobStore;
  readonly reads: ReadLog;
  readonly accounts: AccountStore;
  readonly announce: (holder: HolderNote) => void;
}

/** A log on a database server or a cluster, and views that belong to it. */
export class ServerLocation implements StoresLocation {
  readonly isShared = true;
  readonly isDurable = true;
  readonly folder = resolve('data');

  readonly keys: KeysLocation;

  constructor(
    private readonly eventsPlace: EventsPlace,
    private readonly viewsPlace: ViewsPlace,
    keysIn: (folder: string) => KeysLocation,
  ) {
    this.keys = keysIn(this.folder);
  }

  get name(): string {
    const [events, views] = [this.eventsPlace.name, this.viewsPlace.name];
    return events === views ? events : `${events}, views on ${views}`;
  }

  hasData(): Promise<boolean> {
    return this.eventsPlace.hasLog();
  }

  open(holder: HolderNote, { clock, newLogId }: OpenOptions): Promise<OpenedStores> {
    return openTogether(async (toClose) => {
      const events = await this.eventsPlace.open({ clock, mode: 'write' });
      toClose(() => events.close());
      const { views, jobs, reads, accounts, announce, close } = await this.viewsPlace.open(holder, clock);
      toClose(close);
      const keys = await this.#openKeys(events, 'write', toClose);
      await checkViewsOfLog(events, views);
      const logId = await events.setMetaOnce(logIdName, newLogId());
      return { events, views, keys, jobs, reads, accounts, logId, announce };
    });
  }

  openToRead({ clock }: Pick<OpenOptions, 'clock'>): Promise<OpenedStores> {
    return openTogether(async (toClose) => {
      const events = await this.eventsPlace.open({ clock, mode: 'read' });
      toClose(() => events.close());
      const { views, jobs, reads, accounts, announce, close } = await this.viewsPlace.openToRead(clock);
      toClose(close);
      const keys = await this.#openKeys(events, 'read', toClose);
      const logId = (await events.meta(logIdName)) ?? '';
      return { events, views, keys, jobs, reads, accounts, logId, announce };
    });
  }

  openForProjections({ clock }: Pick<OpenOptions, 'clock'>): Promise<ProjectionStores> {
    return openTogether(async (toClose) => {
      const events = await this.eventsPlace.open({ clock, mode: 'read' });
      toClose(() => events.close());
      const keys = await this.#openKeys(events, 'read', toClose);
      const { views, close, viewsAreDamaged } = await this.viewsPlace.openForProjections();
      toClose(close);
      return { events, keys, views, viewsAreDamaged };
    });
  }

  get folders(): readonly string[] {
    return [this.folder, ...this.viewsPlace.folders, ...this.keys.folders];
  }

  async *contents(): AsyncGenerator<StoredContent> {
    const { eventsPlace, viewsPlace } = this;
    yield* eventsPlace.contents?.() ?? this.#logAsRead();
    // Where both are in one database, all of it was searched.
    if (viewsPlace.name !== eventsPlace.name) yield* viewsPlace.contents();
    yield* this.keys.contents();
  }

  async *#logAsRead(): AsyncGenerator<StoredContent> {
    const events = await this.eventsPlace.open({ clock: systemClock, mode: 'read' });
    try {
      for (let after = logStart; ;) {
        const page = await events.readAll({ after, limit: logPage });
        for (const { position, data, metadata } of page) {
          const content = Buffer.from(`${data}\n${JSON.stringify(metadata)}`, 'utf8');
          yield { place: this.eventsPlace.name, at: `position ${position}`, content };
        }
        const last = page.at(-1);
        if (last === undefined || page.length < logPage) return;
        after = last.position;
      }
    } finally {
      await events.close();
    }
  }

  async facts(): Promise<readonly StoreFact[]> {
    const events = await this.eventsPlace.facts();
    // Where both are in one database, it says the same of itself twice.
    const views = (await this.viewsPlace.facts()).filter(
      (fact) => !events.some(({ about }) => about === fact.about),
    );
    return [...events, ...views];
  }

  scratchViews(): ViewStore {
    return this.viewsPlace.scratchViews();
  }

  damageInViews(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  problemsOfIndex(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  backup(): Promise<bigint> {
    return Promise.reject(this.#hasCopiesOfItsOwn());
  }

  restore(): Promise<bigint> {
    return Promise.reject(this.#hasCopiesOfItsOwn());
  }

  /** A master key is made only where there is no log yet. */
  async #openKeys(
    events: EventStore,
    mode: 'write' | 'read',
    toClose: (close: () => Promise<void>) => void,
  ): Promise<InstallationKeys> {
    const hasLog = (await events.meta(keyCheckName)) !== undefined;
    const opened = await this.keys.open({ mode, hasLog });
    toClose(() => opened.close());
    return opened.ringFor(events);
  }

  #hasCopiesOfItsOwn(): CopyRefusedError {
    const { name, howToCopy } = this.eventsPlace;
    return new CopyRefusedError(`${name} is copied by its own tools: ${howToCopy}`);
  }
}
