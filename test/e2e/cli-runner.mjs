/**
 * Runs commands of the command line whose module it is given, one after the other, as processes of their own would: each has its own
 * arguments, folder, environment and standard input, and has ended when nothing of it keeps the process awake. Loading the
 * command line takes several times what most commands take.
 */
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const [, , file] = process.argv;
const { commandLine } = await import(pathToFileURL(file).href);

process.umask(0o077);
const written = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr']) {
  process[name].write = (piece, ...rest) => {
    written[name] += String(piece);
    rest.findLast((argument) => typeof argument === 'function')?.();
    return true;
  };
}
/** How many of each kind keep this process awake. */
const awake = () => Map.groupBy(process.getActiveResourcesInfo(), (kind) => kind);
/** What listens to the process that sends the commands; nothing else keeps this one awake between two commands. */
let idle;
const isIdle = () => [...awake()].every(([kind, { length }]) => length <= (idle.get(kind)?.length ?? 0));

process.on('message', async ({ args, stdin, cwd, env }) => {
  idle ??= awake();
  Object.assign(written, { stdout: '', stderr: '' });
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(stdin)]), configurable: true });
  const code = await commandLine().run(args);
  while (!isIdle()) await sleep(2);
  process.send({ code, ...written });
});
