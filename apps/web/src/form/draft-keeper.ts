import type { DraftHead, DraftPlace } from '../api/drafts.js';
import type { Draft } from './drafts.js';

export interface KeptDraft extends DraftHead {
  readonly draft: Draft;
}

/** How a form stands to what the server keeps of it. */
export type Keeping =
  | { readonly is: 'nothing' }
  | { readonly is: 'waiting' }
  | { readonly is: 'kept'; readonly keptAt: string }
  /** It is tried again, by itself where it may pass. */
  | { readonly is: 'failed'; readonly error: unknown }
  /** Another device has kept it since, or sent it or threw it away. Nothing is kept until somebody chooses. */
  | { readonly is: 'changed'; readonly other: KeptDraft | undefined };

/** What an attempt that did not succeed leads to. */
export type Refused = 'changed' | 'gone' | 'laterAgain' | 'signedOut' | 'notSo';

export interface KeeperPorts {
  /** @param isLeaving  the page may be gone before the answer comes */
  keep(place: DraftPlace, kept: { version: string; draft: Draft }, isLeaving: boolean): Promise<DraftHead>;
  read(place: DraftPlace): Promise<KeptDraft>;
  remove(place: DraftPlace, version: string): Promise<void>;
  refusedOf(error: unknown): Refused;
  /** By which the server knows a repeated attempt to send the command. */
  newKey(): string;
  /** Calls back after a time. @returns what calls it off */
  later(work: () => void, ms: number): () => void;
  /** What the server has now; undefined: nothing. */
  told(place: DraftPlace, head: DraftHead | undefined): void;
}

interface Entry {
  readonly place: DraftPlace;
  draft: Draft | undefined;
  version: string;
  keeping: Keeping;
  isOpen: boolean;
  callOff: (() => void) | undefined;
  underWay: Promise<void> | undefined;
  /** What the server had, while nothing was typed since. */
  loaded: Draft | undefined;
  /** What was sent last: an answer that was lost is known again by it. */
  sent: Draft | undefined;
}

/** How long nobody types before it is kept. */
export const settleMs = 800;
export const againMs = 10_000;

const nothing: Keeping = { is: 'nothing' };
const waiting: Keeping = { is: 'waiting' };

/**
 * Keeps what is typed into forms with the server, a moment after the last key, one attempt at a time for each form. What
 * could not be kept stays in memory and is tried again.
 */
export class DraftKeeper {
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Set<() => void>();

  constructor(private readonly ports: KeeperPorts) {}

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  has = (place: DraftPlace): boolean => this.#entries.has(keyOf(place));
  draftOf = (place: DraftPlace): Draft | undefined => this.#entries.get(keyOf(place))?.draft;
  keepingOf = (place: DraftPlace): Keeping => this.#entries.get(keyOf(place))?.keeping ?? nothing;

  /** Whether something was typed that no server has. */
  get isOwing(): boolean {
    return [...this.#entries.values()].some(isOwing);
  }

  /** A form is opened, with what the server had of it. What is in memory and not kept yet comes first. */
  begin(place: DraftPlace, found: KeptDraft | undefined): void {
    const before = this.#entries.get(keyOf(place));
    if (before !== undefined) {
      before.isOpen = true;
      return;
    }
    this.#entries.set(keyOf(place), {
      ...{ place, draft: found?.draft, version: found?.version ?? noVersion, isOpen: true },
      loaded: found?.draft,
      keeping: found === undefined ? nothing : { is: 'kept', keptAt: found.keptAt },
      ...{ callOff: undefined, underWay: undefined, sent: undefined },
    });
    this.#tell();
  }

  /** The form is closed. What is not kept yet is kept now. */
  end(place: DraftPlace): void {
    const entry = this.#entries.get(keyOf(place));
    if (entry === undefined) return;
    entry.isOpen = false;
    if (isOwing(entry)) void this.#keep(entry);
    else this.#entries.delete(keyOf(place));
  }

  type(place: DraftPlace, draft: Draft): void {
    this.begin(place, undefined);
    const entry = this.#entries.get(keyOf(place)) as Entry;
    // Another device may send what was loaded: what is another content is another command.
    const isFirst = entry.draft !== undefined && entry.draft === entry.loaded;
    entry.draft = isFirst ? { ...draft, key: this.ports.newKey() } : draft;
    if (entry.keeping.is !== 'changed' && !this.#isSignedOut(entry)) {
      entry.keeping = waiting;
      this.#schedule(entry, settleMs);
    }
    this.#tell();
  }

  /** Tries at once to keep everything that is not kept yet. */
  keepAll(isLeaving = false): void {
    for (const entry of this.#entries.values())
      if (entry.keeping.is === 'waiting' || entry.keeping.is === 'failed') void this.#keep(entry, isLeaving);
  }

  /** What is typed here takes the place of what the server has, or of nothing. */
  insist(place: DraftPlace): void {
    const entry = this.#entries.get(keyOf(place));
    if (entry?.keeping.is !== 'changed') return;
    entry.version = entry.keeping.other?.version ?? noVersion;
    entry.keeping = waiting;
    void this.#keep(entry);
    this.#tell();
  }

  /** What the server has, or nothing, takes the place of what is typed here. */
  giveWay(place: DraftPlace): void {
    const entry = this.#entries.get(keyOf(place));
    if (entry?.keeping.is !== 'changed') return;
    const { other } = entry.keeping;
    entry.draft = other?.draft;
    entry.loaded = other?.draft;
    entry.version = other?.version ?? noVersion;
    entry.keeping = other === undefined ? nothing : { is: 'kept', keptAt: other.keptAt };
    this.#tell();
  }

  /**
   * Throws away what is typed, here and at the server.
   * @throws  what the server answered; then it is there as before
   */
  async throwAway(place: DraftPlace): Promise<void> {
    const entry = this.#entries.get(keyOf(place));
    if (entry === undefined) return;
    this.#calledOff(entry);
    await entry.underWay;
    this.#calledOff(entry);
    if (entry.version !== noVersion) {
      try {
        await this.ports.remove(place, entry.version);
      } catch (error) {
        const refused = this.ports.refusedOf(error);
        if (refused === 'changed') await this.#changed(entry);
        if (refused !== 'gone') throw error;
      }
      this.ports.told(place, undefined);
    }
    this.#empty(entry);
  }

  /** The command was sent: its draft is over. One that another device has kept since stays. */
  sent(place: DraftPlace): void {
    const entry = this.#entries.get(keyOf(place));
    if (entry === undefined) return;
    this.#calledOff(entry);
    entry.draft = undefined;
    entry.keeping = nothing;
    this.ports.told(place, undefined);
    this.#tell();
    void this.#removeSent(entry);
  }

  async #removeSent(entry: Entry): Promise<void> {
    await entry.underWay;
    if (entry.version === noVersion) return;
    try {
      await this.ports.remove(entry.place, entry.version);
      entry.version = noVersion;
      this.ports.told(entry.place, undefined);
    } catch {
      // It goes by itself after its time. Its key is that of the command, so nothing is recorded twice from it.
    }
  }

  async #keep(entry: Entry, isLeaving = false): Promise<void> {
    this.#calledOff(entry);
    if (entry.underWay !== undefined) {
      this.#schedule(entry, settleMs);
      return;
    }
    const { draft } = entry;
    if (draft === undefined) return;
    entry.underWay = this.#attempt(entry, draft, isLeaving);
    await entry.underWay;
  }

  async #attempt(entry: Entry, draft: Draft, isLeaving: boolean): Promise<void> {
    const { place, version } = entry;
    const before = entry.sent;
    entry.sent = draft;
    try {
      this.#kept(entry, draft, await this.ports.keep(place, { version, draft }, isLeaving));
    } catch (error) {
      const refused = this.ports.refusedOf(error);
      if (refused === 'changed') await this.#changed(entry, before);
      else this.#failed(entry, error, refused);
    } finally {
      entry.underWay = undefined;
      this.#tell();
    }
  }

  #kept(entry: Entry, draft: Draft, head: DraftHead): void {
    entry.version = head.version;
    this.ports.told(entry.place, head);
    if (entry.draft === undefined) return;
    if (entry.draft !== draft) {
      entry.keeping = waiting;
      this.#schedule(entry, entry.isOpen ? settleMs : 0);
    } else {
      entry.keeping = { is: 'kept', keptAt: head.keptAt };
      if (!entry.isOpen) this.#entries.delete(keyOf(entry.place));
    }
  }

  #failed(entry: Entry, error: unknown, refused: Refused): void {
    if (entry.draft === undefined) return;
    entry.keeping = { is: 'failed', error };
    if (refused === 'laterAgain') this.#schedule(entry, againMs);
  }

  /** Somebody else was faster, or it was this page, whose answer was lost. @param before  what was sent before */
  async #changed(entry: Entry, before?: Draft): Promise<void> {
    let other: KeptDraft | undefined;
    try {
      other = await this.ports.read(entry.place);
    } catch (error) {
      const refused = this.ports.refusedOf(error);
      if (refused !== 'gone') {
        this.#failed(entry, error, refused);
        return;
      }
    }
    this.ports.told(entry.place, other);
    if (entry.draft === undefined) return;
    const own = [entry.sent, before].find((sent) => isSame(sent, other?.draft));
    if (other !== undefined && own !== undefined) this.#kept(entry, own, other);
    else entry.keeping = { is: 'changed', other };
  }

  #empty(entry: Entry): void {
    entry.draft = undefined;
    entry.version = noVersion;
    entry.keeping = nothing;
    this.#tell();
  }

  #isSignedOut({ keeping }: Entry): boolean {
    return keeping.is === 'failed' && this.ports.refusedOf(keeping.error) === 'signedOut';
  }

  #schedule(entry: Entry, ms: number): void {
    this.#calledOff(entry);
    entry.callOff = this.ports.later(() => {
      entry.callOff = undefined;
      void this.#keep(entry);
    }, ms);
  }

  #calledOff(entry: Entry): void {
    entry.callOff?.();
    entry.callOff = undefined;
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

const noVersion = '0';
const keyOf = ({ caseId, command }: DraftPlace): string => `${caseId} ${command}`;
const isOwing = ({ keeping: { is } }: Entry): boolean =>
  is === 'waiting' || is === 'failed' || is === 'changed';

/** What of a draft is kept. */
export const contentOf = ({ answers, occurredAt, onBehalfOf, revision, key }: Draft) => ({
  answers,
  ...{ occurredAt, onBehalfOf, revision, key },
});

const isSame = (one: Draft | undefined, other: Draft | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
