import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type ReferenceNode,
  type TableNode,
} from 'kysely';
import { readDriver } from '../../queries/read-driver.js';
import type { Db, ViewTables } from '../../queries/view-tables.js';
import type { TransactionQuery } from '../database.js';
import { viewsSchema } from '../views/table-sql.js';

/** Reads the views through a function that runs one statement. */
export const viewsDb = (ask: TransactionQuery): Db =>
  new Kysely<ViewTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () =>
        readDriver(
          (text, values) => ask({ text, values }),
          'views are read, and what must be of one state is asked by `oneState`',
        ),
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
