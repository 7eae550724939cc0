import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigurationError } from './configuration.js';

const file = '.env';

/**
 * The environment of this process, and below it what stands in a `.env` file of the working folder. A variable that the
 * environment has wins, also when it is empty.
 * @throws ConfigurationError  there is such a file and it cannot be read
 */
export const environmentOfProcess = (): Readonly<Record<string, string | undefined>> => ({
  ...envFile(),
  ...process.env,
});

function envFile(): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    // A folder of that name is somebody else's, such as a virtual environment of Python.
    if (code === 'ENOENT' || code === 'EISDIR') return {};
    throw new ConfigurationError([`${file} cannot be read (${code}); make it readable, or remove it`]);
  }
}
