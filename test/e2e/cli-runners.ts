import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a command was called with. */
export interface Called {
  readonly args: readonly string[];
  readonly stdin: string;
  /** The folder it runs in. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What a process has left when it has ended. */
export interface Left {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** They stay from one spec file to the next, and end with the process that started them. */
const idle: ChildProcess[] = [];

/** Runs a command in a process that has loaded the command line before; commands that run at once have one each. */
export async function inRunner(called: Called): Promise<Left> {
  const runner = idle.pop() ?? start();
  runner.send(called);
  const [left] = (await once(runner, 'message')) as [Left];
  idle.push(runner);
  return left;
}

function start(): ChildProcess {
  const runner = fork(new URL('cli-runner.mjs', import.meta.url), { execArgv: [] });
  runner.unref();
  runner.channel?.unref();
  // A command that ends its process is a fault of the command, or one that needs a process of its own.
  runner.once('exit', (code, signal) => {
    if (code !== null) runner.emit('error', new Error(`the command ended its process with ${code}`));
    else runner.emit('error', new Error(`the runner ended by ${signal ?? ''}`));
  });
  return runner;
}
