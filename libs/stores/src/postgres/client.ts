import pg from 'pg';

/**
 * A connection of the driver that closes its socket when it cannot be made. The driver leaves it open, and the
 * database waits for the other half of the greeting until its own limit of a minute; meanwhile no database of
 * that server can be dropped.
 */
export class ClosingClient extends pg.Client {
  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error | null) => void): void;
  override connect(callback?: (error: Error | null) => void): Promise<pg.Client> | undefined {
    const connecting = super.connect().catch((error: unknown) => {
      this.connection.stream.destroy();
      throw error;
    });
    if (callback === undefined) return connecting;
    connecting.then(() => {
      callback(null);
    }, callback);
    return undefined;
  }

  /**
   * Whether a pooler stands between. A database tells each connection the number of the process that serves it; a
   * pooler gives away connections of its own, and tells a number of its own.
   */
  async isPooled(): Promise<boolean> {
    const { rows } = await this.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return rows[0]?.pid !== (this as unknown as { readonly processID: number | null }).processID;
  }
}
