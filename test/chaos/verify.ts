import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ChaosStore } from './chaos-store.js';
import { cliMain } from '../built-programs.js';

const run = promisify(execFile);

/** What `verify` says of a store that no server has open; nothing when all is well. */
export async function verifyProblem({
  args,
  env,
}: Pick<ChaosStore, 'args' | 'env'>): Promise<readonly string[]> {
  const verified = await run(process.execPath, [cliMain, 'verify', ...args, '--json'], {
    env: { ...process.env, ...env },
  }).catch((error: unknown) => error as { readonly stdout: string; readonly stderr: string });
  const { ok = false } = JSON.parse(verified.stdout || '{}') as { readonly ok?: boolean };
  return ok ? [] : [`verify says ${verified.stdout} ${verified.stderr}`];
}
