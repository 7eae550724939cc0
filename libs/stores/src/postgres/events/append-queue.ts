import {
  StoreUnavailableError,
  type Appended,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import type { Database } from '../database.js';
import { isOfValues, isRepeatable, storeError } from '../store-error.js';
import { settle, statementOf, type Caller, type Committed } from './group.js';
import { refuseMisuse } from './refuse-misuse.js';

const eventsMax = 1000;
const charactersMax = 8 * 1024 * 1024;
/** Locks are waited for in the database for 5 seconds; this is for a database that does not answer. */
const appendDeadlineMs = 15_000;
const attemptsMax = 5;

/**
 * Appends that come while a statement runs go into the next one together: one round trip, one transaction and
 * one flush to disk for all, with a verdict for each.
 */
export class AppendQueue {
  #waiting: Caller[] = [];
  #running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    /** Called with the position of the last event after each commit. */
    private readonly onCommitted: (head: number) => void,
    private readonly deadlineMs = appendDeadlineMs,
  ) {}

  append(writes: readonly StreamWrite[], checks: readonly StreamCheck[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      refuseMisuse(writes, checks);
      this.#waiting.push({ writes, checks, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when every accepted append has been answered. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    // Whoever comes in the same turn of the event loop shares the first statement.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(takeGroup(this.#waiting));
    this.#running = undefined;
  }

  async #commit(group: readonly Caller[]): Promise<void> {
    try {
      const { head, verdicts } = await this.#send(group);
      this.onCommitted(head);
      settle(group, verdicts);
    } catch (error) {
      // The database took all of it back because of a value in one of them, so each has its own statement.
      if (isOfValues(error) && group.length > 1) for (const caller of group) await this.#commit([caller]);
      else this.#fail(group, error);
    }
  }

  /** A transaction that the database took back is repeated: nothing of it was written. */
  async #send(group: readonly Caller[]): Promise<Committed> {
    const statement = statementOf(group);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [committed] = await this.database.raw<Committed>(statement, { deadlineMs: this.deadlineMs });
        if (committed === undefined)
          throw new StoreUnavailableError(this.database.name, 'it answered with no row');
        return committed;
      } catch (error) {
        if (!isRepeatable(error) || attempt >= attemptsMax) throw error;
      }
    }
  }

  #fail(group: readonly Caller[], cause: unknown): void {
    const error = storeError(this.database.name, cause);
    for (const { reject } of group) reject(error);
  }
}

/**
 * Takes the appends of the next statement from the front of the queue. A repetition of an append that is taken
 * waits for the one behind it, because it is recognised by what is recorded.
 */
function takeGroup(waiting: Caller[]): readonly Caller[] {
  const first = new Set<string>();
  let [events, characters, length] = [0, 0, 0];
  for (const { writes } of waiting) {
    if (length > 0 && (events >= eventsMax || characters >= charactersMax)) break;
    const ids = writes.map(({ stream, events: [event] }) => `${event?.eventId ?? ''} ${stream}`);
    if (ids.some((id) => first.has(id))) break;
    for (const id of ids) first.add(id);
    for (const write of writes) {
      events += write.events.length;
      for (const { data } of write.events) characters += data.length;
    }
    length += 1;
  }
  return waiting.splice(0, length);
}
