import type { DatabaseConnection, Driver } from 'kysely';

/** Has one statement run, and gives its rows. */
export type AskRows = (text: string, parameters: readonly unknown[]) => Promise<readonly unknown[]>;

/**
 * Has Kysely run its statements through a function. Only such as read, each by itself.
 * @param refusal  why there is no transaction and no stream
 */
export function readDriver(ask: AskRows, refusal: string): Driver {
  const refuse = (): never => {
    throw new Error(refusal);
  };
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => ({
      rows: (await ask(sql, parameters)) as Row[],
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
