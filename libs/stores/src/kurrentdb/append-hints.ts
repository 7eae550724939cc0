import { logStart, type Position, positionOf } from '@safeconduct/engine';
import type { AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { classify, messageOf } from './classify.js';
import type { Connection } from './connection.js';
import type { StreamNames } from './stream-names.js';
import { within } from './within.js';

export interface HintOptions {
  readonly connection: Connection;
  readonly names: StreamNames;
  readonly head: () => Promise<Position>;
  /** How often it is asked whether the subscription still hears what happens, in milliseconds. */
  readonly watchMs: number;
  /** How often the end of the log is asked for without a subscription, in milliseconds. */
  readonly pollMs: number;
  /** Told once when there can be no subscription. */
  readonly tell: (what: string) => void;
}

type Listener = (head: Position) => void;

const firstRetryMs = 100;
const longestRetryMs = 5000;
const unsubscribeMs = 1000;

/**
 * Tells listeners that there are new events: those of this store object at once, those of others by a
 * subscription. It is a hint and not a delivery, so it continues nowhere: after a break it asks for the end of
 * the log. There is a subscription while there are listeners.
 */
export class AppendHints {
  readonly #listeners = new Set<Listener>();
  #told: Position = logStart;
  #stop: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();
  #isDenialTold = false;

  constructor(private readonly options: HintOptions) {}

  add(listener: Listener): () => void {
    // The same function may be given twice; each has an end of its own.
    const own: Listener = (head) => {
      listener(head);
    };
    this.#listeners.add(own);
    if (this.#stop === undefined) this.#begin();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#end();
    };
  }

  /** There are events up to a position. */
  announce(head: Position): void {
    if (head <= this.#told) return;
    this.#told = head;
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        if (this.#listeners.has(listener)) listener(head);
      });
    }
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    this.#end();
    await this.#running;
  }

  #begin(): void {
    const stop = new AbortController();
    this.#stop = stop;
    const before = this.#running;
    this.#running = before.then(() => this.#listen(stop.signal));
  }

  #end(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  async #listen(signal: AbortSignal): Promise<void> {
    let waitMs = firstRetryMs;
    while (!signal.aborted) {
      const heard = new Heard();
      try {
        await this.#subscribed(heard, signal);
      } catch (error) {
        if (classify(error) === 'denied') {
          this.#tellDenial(error);
          await this.#polled(signal);
        }
      }
      if (heard.isConfirmed) waitMs = firstRetryMs;
      await pause(waitMs, signal);
      waitMs = Math.min(2 * waitMs, longestRetryMs);
    }
  }

  /** Resolves when the subscription has ended in whatever way, or seems to be dead. */
  async #subscribed(heard: Heard, signal: AbortSignal): Promise<void> {
    const { connection, names } = this.options;
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const over = () => {
      resolve(undefined);
    };
    const { client, replaced } = connection.lasting;
    const subscription = client.subscribeToAll({
      fromPosition: 'end',
      filter: connection.driver.streamNameFilter({ prefixes: [...names.prefixes] }),
    });
    // Stays attached: leaving a subscription ends with an error too.
    subscription.on('error', reject);
    subscription.on('end', over).on('close', over);
    subscription.on('confirmation', () => {
      heard.isConfirmed = true;
      void this.#ask();
    });
    subscription.on('data', ({ event }) => {
      if (event === undefined) return;
      heard.last = positionOf(event.position.commit);
      this.announce(heard.last);
    });
    const watching = new AbortController();
    const stop = AbortSignal.any([signal, watching.signal, replaced]);
    stop.addEventListener('abort', over);
    void this.#watched(heard, stop).then(over);
    try {
      await promise;
    } finally {
      watching.abort();
      await left(subscription);
    }
  }

  /** Resolves when a subscription was not confirmed in time, or has not heard of an event that is there. */
  async #watched(heard: Heard, signal: AbortSignal): Promise<void> {
    let base: Position | undefined;
    let missing: Position = logStart;
    while (!signal.aborted) {
      await pause(this.options.watchMs, signal);
      if (!heard.isConfirmed || missing > heard.last) return;
      const head = await this.#ask();
      // What was there before the first question may have come before the subscription.
      base ??= head;
      missing = head !== undefined && head > (base ?? head) ? head : logStart;
    }
  }

  /** Asks for the end of the log and tells it. */
  async #ask(): Promise<Position | undefined> {
    try {
      const head = await this.options.head();
      this.announce(head);
      return head;
    } catch {
      return undefined;
    }
  }

  async #polled(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#ask();
      await pause(this.options.pollMs, signal);
    }
  }

  #tellDenial(error: unknown): void {
    if (this.#isDenialTold) return;
    this.#isDenialTold = true;
    const { connection, pollMs, tell } = this.options;
    tell(
      `${connection.name}: the user may not subscribe to $all (${messageOf(error)}), so new events are looked ` +
        `for every ${pollMs} ms; give the user the right to be told at once`,
    );
  }
}

/** What a subscription has heard. */
class Heard {
  isConfirmed = false;
  last: Position = logStart;
}

/** Ends the call as well; leaving the loop over a subscription does not. */
const left = (subscription: AllStreamSubscription): Promise<void> =>
  within(unsubscribeMs, subscription.unsubscribe()).catch(() => {});

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {});
