import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { fail } from './console/output.js';
import { checkGiven } from './console/given-options.js';
import { readConfiguration } from './start/configuration.js';
import { environmentOfProcess } from './start/environment.js';
import { stopOnSignals } from './start/stop-on-signals.js';

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
  checkGiven({ ...options });
  // Loaded here, so that what is wrong with a workflow is told as any other error.
  const { startServer } = await import('./start/server.js');
  const server = await startServer(readConfiguration(environmentOfProcess(), options), {
    demo: options.demo,
  });
  stopOnSignals(server);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
  else process.exitCode = fail(error, {});
}
