import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type ReferenceNode,
  type TableNode,
} from 'kysely';
import type { Db, ViewTables } from '../../queries/view-tables.js';
import type { TransactionQuery } from '../database.js';
import { viewsSchema } from '../views/table-sql.js';

/** Reads the views through a function that runs one statement. */
export const viewsDb = (ask: TransactionQuery): Db =>
  new Kysely<ViewTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(ask),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new ViewsQueryCompiler(),
    },
  });

/**
 * Writes the schema before each table that a statement reads, because no search path may be relied on. A column is named
 * with its table alone, as it is when the table has another name in the statement.
 */
class ViewsQueryCompiler extends PostgresQueryCompiler {
  protected override visitTable(node: TableNode): void {
    this.append(`"${viewsSchema}".`);
    super.visitTable(node);
  }

  protected override visitReference({ table, column }: ReferenceNode): void {
    if (table !== undefined) {
      this.visitNode(table.table.identifier);
      this.append('.');
    }
    this.visitNode(column);
  }
}

function driverOver(ask: TransactionQuery): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => ({
      rows: (await ask({ text: sql, values: parameters })) as unknown as Row[],
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
  throw new Error('views are read, and what must be of one state is asked by `oneState`');
};
