import { spawn, type ChildProcess } from 'node:child_process';
import type { Batch } from './batch.js';
import type { ChaosStore } from './chaos-store.js';
import { cliMain } from '../built-programs.js';

interface Summary {
  readonly commands: number;
  readonly accepted: number;
  readonly alreadyThere: number;
  readonly rejected: number;
}

/**
 * Runs the import of the command line beside the server, and sends the rows through the server. When the
 * server is killed, the import fails, or opens the folder itself if it starts at that time. A batch is
 * repeated until it succeeds.
 */
export class CliImporter {
  readonly ended: Batch[] = [];
  #batch: Batch | undefined;
  #running: { readonly child: ChildProcess; readonly ended: Promise<Summary | undefined> } | undefined;

  constructor(
    private readonly store: ChaosStore,
    private readonly nextBatch: () => Batch,
  ) {}

  begin(): void {
    this.#batch ??= this.nextBatch();
    this.#running = importing(this.store, this.#batch);
  }

  /** Waits for the running import, or kills it as well. Then the folder is free. */
  async settle({ kill }: { readonly kill: boolean }): Promise<void> {
    if (this.#running === undefined) return;
    const { child, ended } = this.#running;
    if (kill) child.kill('SIGKILL');
    const summary = await ended;
    this.#running = undefined;
    if (this.#batch === undefined || summary?.rejected !== 0) return;
    this.ended.push(this.#batch);
    this.#batch = undefined;
  }

  /** Imports the last batch to its end. @throws Error  it does not */
  async finish(): Promise<void> {
    if (this.#batch === undefined) return;
    this.begin();
    await this.settle({ kill: false });
    const { name } = (this.#batch as Batch | undefined) ?? {};
    if (name !== undefined) throw new Error(`the import of ${name} does not go through`);
  }
}

function importing({ args, env }: ChaosStore, { folder }: Batch) {
  const line = [cliMain, 'import', 'officer-case', folder, ...args, '--json'];
  const child = spawn(process.execPath, line, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const ended = new Promise<Summary | undefined>((done) => {
    child.once('close', (code) => {
      done(code === 0 ? (JSON.parse(stdout) as Summary) : undefined);
    });
  });
  return { child, ended };
}

/** Imports a batch again: every row must be there already. @returns the problem, if there is one */
export async function importedAgain(store: ChaosStore, batch: Batch): Promise<string | undefined> {
  const summary = await importing(store, batch).ended;
  if (summary?.alreadyThere === batch.rows && summary.accepted === 0) return undefined;
  return (
    `${batch.name} imported again gives ${JSON.stringify(summary)} instead of ${batch.rows} already ` +
    'there'
  );
}
