import { tell } from '../console/output.js';
import { commandLine } from './command-line.js';

// The files hold names of persons. Only the user who started the process may read them, as with the key.
process.umask(0o077);

// The program that reads the output may stop early, as `head` does. That is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  tell(
    `safeconduct: the output cannot be written (${error.code ?? error.message}); what was recorded stays recorded`,
  );
  process.exit(1);
});

process.exitCode = await commandLine().run(process.argv.slice(2));
