import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** An error whose message is one line for the person at the terminal. */
export class Failure extends Error {}

/** A signal asked to stop during the preparation; thrown so that unfinished work is cleaned up. */
export class Interrupted extends Error {
  constructor(signal) {
    super(signal);
    this.signal = signal;
  }
}

/** Prints a line about long work at the terminal. */
export function tell(line) {
  process.stderr.write(`safeconduct: ${line}\n`);
}

/** The environment in which everything that calls `node` gets this one. */
export function environmentOf(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Runs a program to its end and passes on every signal sent to us. Resolves to its exit code, or the signal
 * that ended it, and the last signal passed on. A Ctrl-C at a terminal reaches the child twice, from the
 * terminal and from us; a signal sent to us alone reaches it once. A child therefore takes a signal that is
 * repeated within half a second as the first.
 * @param options  those of `spawn`, and `output`: called with what it prints, which otherwise goes to the terminal
 */
export function run(file, args, { output, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = output ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(file, args, { stdio, cwd: root, ...options });
    if (output) for (const stream of [child.stdout, child.stderr]) stream.on('data', output);
    let passedOn;
    const passOn = (signal) => {
      passedOn = signal;
      child.kill(signal);
    };
    for (const signal of forwarded) process.on(signal, passOn);
    const stopListening = () => forwarded.forEach((signal) => process.off(signal, passOn));
    child.once('error', (error) => (stopListening(), reject(error)));
    child.once('close', (code, signal) => (stopListening(), resolve({ code, signal, passedOn })));
  });
}

/** Runs a step of the preparation; what it prints goes to stderr. Resolves to whether it succeeded. */
export async function succeeds(file, args, options) {
  const { code, passedOn } = await run(file, args, { stdio: ['ignore', 2, 2], ...options });
  if (passedOn) throw new Interrupted(passedOn);
  return code === 0;
}
