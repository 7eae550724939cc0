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
}
