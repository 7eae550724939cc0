import { afterAll, describe, expect, it } from '@jest/globals';
import { notedHeads, verifyReads, type ReadLogHead } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import { ServerProcess } from '../chaos/server-process.js';
import { temporaryFolder } from './cli.js';
import { operator } from './operator.js';

const data = temporaryFolder();
const log = async () => {
  const opened = await openInstallation(readConfiguration({}, { data }), { note: 'test' });
  try {
    const noted: ReadLogHead[] = [];
    for await (const head of notedHeads(opened.events)) noted.push(head);
    const { problems } = await verifyReads(opened.reads, noted);
    return { noted, head: await opened.reads.head(), problems };
  } finally {
    await opened.close();
  }
};

/** Lists all cases so often, each of which is entered. */
async function listedTimes(server: ServerProcess, count: number): Promise<void> {
  const url = await server.ready;
  for (let turn = 0; turn < count; turn += 1)
    expect((await fetch(`${url}/api/v1/cases`, { headers: operator(url, 'aud-01') })).status).toBe(200);
}

describe('the head of the log of reads', () => {
  let server: ServerProcess | undefined;
  afterAll(() => server?.kill());

  const run = async (reads: number, end: 'stop' | 'kill'): Promise<readonly string[]> => {
    server = new ServerProcess({ data });
    await listedTimes(server, reads);
    await server[end]();
    return server.errors;
  };

  it('is noted when the server stops, so that no entry before can be cut off unnoticed', async () => {
    expect(await run(3, 'stop')).toEqual([]);
    const before = await log();
    expect(before).toMatchObject({ head: { number: 3 }, problems: [] });
    expect(before.noted.at(-1)).toEqual(before.head);

    const file = new Database(join(data, 'reads.db'));
    file.prepare('DELETE FROM read WHERE number = 3').run();
    file.close();
    expect((await log()).problems).toEqual(['entry 3 of the log of reads is missing']);
  });

  it('that is gone is told of by the next start, and what a killed process left is noted by the one after', async () => {
    const errors = await run(2, 'kill');
    expect(errors.filter((line) => line.includes('gone or another one'))).toHaveLength(1);
    expect((await log()).head).toMatchObject({ number: 4 });
    await run(0, 'stop');
    const { noted, head } = await log();
    expect(noted.at(-1)).toEqual(head);
  });
});
