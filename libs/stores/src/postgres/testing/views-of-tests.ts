import type { ViewStore } from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { openDatabase } from '../database.js';
import { openPostgresViews, type PostgresViewsOptions } from '../views/postgres-views.js';

type Options = Omit<PostgresViewsOptions, 'database'>;

/** Views in databases of a server that starts with the first of them. */
export class ViewsOfTests {
  #server: Promise<TestPostgres> | undefined;
  readonly #urls = new Map<string, Promise<string>>();

  /** Views in a database that has none yet. */
  async fresh(options: Options = {}): Promise<ViewStore> {
    const server = await this.#started();
    return viewsAt(await server.freshDatabase(), options);
  }

  /** Views in the database that belongs to a name; the same name again is the same database. */
  async named(name: string): Promise<ViewStore> {
    const server = await this.#started();
    const url = this.#urls.get(name) ?? server.freshDatabase();
    this.#urls.set(name, url);
    return viewsAt(await url);
  }

  async stop(): Promise<void> {
    await (await this.#server)?.stop();
  }

  #started(): Promise<TestPostgres> {
    this.#server ??= startPostgres();
    return this.#server;
  }
}

/** Views whose connections are closed with them. */
export function viewsAt(url: string, options: Options = {}): ViewStore {
  const database = openDatabase(url, { connections: 4, purpose: 'views' });
  const views = openPostgresViews({ database, ...options });
  const closeViews = views.close.bind(views);
  return Object.assign(views, {
    close: async () => {
      await closeViews();
      await database.close();
    },
  });
}
