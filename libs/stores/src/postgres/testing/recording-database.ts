import { Database, type QueryOptions, type Row, type Statement, type TransactionQuery } from '../database.js';

/** A database that remembers the statements it was asked. */
export class RecordingDatabase extends Database {
  readonly statements: Statement[] = [];

  override raw<Result extends Row>(statement: Statement, options?: QueryOptions): Promise<readonly Result[]> {
    this.statements.push(statement);
    return super.raw(statement, options);
  }

  override transaction<Result>(
    work: (query: TransactionQuery) => Promise<Result>,
    options?: QueryOptions,
  ): Promise<Result> {
    const recorded = (query: TransactionQuery) =>
      work((statement) => {
        this.statements.push(statement);
        return query(statement);
      });
    return super.transaction(recorded, options);
  }
}
