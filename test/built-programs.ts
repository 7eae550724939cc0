import { resolve } from 'node:path';

/** The server and the command line as they were built last. */
export const serverMain = resolve('dist/run/server.js');
export const cliMain = resolve('dist/run/safeconduct.js');
/** The command line as a module that runs many commands. */
export const commandLineModule = resolve('dist/run/command-line.js');
