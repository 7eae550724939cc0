import type { AccountRecords, Body } from './account-records.js';

const freeAttempts = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;
/** After so long without an attempt everything is forgotten. */
const forgottenAfterMs = 24 * 3_600_000;

/** Somebody tried too often; for how long they have to wait. */
export class TooManyAttemptsError extends Error {
  readonly code = 'TOO_MANY_REQUESTS';
  constructor(readonly retryAfterSeconds: number) {
    super(`too many attempts; the next one is possible in ${retryAfterSeconds} seconds`);
  }
}

/**
 * Holds up whoever guesses. After five attempts at a person that failed, each next one waits: 30 seconds, then twice as
 * long each time, 15 minutes at most. Counted on all servers together and over restarts, also for persons that do not
 * exist. It holds up passwords and codes alone: whoever is locked out by somebody else can sign in with a passkey. What
 * somebody guesses who has signed in is counted in the same way, under a name that is no person.
 */
export class Lockout {
  constructor(
    private readonly records: AccountRecords,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Lets somebody try. An attempt that throws counts as one that failed; one that does not forgets those before it.
   * @throws TooManyAttemptsError  it has to wait, and is not tried
   */
  async attempt(person: string, tried: () => Promise<void>): Promise<void> {
    await this.count(person);
    await tried();
    await this.forget(person);
  }

  /**
   * Counts an attempt before it is tried, as one that failed, so that many at once are counted too.
   * @throws TooManyAttemptsError  it has to wait, and is not counted
   */
  async count(person: string): Promise<void> {
    for (;;) {
      const nowMs = this.now();
      const found = await this.records.find('attempts', person);
      const { failed, waitsUntilMs } = found?.body ?? { failed: 0, waitsUntilMs: 0 };
      if (waitsUntilMs > nowMs) throw new TooManyAttemptsError(Math.ceil((waitsUntilMs - nowMs) / 1000));
      const record = {
        ...{ id: person, person: null, endsAtMs: nowMs + forgottenAfterMs },
        body: afterFailure(failed + 1, nowMs),
      };
      if (await this.records.put('attempts', record, found?.version ?? 0)) return;
    }
  }

  /** Until when the next attempt at a person has to wait, in milliseconds since 1970; `undefined` when it need not. */
  async waitsUntilMs(person: string): Promise<number | undefined> {
    const found = await this.records.find('attempts', person);
    return found && this.#waiting(found.body);
  }

  /** The same of everybody at whom the next attempt has to wait. */
  async allWaiting(): Promise<ReadonlyMap<string, number | undefined>> {
    const all = await this.records.list('attempts');
    return new Map(all.map(({ id, body }) => [id, this.#waiting(body)]));
  }

  /** An attempt was no guess: it is not counted after all. */
  async takeBack(person: string): Promise<void> {
    for (;;) {
      const found = await this.records.find('attempts', person);
      if (found === undefined) return;
      const failed = found.body.failed - 1;
      const record = {
        id: person,
        person: null,
        endsAtMs: found.endsAtMs,
        body: { failed, waitsUntilMs: 0 },
      };
      if (
        failed <= 0
          ? await this.records.store.remove('attempts', person)
          : await this.records.put('attempts', record, found.version)
      )
        return;
    }
  }

  /** An attempt succeeded: those before it are forgotten. */
  async forget(person: string): Promise<void> {
    await this.records.store.remove('attempts', person);
  }

  #waiting({ waitsUntilMs }: Body<'attempts'>): number | undefined {
    return waitsUntilMs > this.now() ? waitsUntilMs : undefined;
  }
}

function afterFailure(failed: number, nowMs: number): Body<'attempts'> {
  if (failed < freeAttempts) return { failed, waitsUntilMs: 0 };
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failed - freeAttempts));
  return { failed, waitsUntilMs: nowMs + waitMs };
}
