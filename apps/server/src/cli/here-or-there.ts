import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandLine } from '../console/output.js';
import type { Installation } from '../start/installation.js';
import { openToWrite } from '../start/open.js';
import { ServerGoneError } from './ask-server.js';
import { serverAddressIn } from './through-server.js';

const patienceMs = 10_000;
const againMs = 200;

/** Work that writes: on the opened data, or through the server that holds them. */
export interface WritingWork<Result> {
  readonly here: (installation: Installation) => Promise<Result>;
  readonly there: (url: string) => Promise<Result>;
}

/**
 * Does the work in this process, or through the server that holds the data. A server that is stopping takes nothing
 * more: it is waited for, and the work is done here. The data are closed also when the work fails.
 * @throws ServerGoneError  after ten seconds the server still holds the data and takes nothing
 */
export async function hereOrThere<Result>(line: CommandLine, work: WritingWork<Result>): Promise<Result> {
  const untilMs = performance.now() + patienceMs;
  for (;;) {
    try {
      return await once(line, work);
    } catch (error) {
      if (!(error instanceof ServerGoneError) || performance.now() > untilMs) throw error;
      await sleep(againMs);
    }
  }
}

async function once<Result>(line: CommandLine, { here, there }: WritingWork<Result>): Promise<Result> {
  let installation: Installation;
  try {
    installation = await openToWrite(line);
  } catch (error) {
    const url = serverAddressIn(error);
    if (url === undefined) throw error;
    return there(url);
  }
  try {
    return await here(installation);
  } finally {
    await installation.close();
  }
}
