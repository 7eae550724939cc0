import { useSyncExternalStore } from 'react';
import { signedOut } from './client.js';
import { chosenPurpose, whenPurposeChanges } from './purpose.js';

/** What is told of one recorded event: which case it concerns, and nothing of its data. */
export interface Recorded {
  readonly position: string;
  readonly caseId: string;
  readonly type: string;
  readonly state: string;
}

/** How this page stands to the server. */
export interface Freshness {
  readonly state: 'connecting' | 'live' | 'lost';
  /** When the server was last heard of, by the clock of this device, in milliseconds. */
  readonly heardAt: number;
  /** The last position of the log that the server told of. */
  readonly position: string;
  /** What the clock of the data shows minus what the clock of this device shows, in milliseconds. */
  readonly ahead: number;
}

type Told =
  | { readonly kind: 'recorded'; readonly event: Recorded; readonly at: number }
  | { readonly kind: 'pulse'; readonly position: string; readonly now: string; readonly at: number }
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'proposal'; readonly caseId: string }
  | { readonly kind: 'lost'; readonly at: number }
  | { readonly kind: 'signedOut' }
  /** Which log it is: a restored one has another name. */
  | { readonly kind: 'log'; readonly log: string; readonly at: number }
  /** The person of a case is erased. */
  | { readonly kind: 'erased' }
  | { readonly kind: 'reset' };

const channelName = 'safeconduct.feed';
const reconnectMs = 3000;

let freshness: Freshness = { state: 'connecting', heardAt: Date.now(), position: '0', ahead: 0 };
const watchers = new Set<() => void>();
const listeners = new Set<(event: Recorded) => void>();
const jobListeners = new Set<(jobId: string) => void>();
const proposalListeners = new Set<(caseId: string) => void>();
const resets = new Set<() => void>();
const erasures = new Set<() => void>();

/** Follows the feed of the server: of the cases that whoever is signed in sees for what this page reads for. */
export function follow(): void {
  let end = followFor(chosenPurpose());
  whenPurposeChanges(() => {
    end();
    set({ state: 'connecting' });
    end = followFor(chosenPurpose());
  });
}

/**
 * A browser opens six connections to a server and no more, so of all open pages that read for the same one holds the stream and
 * tells the others; when it is closed, another takes its place.
 * @returns what ends it
 */
function followFor(purpose: string | undefined): () => void {
  const name = [channelName, purpose].filter((part) => part !== undefined).join('.');
  const over = new AbortController();
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    hear(data);
  };
  const tell = (told: Told): void => {
    hear(told);
    channel.postMessage(told);
  };
  const followed = { tell, purpose, over: over.signal };
  // It is refused where it is over before its turn has come.
  navigator.locks.request(name, { signal: over.signal }, () => hold(followed)).catch(() => undefined);
  return () => {
    over.abort();
    channel.close();
  };
}

/**
 * Follows one case for a purpose of its own, which the feed of the page does not have. Calls with each of its events.
 * @returns what ends it
 */
export function followCase(caseId: string, purpose: string, heard: () => void): () => void {
  const source = new EventSource(`/api/v1/feed?${new URLSearchParams({ case: caseId, purpose })}`);
  source.addEventListener('recorded', heard);
  return () => source.close();
}

interface Followed {
  readonly tell: (told: Told) => void;
  readonly purpose: string | undefined;
  readonly over: AbortSignal;
}

/** Holds the stream as long as the page is open and reads for the same. */
function hold(followed: Followed): Promise<void> {
  connect(followed);
  return new Promise((done) => {
    followed.over.addEventListener('abort', () => done());
  });
}

function connect(followed: Followed): void {
  const { tell, purpose, over } = followed;
  if (over.aborted) return;
  const asked = new URLSearchParams({
    ...(freshness.position !== '0' && { after: freshness.position }),
    // A browser sends no header with a stream.
    ...(purpose !== undefined && { purpose }),
  });
  const source = new EventSource(`/api/v1/feed?${asked}`);
  over.addEventListener('abort', () => {
    source.close();
  });
  const on = <Data>(event: string, what: (data: Data) => Told) => {
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      tell(what(JSON.parse(data) as Data));
    });
  };
  const again = (): void => {
    source.close();
    setTimeout(() => {
      connect(followed);
    }, reconnectMs);
  };
  on<Recorded>('recorded', (event) => ({ kind: 'recorded', event, at: Date.now() }));
  on<{ position: string; now: string }>('pulse', (pulse) => ({ kind: 'pulse', ...pulse, at: Date.now() }));
  on<{ jobId: string }>('job', ({ jobId }) => ({ kind: 'job', jobId }));
  on<{ caseId: string }>('proposal', ({ caseId }) => ({ kind: 'proposal', caseId }));
  on<{ log: string }>('log', ({ log }) => ({ kind: 'log', log, at: Date.now() }));
  source.addEventListener('erased', () => tell({ kind: 'erased' }));
  source.addEventListener('reset', () => tell({ kind: 'reset' }));
  source.addEventListener('signedOut', () => {
    source.close();
    tell({ kind: 'signedOut' });
  });
  source.addEventListener('error', () => {
    tell({ kind: 'lost', at: Date.now() });
    // A browser tries again by itself unless the answer was no stream.
    if (source.readyState === EventSource.CLOSED) again();
  });
}

function hear(told: Told): void {
  if (told.kind === 'recorded') {
    set({ state: 'live', heardAt: told.at, position: told.event.position });
    for (const listen of listeners) listen(told.event);
  } else if (told.kind === 'pulse') {
    set({ state: 'live', heardAt: told.at, position: told.position, ahead: Date.parse(told.now) - told.at });
  } else if (told.kind === 'job') for (const listen of jobListeners) listen(told.jobId);
  else if (told.kind === 'proposal') for (const listen of proposalListeners) listen(told.caseId);
  else if (told.kind === 'lost') set({ state: 'lost' });
  else if (told.kind === 'signedOut') signedOut.dispatchEvent(new Event('signedOut'));
  else if (told.kind === 'erased') for (const erased of erasures) erased();
  else if (told.kind === 'reset') forget();
  else {
    if (knownLog !== undefined && knownLog !== told.log) forget();
    knownLog = told.log;
    set({ state: 'live', heardAt: told.at });
  }
}

let knownLog: string | undefined;

/** What was read is of a log that is no more. */
function forget(): void {
  set({ position: '0' });
  for (const reset of resets) reset();
}

function set(change: Partial<Freshness>): void {
  freshness = { ...freshness, ...change };
  for (const watcher of watchers) watcher();
}

const added = <Item>(to: Set<Item>, item: Item): (() => void) => {
  to.add(item);
  return () => {
    to.delete(item);
  };
};

/** Calls with each event as it arrives. @returns what ends it */
export const whenRecorded = (listen: (event: Recorded) => void): (() => void) => added(listeners, listen);

/** Calls when a job has changed. @returns what ends it */
export const whenJob = (listen: (jobId: string) => void): (() => void) => added(jobListeners, listen);

/** Calls when a step of a case was proposed, or a proposal was ended. @returns what ends it */
export const whenProposed = (listen: (caseId: string) => void): (() => void) =>
  added(proposalListeners, listen);

/** Calls when the log of the server is another one than before, so that nothing that is shown can be relied on. */
export const whenReset = (reset: () => void): (() => void) => added(resets, reset);

/** Calls when a person was erased: what was read of them before may stay nowhere. */
export const whenErased = (erased: () => void): (() => void) => added(erasures, erased);

export const useFreshness = (): Freshness =>
  useSyncExternalStore(
    (changed) => added(watchers, changed),
    () => freshness,
  );

/** What the clock of the data shows now, in milliseconds: a demonstration has a clock of its own. */
export const dataNow = (): number => Date.now() + freshness.ahead;

/** Sets the clock by an answer that tells it. */
export function setClock(now: string): void {
  set({ ahead: Date.parse(now) - Date.now() });
}
