import { fileAt, identityOf } from '../file-identity.js';

const askedEveryMs = 250;

const whatNow = 'nothing more is acknowledged: put it back or restore a backup, then start again';

/** Why nothing goes on in a file that is no longer the one at its path. */
const lost = `the file was removed or replaced while it was open; ${whatNow}`;

/** The same of one that is still the same file. */
const shorter = `the file became shorter while it was open, so another copy was written over it; ${whatNow}`;

/**
 * The file behind an open handle. A file that is removed or replaced can still be written and read by whoever
 * has it open, and everything in it is gone with the process. So the file at the path has to be the same one. And it
 * only grows: an older copy that is written over it is shorter, or lacks nothing but what is in the `-wal` file.
 */
export class HeldFile {
  readonly #file: string;
  readonly #identity: string | undefined;
  #size: number;
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
    const found = fileAt(file);
    this.#identity = found?.identity;
    this.#size = found?.size ?? 0;
  }

  /** To be asked before a commit. @throws Error  the log is another one, or was written over */
  refuseReplaced(): void {
    const found = fileAt(this.#file);
    if (found?.identity !== this.#identity) throw new Error(lost);
    const size = found?.size ?? 0;
    if (size < this.#size) throw new Error(shorter);
    this.#size = size;
  }

  /** To be asked before anything is acknowledged. @throws Error  the same, or of its `-wal` file */
  refuseLost(): void {
    this.refuseReplaced();
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
