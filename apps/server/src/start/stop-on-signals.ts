import { constants } from 'node:os';
import { fail, tell } from '../console/output.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A Ctrl-C reaches this process up to three times: from the terminal, from npm and from the launcher. */
const samePressMs = 500;
/** How long a stop may take. What was acknowledged is durable, so nothing is lost by ending earlier. */
const stopMs = 30_000;
const signalExit = 128;
const leaveMs = 500;

/**
 * Closes the server with the first signal and ends the process with the second one. Ends the process as well when the
 * server has not closed after 30 seconds.
 */
export function stopOnSignals(server: { close(): Promise<void> }): void {
  let firstMs: number | undefined;
  // The terminal of a SIGHUP is gone: a line that cannot be written must not end the process in the middle of a stop.
  process.stderr.on('error', () => {});
  const stop = (signal: NodeJS.Signals) => {
    if (firstMs === undefined) {
      firstMs = performance.now();
      close(server, signal);
    } else if (performance.now() - firstMs > samePressMs) {
      tell(`${signal}: ended at once; what was acknowledged is in the log`);
      process.exit(signalExit + constants.signals[signal]);
    }
  };
  for (const signal of signals) process.on(signal, stop);
}

function close(server: { close(): Promise<void> }, signal: NodeJS.Signals): void {
  tell(`${signal}: finishing what was accepted; once more ends at once`);
  setTimeout(() => {
    tell(`not stopped after ${stopMs / 1000} seconds: ended at once; what was acknowledged is in the log`);
    process.exit(1);
  }, stopMs).unref();
  void server
    .close()
    .then(
      () => {
        process.exitCode = 0;
      },
      (error: unknown) => {
        process.exitCode = fail(error, {});
      },
    )
    .finally(leaveSoon);
}

/** Everything is closed. A call that the driver of a store still waits for must not keep the process. */
function leaveSoon(): void {
  setTimeout(() => process.exit(), leaveMs).unref();
}
