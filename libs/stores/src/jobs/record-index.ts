import { compareText } from '@safeconduct/engine';
import { isOpenRecord, type JobRecord } from './job-store.js';

/** Records in memory, found by id, in their order, and the oldest open one. */
export class RecordIndex {
  readonly #byId = new Map<string, JobRecord>();
  readonly #open = new Set<string>();
  /** Ids in descending order; made again after a record came. */
  #descending: readonly string[] | undefined;

  put(record: JobRecord): void {
    if (!this.#byId.has(record.id)) this.#descending = undefined;
    this.#byId.set(record.id, record);
    if (isOpenRecord(record.text)) this.#open.add(record.id);
    else this.#open.delete(record.id);
  }

  get(id: string): JobRecord | undefined {
    return this.#byId.get(id);
  }

  page(before: string | undefined, limit: number): readonly JobRecord[] {
    this.#descending ??= [...this.#byId.keys()].sort((left, right) => compareText(right, left));
    const first = before === undefined ? 0 : this.#descending.findIndex((id) => compareText(id, before) < 0);
    if (first === -1) return [];
    return this.#descending
      .slice(first, first + limit)
      .map((id) => this.#byId.get(id))
      .filter((record) => record !== undefined);
  }

  oldestOpen(after: string | undefined): JobRecord | undefined {
    let oldest: string | undefined;
    for (const id of this.#open) {
      const isBehind = after === undefined || compareText(id, after) > 0;
      if (isBehind && (oldest === undefined || compareText(id, oldest) < 0)) oldest = id;
    }
    return oldest === undefined ? undefined : this.#byId.get(oldest);
  }
}
