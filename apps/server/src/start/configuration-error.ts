import { readFileSync } from 'node:fs';

/** A setting that does not fit. Each line names it, what is expected, and an example; never the value. */
export class ConfigurationError extends Error {
  readonly code = 'CONFIGURATION_INVALID';
  readonly exitCode = 2;
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/**
 * What is in the file that a setting names.
 * @throws ConfigurationError  it cannot be read
 */
export function readSetting(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new ConfigurationError([`${name}: ${file} cannot be read (${code})`]);
  }
}
