import type {
  EventStore,
  EventStoreCapabilities,
  Generation,
  Key,
  Lease,
  Leases,
  Position,
  RecordedEvent,
  Revision,
  Row,
  ScanRange,
  StreamCheck,
  StreamWrite,
  TableDefinition,
  ViewBatch,
  ViewDefinition,
  ViewStore,
} from '@safeconduct/engine';
import type { Line } from './line.js';

/** A log as a process sees it over a line. */
export class FaultyEvents implements EventStore {
  readonly #listeners = new Set<(head: Position) => void>();
  readonly capabilities: EventStoreCapabilities;

  constructor(
    private readonly log: EventStore,
    private readonly line: Line,
  ) {
    this.capabilities = log.capabilities;
  }

  append(writes: readonly StreamWrite[], checks?: readonly StreamCheck[]) {
    return this.line.write('log', async () => {
      const appended = await this.log.append(writes, checks);
      this.line.tell(() => {
        for (const listener of this.#listeners) listener(appended.position);
      });
      return appended;
    });
  }

  readStream(
    stream: string,
    range: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    return this.line.read(() => this.log.readStream(stream, range));
  }

  readAll(range: { readonly after: Position; readonly limit: number }): Promise<readonly RecordedEvent[]> {
    return this.line.read(() => this.log.readAll(range));
  }

  readAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.line.read(() => this.log.readAt(position));
  }

  head(): Promise<Position> {
    return this.line.read(() => this.log.head());
  }

  countAfter(position: Position): Promise<number | undefined> {
    return this.line.read(() => this.log.countAfter(position));
  }

  meta(name: string): Promise<string | undefined> {
    return this.line.read(() => this.log.meta(name));
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.line.write('log', () => this.log.setMetaOnce(name, value));
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Views as a process sees them over a line. Queries are answered at once, of what is committed. */
export class FaultyViews implements ViewStore {
  readonly howToRemove = 'remove the simulated views';
  readonly queries: ViewStore['queries'];
  readonly leases: Leases;

  constructor(
    private readonly views: ViewStore,
    private readonly line: Line,
  ) {
    this.queries = views.queries;
    this.leases = {
      acquire: (...given) => line.read(() => views.leases.acquire(...given)),
      release: (lease) => line.read(() => views.leases.release(lease)),
    };
  }

  scan(table: TableDefinition, range: ScanRange): Promise<readonly Row[]> {
    return this.views.scan(table, range);
  }

  generations(): Promise<readonly Generation[]> {
    return this.line.read(() => this.views.generations());
  }

  fetch(generation: Generation, table: TableDefinition, keys: readonly Key[]): Promise<readonly Row[]> {
    return this.line.read(() => this.views.fetch(generation, table, keys));
  }

  commit(generation: Generation, view: ViewDefinition, batch: ViewBatch): Promise<Generation> {
    return this.line.write('views', () => this.views.commit(generation, view, batch));
  }

  // One runner begins and promotes, over a connection that ends with its process: these never arrive late.
  begin(view: ViewDefinition, lease?: Lease): Promise<Generation> {
    return this.line.read(() => this.views.begin(view, lease));
  }

  promote(generation: Generation, view: ViewDefinition, lease?: Lease): Promise<Generation> {
    return this.line.read(() => this.views.promote(generation, view, lease));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
