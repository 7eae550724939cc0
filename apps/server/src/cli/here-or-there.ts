import type { CommandLine } from '../console/output.js';
import type { Installation } from '../start/installation.js';
import { locationOf, openToWrite } from '../start/open.js';
import { patiently } from '../start/patiently.js';
import { ServerGoneError, type RunningServer } from './ask-server.js';
import { servingAddressIn } from './through-server.js';

/** Work that writes: on the opened data, or through the server that holds them. */
export interface WritingWork<Result> {
  readonly here: (installation: Installation) => Promise<Result>;
  readonly there: (server: RunningServer) => Promise<Result>;
}

/**
 * Does the work in this process, or through the server that holds the data. A server that is stopping takes nothing
 * more: it is waited for, and the work is done here. The data are closed also when the work fails.
 * @throws ServerGoneError  after ten seconds the server still holds the data and takes nothing
 */
export const hereOrThere = <Result>(line: CommandLine, work: WritingWork<Result>): Promise<Result> =>
  patiently(() => once(line, work), {
    mayEndSoon: (error) => error instanceof ServerGoneError,
    patienceMs: 10_000,
    againMs: 200,
  });

async function once<Result>(line: CommandLine, { here, there }: WritingWork<Result>): Promise<Result> {
  let installation: Installation;
  try {
    installation = await openToWrite(line);
  } catch (error) {
    const serving = servingAddressIn(error);
    if (serving === undefined) throw error;
    const { language } = line;
    return there({ ...serving, keys: locationOf(line).keys.masterHashes(), language });
  }
  try {
    return await here(installation);
  } finally {
    await installation.close();
  }
}
