import {
  logStart,
  type Clock,
  type EventStore,
  type RecordedEvent,
  type ViewStore,
} from '@safeconduct/engine';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import type { Folded, Workflow } from '@safeconduct/workflow';
import { dataNow } from '../model/data-now.js';
import { unsealed } from './unsealed.js';

/** A case as it is on disk. */
export interface CaseOnDisk {
  readonly caseId: string;
  readonly revision: bigint;
  readonly folded: Folded;
  /** The clock of the case: the time of its last event that is not free of order. */
  readonly occurredAt: string;
  /** When each of its events happened, in the order of entry. */
  readonly times: readonly string[];
}

const batch = 10_000;

/** What survives every crash: the log and the views, as they were committed. */
export class Disk {
  readonly events: EventStore;
  readonly views: ViewStore;
  /** Without seals. */
  readonly log: RecordedEvent[] = [];
  readonly #cases = new Map<string, CaseOnDisk>();
  /** The natural key of each stream of a case. */
  readonly #keys = new Map<string, string>();

  #workflow: Workflow;

  constructor(workflow: Workflow, clock: Clock) {
    this.#workflow = workflow;
    this.events = openMemoryEvents({ clock, positions: 'sparse' });
    this.views = openMemoryViews({ clock });
  }

  /** Folds every case anew, by another version of the workflow. */
  foldBy(workflow: Workflow): void {
    this.#workflow = workflow;
    this.#cases.clear();
    for (const event of this.log) if (event.stream.startsWith('case-')) this.#fold(event);
  }

  /** The case with a natural key, as a client with full knowledge sees it. */
  async caseOf(naturalKey: string): Promise<CaseOnDisk | undefined> {
    await this.read();
    return this.#cases.get(naturalKey);
  }

  /** Every case there is. */
  async cases(): Promise<readonly CaseOnDisk[]> {
    await this.read();
    return [...this.#cases.values()];
  }

  /** Reads the events committed since the last call. */
  async read(): Promise<readonly RecordedEvent[]> {
    const after = this.log.at(-1)?.position ?? logStart;
    const later = (await this.events.readAll({ after, limit: batch })).map(unsealed);
    for (const event of later) if (event.stream.startsWith('case-')) this.#fold(event);
    this.log.push(...later);
    return this.log;
  }

  #fold({ stream, type, schemaVersion, data: text, ...recorded }: RecordedEvent): void {
    const { occurredAt, revision, metadata } = recorded;
    const data = dataNow(this.#workflow, { type, schemaVersion, data: text });
    const key = this.#keys.get(stream) ?? String(data[this.#workflow.opening.opens]);
    this.#keys.set(stream, key);
    const actor = { id: metadata['actor'] ?? '', role: metadata['actorRole'] ?? '' };
    const {
      confirmedBy: second,
      confirmedByRole: role = '',
      confirmedAt: at = '',
      confirmedHash = '',
    } = metadata;
    const confirmation =
      second === undefined ? undefined : { by: { id: second, role }, at, contentHash: confirmedHash };
    const { onBehalfOf, saidAt, order } = metadata;
    const before = this.#cases.get(key);
    const fact = { type, data, occurredAt, saidAt, actor, confirmation, onBehalfOf };
    const folded = this.#workflow.fold.step(before?.folded, fact);
    // The model reports an event that does not fold; a client keeps the last state that it knew.
    if (folded === undefined) return;
    const clock = order === 'free' && before !== undefined ? before.occurredAt : occurredAt;
    const times = [...(before?.times ?? []), occurredAt];
    const caseId = stream.slice('case-'.length);
    this.#cases.set(key, { caseId, revision, folded, occurredAt: clock, times });
  }
}
