/**
 * After all tests: ends the servers that tests have started and not stopped, then removes the folder of the
 * tests, with everything that a killed process left in it.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const endDeadlineMs = 20_000;

async function end() {
  const folder = tmpdir();
  if (!basename(folder).startsWith('safeconduct-tests-'))
    throw new Error(`${folder} is not the folder of the tests`);
  await Promise.all(readdirSync(folder).map((name) => endServer(join(folder, name))));
  rmSync(folder, { recursive: true, force: true });
}

/** A program that serves from a folder removes the folder when it is told to end (`libs/stores/testing`). */
async function endServer(folder) {
  const file = join(folder, 'served-by.pid');
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 'SIGTERM');
  } catch {
    return;
  }
  for (const deadline = Date.now() + endDeadlineMs; existsSync(folder) && Date.now() < deadline;)
    await wait(50);
}

export { end as default };
