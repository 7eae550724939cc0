import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { serverMain } from '../built-programs.js';
import { knowServer } from '../e2e/operator.js';

export interface ServerOptions {
  /** The data folder; left out: the environment says where the data are. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Further options of `npm start`. */
  readonly args?: readonly string[];
  /** Its master key as this process finds it; left out: where the server finds it. */
  readonly keyFile?: string | undefined;
  /** What its clock shows; left out: what that of this process shows. */
  readonly nowMs?: () => number;
  /** What goes before its command line, such as a program that runs it on another disk. */
  readonly inside?: readonly string[];
}

/**
 * The built server in a process of its own, on a free port of loopback, without the demonstration caseload.
 */
export class ServerProcess {
  /** Its address, once it answers. Rejects when the process ends before that. */
  readonly ready: Promise<string>;
  /** How it ended: an exit code, or the name of a signal. */
  readonly ended: Promise<number | string>;
  #said = '';
  readonly #child: ChildProcess;
  readonly #keyFile: string;
  readonly #nowMs: () => number;

  constructor(options: ServerOptions) {
    const { data, env = {}, args = ['--no-demo'], inside = [] } = options;
    this.#nowMs = options.nowMs ?? Date.now;
    this.#keyFile =
      options.keyFile ?? env['SAFECONDUCT_MASTER_KEY_FILE'] ?? join(data ?? folderIn(args), 'master.key');
    const where = data === undefined ? [] : ['--data', data];
    const line = [...inside, process.execPath, serverMain, ...where, '--port', '0', ...args];
    this.#child = spawn(line[0] as string, line.slice(1), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LOG_LEVEL: 'error', ...env },
    });
    this.ended = new Promise((done) => {
      this.#child.once('close', (code, signal) => {
        done(code ?? signal ?? '');
      });
    });
    this.ready = this.#address();
    // A caller that kills it during its start does not wait for the address.
    this.ready.catch(() => {});
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  /** Its address. It must be ready. */
  get url(): string {
    return addressIn(this.#said) ?? '';
  }

  /** What it wrote to stderr. */
  get said(): string {
    return this.#said;
  }

  /** What it logged as an error. */
  get errors(): readonly string[] {
    return this.#said.split('\n').filter((line) => line.startsWith('{'));
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Ends it without warning, as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  /** Ends it as Ctrl-C does. @returns its exit code */
  async stop(): Promise<number | string> {
    this.#child.kill('SIGTERM');
    return this.ended;
  }

  #address(): Promise<string> {
    return new Promise((done, fail) => {
      this.#child.stderr?.on('data', (chunk: Buffer) => {
        this.#said += chunk.toString();
        const url = addressIn(this.#said);
        if (url === undefined) return;
        knowServer(url, this.#keyFile, this.#nowMs);
        done(url);
      });
      void this.ended.then((how) => {
        fail(new Error(`the server ended with ${how}: ${this.#said}`));
      });
    });
  }
}

const folderIn = (args: readonly string[]): string =>
  args.includes('--data') ? (args[args.indexOf('--data') + 1] ?? '') : 'data';

const addressIn = (said: string): string | undefined => /(https?:\/\/127\.0\.0\.1:\d+)\/docs/.exec(said)?.[1];
