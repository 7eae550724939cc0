import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely';
import type { ReadingThread } from './reading-thread.js';

/** Has a thread run the statements of Kysely. Only such as read; so there are no transactions. */
export const threadDialect = (thread: ReadingThread): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => driverOver(thread),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

function driverOver(thread: ReadingThread): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => ({
      rows: (await thread.ask(sql, parameters)) as Row[],
    }),
    streamQuery: refuse,
  };
  return {
    init: done,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: done,
    destroy: done,
  };
}

const done = (): Promise<void> => Promise.resolve();

const refuse = (): never => {
  throw new Error('views are read, one statement at a time');
};
