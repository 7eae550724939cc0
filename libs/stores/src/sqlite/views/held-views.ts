import { identityOf } from '../file-identity.js';
import { markDamaged } from './views-file.js';

/**
 * The file of the views behind an open connection. Who has a removed or replaced file open can go on writing to it, and
 * nobody else reads that.
 */
export class HeldViews {
  readonly #identity: string | undefined;
  #wal: string | undefined;

  constructor(private readonly file: string) {
    this.#identity = identityOf(file);
    this.#wal = this.#walFound();
  }

  /** Whether the file at the path is another one now, or none, or lacks the `-wal` file of this one. */
  isLost(): boolean {
    this.#wal ??= this.#walFound();
    return identityOf(this.file) !== this.#identity || this.#walFound() !== this.#wal;
  }

  /**
   * To be called when it is lost. A file and the `-wal` file of another one are no database together, though SQLite
   * would read them as one: they are marked, so that the next one who writes makes the views again. A file that was put
   * there whole, or made again by another thread, stays.
   */
  leave(): void {
    const [found, wal] = [identityOf(this.file), this.#walFound()];
    if (found === undefined || this.#wal === undefined) return;
    if ((found === this.#identity) !== (wal === this.#wal)) markDamaged(this.file);
  }

  #walFound(): string | undefined {
    return identityOf(`${this.file}-wal`);
  }
}
