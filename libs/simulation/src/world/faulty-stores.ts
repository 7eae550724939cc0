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
import type { Connection } from './connection.js';

/** A log as a process sees it over a connection. */
export class FaultyEvents implements EventStore {
  readonly #listeners = new Set<(head: Position) => void>();
  readonly capabilities: EventStoreCapabilities;

  constructor(
    private readonly log: EventStore,
    private readonly connection: Connection,
  ) {
    this.capabilities = log.capabilities;
  }

  append(writes: readonly StreamWrite[], checks?: readonly StreamCheck[]) {
    return this.connection.write('log', async () => {
      const appended = await this.log.append(writes, checks);
      this.connection.notify(() => {
        for (const listener of this.#listeners) listener(appended.position);
      });
      return appended;
    });
  }

  readStream(
    stream: string,
    range: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    return this.connection.read(() => this.log.readStream(stream, range));
  }

  readAll(range: { readonly after: Position; readonly limit: number }): Promise<readonly RecordedEvent[]> {
    return this.connection.read(() => this.log.readAll(range));
  }

  readAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.connection.read(() => this.log.readAt(position));
  }

  head(): Promise<Position> {
    return this.connection.read(() => this.log.head());
  }

  countAfter(position: Position): Promise<number | undefined> {
    return this.connection.read(() => this.log.countAfter(position));
  }

  meta(name: string): Promise<string | undefined> {
    return this.connection.read(() => this.log.meta(name));
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.connection.write('log', () => this.log.setMetaOnce(name, value));
  }

  onAppended(listener: (head: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/**
 * Views as a process sees them over a connection. Queries are answered without delay, from what is committed.
 */
export class FaultyViews implements ViewStore {
  readonly howToRemove = 'remove the simulated views';
  readonly queries: ViewStore['queries'];
  readonly leases: Leases;

  constructor(
    private readonly views: ViewStore,
    private readonly connection: Connection,
  ) {
    this.queries = views.queries;
    this.leases = {
      acquire: (...given) => connection.read(() => views.leases.acquire(...given)),
      release: (lease) => connection.read(() => views.leases.release(lease)),
    };
  }

  scan(table: TableDefinition, range: ScanRange): Promise<readonly Row[]> {
    return this.views.scan(table, range);
  }

  atOnce: ViewStore['atOnce'] = (views, work) => this.views.atOnce(views, work);

  generations(): Promise<readonly Generation[]> {
    return this.connection.read(() => this.views.generations());
  }

  fetch(generation: Generation, table: TableDefinition, keys: readonly Key[]): Promise<readonly Row[]> {
    return this.connection.read(() => this.views.fetch(generation, table, keys));
  }

  commit(generation: Generation, view: ViewDefinition, batch: ViewBatch): Promise<Generation> {
    return this.connection.write('views', () => this.views.commit(generation, view, batch));
  }

  // These requests never arrive late: one runner sends them, over a connection that ends with its process.
  begin(view: ViewDefinition, lease?: Lease): Promise<Generation> {
    return this.connection.read(() => this.views.begin(view, lease));
  }

  promote(generation: Generation, view: ViewDefinition, lease?: Lease): Promise<Generation> {
    return this.connection.read(() => this.views.promote(generation, view, lease));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
