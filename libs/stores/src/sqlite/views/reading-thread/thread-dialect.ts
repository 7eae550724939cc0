import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Dialect } from 'kysely';
import { readDriver } from '../../../queries/read-driver.js';
import type { ReadingThread } from './reading-thread.js';

/** Has a thread run the statements of Kysely. Only such as read; so there are no transactions. */
export const threadDialect = (thread: ReadingThread): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () =>
    readDriver((text, parameters) => thread.ask(text, parameters), 'views are read, one statement at a time'),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
