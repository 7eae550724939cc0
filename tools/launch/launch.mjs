/**
 * Starts a checkout on any Node from 18 on, with nothing installed: runtime, packages and build are brought
 * up to date where they are not, then the target runs. Without a dependency of its own, and silent on stdout,
 * which belongs to the target. When everything is up to date this costs about ten milliseconds.
 */
import { targets } from '../targets.mjs';
import { ensureBuilt } from './build.mjs';
import { Failure, Interrupted, tell } from './child.mjs';
import { ensurePackages } from './packages.mjs';
import { runTarget } from './run-target.mjs';
import { ensureRuntime } from './runtime.mjs';

const parentPollMs = 200;

/** Runs the target of that name; this process then ends as the target does, with its exit code or signal. */
export async function launch(name, args) {
  if (process.env.npm_lifecycle_event) endWithParent();
  try {
    const target = targets[name];
    if (!target) throw new Failure(`no target ${name}; there are ${Object.keys(targets).join(', ')}`);
    const node = await ensureRuntime();
    await ensurePackages(node);
    if (target.needsBuild) await ensureBuilt(node);
    if (target.file) await runTarget(node, target, args);
  } catch (error) {
    if (error instanceof Interrupted) process.kill(process.pid, error.signal);
    else if (error instanceof Failure) {
      tell(error.message);
      process.exitCode = 1;
    } else throw error;
  }
}

/**
 * npm and npx start us through a shell, which a signal sent to npm ends without reaching us.
 * Losing that parent therefore counts as the signal.
 */
function endWithParent() {
  const parent = process.ppid;
  const poll = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(poll);
    process.kill(process.pid, 'SIGTERM');
  }, parentPollMs);
  poll.unref();
}
