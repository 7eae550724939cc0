import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A child process that a test may kill at any time. It reports what it did in lines of JSON. */
export class Child<Line> {
  readonly lines: Line[] = [];
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<unknown>;
  #errors = '';
  #isKilled = false;
  #changed = () => {};

  constructor(program: string, args: readonly string[]) {
    const loader = resolve('tools/typescript.mjs');
    const file = fileURLToPath(new URL(program, import.meta.url));
    this.#process = spawn(process.execPath, ['--import', loader, file, ...args], { stdio: 'pipe' });
    this.#process.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
    const output = createInterface(this.#process.stdout);
    output.on('line', (line) => {
      this.#take(line);
    });
    this.#ended = Promise.all([once(this.#process, 'exit'), once(output, 'close')]);
    void this.#ended.then(() => {
      this.#changed();
    });
  }

  get pid(): number {
    return this.#process.pid ?? -1;
  }

  /** Resolves once it has written lines of which this is true. */
  async until(isEnough: (lines: readonly Line[]) => boolean): Promise<void> {
    while (!isEnough(this.lines)) {
      if (this.#process.exitCode !== null) throw new Error(`the process ended early: ${this.#errors}`);
      await new Promise<void>((resolve) => (this.#changed = resolve));
    }
  }

  /** Kills the process without warning, as a power cut would. */
  async kill(): Promise<void> {
    this.#isKilled = true;
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  #take(line: string): void {
    try {
      this.lines.push(JSON.parse(line) as Line);
    } catch (error) {
      // The last line of a killed process may be cut off.
      if (!this.#isKilled) throw error;
    }
    this.#changed();
  }
}
