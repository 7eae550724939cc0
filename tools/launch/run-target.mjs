import * as module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environmentOf, root, run } from './child.mjs';

/** Runs the target: in this process where that is possible, else in a child; we end as the child did. */
export async function runTarget(node, target, args) {
  const file = join(root, target.file);
  const cwd = target.cwd === 'caller' ? callersFolder() : root;
  const all = [...(target.args ?? []), ...args];
  Object.assign(process.env, environmentOf(node));
  if (node === process.execPath && !target.flags) {
    process.chdir(cwd);
    process.argv = [node, file, ...all];
    const compiled = join(root, 'node_modules', '.cache', 'compiled');
    module.enableCompileCache(compiled);
    // Threads have it by the environment.
    process.env.NODE_COMPILE_CACHE = compiled;
    await import(pathToFileURL(file));
    return;
  }
  const ended = await run(node, [...(target.flags ?? []), file, ...all], { cwd });
  if (ended.signal) process.kill(process.pid, ended.signal);
  else process.exitCode = ended.code;
}

/**
 * `npm run` changes to the folder of package.json and keeps the caller's in INIT_CWD; npx does not change it.
 */
function callersFolder() {
  const { npm_lifecycle_event: event, INIT_CWD: caller } = process.env;
  return event && event !== 'npx' && caller ? caller : process.cwd();
}
