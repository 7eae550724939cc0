import { formIssues, personId, type Actor, type Issue } from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import { readStream } from '../events/read-stream.js';
import { peopleStream } from '../events/streams.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import { changeForms, directoryRoles, type Change, type ChangeForms, type ChangeName } from './changes.js';
import { decideChange, type ChangeRefusal } from './decide-change.js';
import { Directory, type Person } from './directory.js';
import { changeEvent, directoryAfter, recordedChange, type RecordedChange } from './person-events.js';

export interface PeoplePorts {
  readonly events: EventStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A change as it was sent. */
export interface SentChange {
  readonly name: string;
  readonly person: string;
  readonly data: unknown;
  readonly by: Actor;
}

export type ChangeOutcome =
  | { readonly accepted: true; readonly person: Person }
  | { readonly accepted: false; readonly refusal: ChangeRefusal }
  | { readonly accepted: false; readonly refusal: 'CHANGE_UNKNOWN' }
  | { readonly accepted: false; readonly refusal: 'CHANGE_INVALID'; readonly issues: readonly Issue[] };

const invalid = (issues: readonly Issue[]): Extract<ChangeOutcome, { refusal: 'CHANGE_INVALID' }> => ({
  accepted: false,
  refusal: 'CHANGE_INVALID',
  issues,
});

/**
 * The people who work with cases: a directory that is recorded in one stream of the log, so that each change is decided by
 * the whole of it, on however many servers. The directory is in memory; changes of other servers come with `refresh`.
 */
export class People {
  #directory = Directory.empty;
  #next: Revision = 0n;
  readonly #forms: ChangeForms;
  readonly roles: readonly string[];

  private constructor(
    private readonly ports: PeoplePorts,
    roles: readonly string[],
  ) {
    this.roles = [...new Set([...roles, ...directoryRoles])];
    this.#forms = changeForms(this.roles);
  }

  /** @param roles  those that the workflows of this process have */
  static async open(ports: PeoplePorts, roles: readonly string[]): Promise<People> {
    const people = new People(ports, roles);
    await people.refresh();
    return people;
  }

  get directory(): Directory {
    return this.#directory;
  }

  /** Takes in what was recorded since. @throws StoreUnavailableError */
  async refresh(): Promise<void> {
    this.#take(await readStream(this.ports.events, peopleStream, this.#next));
  }

  /**
   * Decides a change and records it. When it resolves as accepted it is durable, and in the directory.
   * @throws StoreUnavailableError  outcome unknown; every change can be sent again
   */
  async change(sent: SentChange): Promise<ChangeOutcome> {
    const change = this.#changeIn(sent);
    if ('refusal' in change) return change;
    for (;;) {
      // Decided by everything that is recorded, also by other servers: a refusal appends nothing that would tell.
      await this.refresh();
      const by = this.#directory.actor(sent.by.id) ?? sent.by;
      const decision = decideChange(this.#directory, change, by);
      if (!decision.accepted) return decision;
      if (!decision.isNew) return { accepted: true, person: this.#directory.person(change.person) as Person };
      try {
        await this.#record(change, by);
        return { accepted: true, person: this.#directory.person(change.person) as Person };
      } catch (error) {
        // Another server or another caller was first: the change is decided again by the directory as it is now.
        if (!(error instanceof RevisionConflictError)) throw error;
      }
    }
  }

  /** Every change of a person, or of all, in order. */
  async history(person?: string): Promise<readonly RecordedChange[]> {
    const events = await readStream(this.ports.events, peopleStream);
    return events
      .map(recordedChange)
      .filter((one) => one !== undefined)
      .filter(({ change }) => person === undefined || change.person === person);
  }

  #changeIn({ name, person, data }: SentChange): Change | Extract<ChangeOutcome, { accepted: false }> {
    if (!Object.hasOwn(this.#forms, name)) return { accepted: false, refusal: 'CHANGE_UNKNOWN' };
    const form = this.#forms[name as ChangeName];
    const [id, parsed] = [personId.safeParse(person), form.safeParse(data ?? {})];
    if (!id.success)
      return invalid(formIssues(personId, id.error, person).map((issue) => ({ ...issue, path: 'person' })));
    if (!parsed.success) return invalid(formIssues(form, parsed.error, data ?? {}));
    return { name, person: id.data, data: parsed.data } as Change;
  }

  async #record(change: Change, by: Actor): Promise<void> {
    const { events, clock, ids } = this.ports;
    const expected = this.#next === 0n ? 'noStream' : this.#next - 1n;
    const event = changeEvent(change, { eventId: ids.next(), by, occurredAt: clock.now() });
    await events.append([{ stream: peopleStream, expected, events: [event] }]);
    await this.refresh();
  }

  #take(events: readonly RecordedEvent[]): void {
    // Two refreshes may have read the same events.
    const unknown = events.filter(({ revision }) => revision >= this.#next);
    this.#directory = directoryAfter(this.#directory, unknown);
    this.#next += BigInt(unknown.length);
  }
}
