import {
  CheckpointConflictError,
  StoreReadOnlyError,
  StoreUnavailableError,
  type Generation,
  type Row,
  type TableDefinition,
  type Value,
  type ViewBatch,
  type ViewDefinition,
  type ViewStore,
  type ViewTables,
} from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { existsSync, mkdirSync } from 'node:fs';
import { storeError } from '../store-error.js';
import { generationOf, type GenerationRow } from './generation-row.js';
import type { ViewRequest } from './requests.js';
import { flatten } from './view-batch.js';
import { ViewReader } from './view-reader.js';
import type { Fenced } from './view-writer.js';
import { createViews, isViews, prepareViews, viewsFile } from './views-file.js';
import { writeHere, writeInThread, type Ask } from './write-views.js';

export interface SqliteViewsOptions {
  /** A data folder; or `:memory:`, for views that are gone with this object. */
  readonly folder: string;
  /** `read` works beside the process that writes and changes no file. */
  readonly mode: 'write' | 'read';
}

/**
 * The read models of a data folder, in `views.db`. A file that this release cannot use is made again, empty. In mode
 * `write` the caller holds the folder's lock (`lockFolder`).
 * @throws StoreReadOnlyError
 */
export function openSqliteViews({ folder, mode }: SqliteViewsOptions): SqliteViews {
  if (folder === ':memory:') return inMemory();
  const file = viewsFile(folder);
  const reader = new ViewReader(() => connect(file));
  if (mode === 'read') return new SqliteViews(reader, refuseToWrite(folder));
  try {
    mkdirSync(folder, { recursive: true });
    prepareViews(file);
  } catch (error) {
    throw storeError(file, error);
  }
  return new SqliteViews(reader, writeInThread(folder));
}

/** There is no writer to close; everything else is asked in vain. */
function refuseToWrite(folder: string): Ask {
  return <Answer>({ kind }: Parameters<Ask>[0]) =>
    kind === 'close' ? Promise.resolve(undefined as Answer) : Promise.reject(new StoreReadOnlyError(folder));
}

function inMemory(): SqliteViews {
  const db = new Database(':memory:');
  createViews(db);
  return new SqliteViews(new ViewReader(() => db), writeHere(db));
}

function connect(file: string): Database.Database | undefined {
  if (!existsSync(file)) return undefined;
  const db = new Database(file, { readonly: true });
  if (isViews(db)) return db;
  db.close();
  throw new StoreUnavailableError(
    'views.db',
    'another release made it; any command of this one that writes renews it',
  );
}

export class SqliteViews implements ViewStore {
  readonly query: Kysely<ViewTables>;
  #closing: Promise<void> | undefined;

  constructor(
    private readonly reader: ViewReader,
    private readonly ask: Ask,
  ) {
    this.query = new Kysely({ dialect: new SqliteDialect({ database: reader }) });
  }

  generations(): Promise<readonly Generation[]> {
    return promised(() => this.reader.generations());
  }

  async begin(view: ViewDefinition): Promise<Generation> {
    return generationOf(await this.#request<GenerationRow>({ kind: 'begin', view }));
  }

  fetch(
    generation: Generation,
    table: TableDefinition,
    keys: readonly (readonly Value[])[],
  ): Promise<readonly Row[]> {
    return promised(() => this.reader.fetch(generation, table, keys));
  }

  async commit(
    { number, view: name }: Generation,
    view: ViewDefinition,
    batch: ViewBatch,
  ): Promise<Generation> {
    const request = { kind: 'commit', number, batch: flatten(view, batch) } as const;
    return unfenced(name, batch.from, await this.#request<GenerationRow | Fenced>(request));
  }

  async promote({ number, view: name, checkpoint }: Generation, view: ViewDefinition): Promise<Generation> {
    return unfenced(
      name,
      checkpoint,
      await this.#request<GenerationRow | Fenced>({ kind: 'promote', number, view }),
    );
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #request<Result>(request: ViewRequest): Promise<Result> {
    if (this.#closing !== undefined) throw new StoreUnavailableError('views.db', 'the store is closed');
    return this.ask<Result>(request);
  }

  async #close(): Promise<void> {
    // First, because the writer can bring the file into its form at rest only when nobody else of this process has it.
    this.reader.close();
    await this.ask({ kind: 'close' });
  }
}

function unfenced(view: string, expected: bigint, result: GenerationRow | Fenced): Generation {
  if (!('conflict' in result)) return generationOf(result);
  throw new CheckpointConflictError(view, expected, BigInt(result.conflict ?? 0));
}

const promised = <Result>(work: () => Result): Promise<Result> =>
  new Promise((resolve) => {
    resolve(work());
  });
