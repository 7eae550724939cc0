import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { fail, tell } from './console/output.js';
import { readConfiguration } from './start/configuration.js';
import { startServer } from './start/server.js';

const program = new Command('npm start --')
  .description('Serves Safeconduct on this machine, with the embedded store.')
  .option('--data <folder>', 'the data folder (default: SAFECONDUCT_EVENTS, else ./data)')
  .option('--port <number>', 'the port to listen on (default: PORT, else 3000)')
  .option('--no-demo', 'start empty: do not import the demonstration caseload into a new folder')
  .exitOverride();

interface Options {
  readonly data?: string;
  readonly port?: string;
  readonly demo: boolean;
}

const wrongUsage = 2;

// The files hold names of persons. Only the user who started the process may read them, as with the key.
process.umask(0o077);

try {
  const options = program.parse().opts<Options>();
  const server = await startServer(readConfiguration(process.env, options), { demo: options.demo });
  let closing = false;
  const close = (signal: string) => {
    // A second Ctrl-C does not interrupt the shutdown that the first one began.
    if (closing) return;
    closing = true;
    tell(`${signal}: finishing what was accepted`);
    void server.close().then(
      () => {
        process.exitCode = 0;
      },
      (error: unknown) => {
        process.exitCode = fail(error, {});
      },
    );
  };
  process.on('SIGINT', close).on('SIGTERM', close);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
  else process.exitCode = fail(error, {});
}
