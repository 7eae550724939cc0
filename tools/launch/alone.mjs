import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, tell } from './child.mjs';

const lock = join(root, 'tools', '.lock');
const beatMs = 1_000;
const deadAfterMs = 15_000;

/**
 * Runs the work when no other launcher of this checkout does such work. The holder touches the lock once a
 * second, so that a lock left by a killed launcher is recognised and removed.
 */
export async function alone(work) {
  const token = randomUUID();
  for (let told = false; !claim(lock, token); await sleep(100)) {
    if (!told) tell('waiting for another launcher of this checkout');
    told = true;
    removeIfDead();
  }
  const isOurs = () => existsSync(lock) && readFileSync(lock, 'utf8') === token;
  const beat = setInterval(() => isOurs() && utimesSync(lock, new Date(), new Date()), beatMs);
  try {
    await work();
  } finally {
    clearInterval(beat);
    if (isOurs()) rmSync(lock);
  }
}

/** Creates the file with that content, or returns false because another process did. */
function claim(file, content) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, content);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Two launchers may find the same dead lock. The one that claims the right to remove it checks again first,
 * because the other may have removed it already and a third may hold a new lock.
 */
function removeIfDead() {
  const remover = `${lock}.remover`;
  if (!isDead(lock) || !claim(remover, '')) return;
  if (isDead(lock)) rmSync(lock, { force: true });
  rmSync(remover, { force: true });
}

function isDead(file) {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > deadAfterMs;
}
