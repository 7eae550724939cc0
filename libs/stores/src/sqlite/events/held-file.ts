import { identityOf } from '../file-identity.js';

const askedEveryMs = 250;

/** Why nothing goes on in a file that is no longer the one at its path. */
const lost =
  'the file was removed or replaced while it was open; nothing more is acknowledged: put it back or restore a ' +
  'backup, then start again';

/**
 * The file behind an open handle. A file that is removed or replaced can still be written and read by whoever
 * has it open, and everything in it is gone with the process. So the file at the path has to be the same one.
 */
export class HeldFile {
  readonly #file: string;
  readonly #identity: string | undefined;
  #wal: string | undefined;
  #askedAt = -Infinity;

  /**
   * @param writes  whether this process has it open to write. Only then its `-wal` file has to stay: elsewhere
   *   it is gone when the writer has ended.
   */
  constructor(
    file: string,
    private readonly writes: boolean,
  ) {
    this.#file = file;
    this.#identity = identityOf(file);
  }

  /** To be asked before anything is acknowledged. @throws Error  the log or its `-wal` file is another one */
  refuseLost(): void {
    if (identityOf(this.#file) !== this.#identity) throw new Error(lost);
    if (!this.writes) return;
    const wal = identityOf(`${this.#file}-wal`);
    this.#wal ??= wal;
    if (wal !== this.#wal) throw new Error(`its -wal file: ${lost}`);
  }

  /** The same for a reader, which may ask often: it is looked at a few times a second. */
  refuseLostNow(): void {
    const now = performance.now();
    if (now - this.#askedAt < askedEveryMs) return;
    this.refuseLost();
    this.#askedAt = now;
  }
}
