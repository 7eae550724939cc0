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

/** A case as it is on disk. */
export interface CaseOnDisk {
  readonly caseId: string;
  readonly revision: bigint;
  readonly folded: Folded;
  readonly occurredAt: string;
}

const batch = 10_000;

/** What survives every crash: the log and the views, as they were committed. */
export class Disk {
  readonly events: EventStore;
  readonly views: ViewStore;
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
    const later = await this.events.readAll({ after: this.log.at(-1)?.position ?? logStart, limit: batch });
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
    const fact = { type, data, occurredAt, actor, confirmation, onBehalfOf: metadata['onBehalfOf'] };
    const folded = this.#workflow.fold.step(this.#cases.get(key)?.folded, fact);
    // The model reports an event that does not fold; a client keeps the last state that it knew.
    if (folded === undefined) return;
    this.#cases.set(key, { caseId: stream.slice('case-'.length), revision, folded, occurredAt });
  }
}
