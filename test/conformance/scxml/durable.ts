import { openSqliteEvents } from '@safeconduct/stores';
import { fixedClock } from '@safeconduct/engine/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A SQLite store in a folder of its own, which can be closed and opened again. */
export class DurableStore {
  readonly clock = fixedClock();
  readonly #folder = mkdtempSync(join(tmpdir(), 'scxml-'));
  store = this.#open();
  /** How often it was opened again. */
  restarts = 0;

  async restart(): Promise<void> {
    await this.store.close();
    this.store = this.#open();
    this.restarts += 1;
  }

  async remove(): Promise<void> {
    await this.store.close();
    rmSync(this.#folder, { recursive: true });
  }

  #open() {
    return openSqliteEvents({ folder: this.#folder, clock: this.clock, mode: 'write' });
  }
}
