import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { commandLineModule } from '../built-programs.js';

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

/** A command line that processes load. */
export interface CommandLine {
  /** The file of its module. */
  readonly module: string;
  /** What Node is told to load it. */
  readonly flags: readonly string[];
  /** Another one when the module or what it imports has changed. */
  readonly state: string;
}

/** What was built of this checkout. */
export const builtCommandLine: CommandLine = { module: commandLineModule, flags: [], state: 'built' };

interface Runner {
  readonly process: ChildProcess;
  readonly loaded: CommandLine;
}

/** They stay from one spec file to the next, and end with the process that started them. */
let idle: readonly Runner[] = [];

/** Runs a command in a process that has loaded the command line before; commands that run at once have one each. */
export async function inRunner(called: Called, commandLine = builtCommandLine): Promise<Left> {
  const runner = takeIdle(commandLine) ?? { process: start(commandLine), loaded: commandLine };
  runner.process.send(called);
  const [left] = (await once(runner.process, 'message')) as [Left];
  idle = [...idle, runner];
  return left;
}

/** Ends the processes that loaded an earlier state of this command line. */
function takeIdle({ module, state }: CommandLine): Runner | undefined {
  const isOld = ({ loaded }: Runner) => loaded.module === module && loaded.state !== state;
  for (const { process } of idle.filter(isOld)) {
    process.removeAllListeners('exit');
    process.disconnect();
  }
  const current = idle.filter((runner) => !isOld(runner));
  const found = current.findLast(({ loaded }) => loaded.module === module);
  idle = current.filter((runner) => runner !== found);
  return found;
}

function start({ module, flags }: CommandLine): ChildProcess {
  const runner = fork(new URL('cli-runner.mjs', import.meta.url), [module], { execArgv: [...flags] });
  runner.unref();
  runner.channel?.unref();
  // A command that ends its process is a fault of the command, or one that needs a process of its own.
  runner.once('exit', (code, signal) => {
    if (code !== null) runner.emit('error', new Error(`the command ended its process with ${code}`));
    else runner.emit('error', new Error(`the runner ended by ${signal ?? ''}`));
  });
  return runner;
}
