import { readJson } from '@safeconduct/workflow';
import { UsageError } from '../console/usage-error.js';

/**
 * The value of `--input`. What was typed is left out of the message: it may be a name.
 * @param instead  what could be given instead, as it is typed
 * @throws UsageError  it is not JSON, or not JSON that every reader takes alike
 */
export function readInput(text: string, instead: string): unknown {
  const read = readJson(text);
  if ('value' in read) return read.value;
  const { path, code, message } = read.issue;
  if (code === 'invalid_json')
    throw new UsageError(`--input is not JSON; write an object such as ${instead}`);
  throw new UsageError(`--input ${path === '' ? '' : `${path} `}${message}`);
}
