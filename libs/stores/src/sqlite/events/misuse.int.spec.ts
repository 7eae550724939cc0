import { beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError, type EventStore } from '@safeconduct/engine';
import { verifiedStreams } from '@safeconduct/engine/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { clock, event, sampleLog } from '../testing/sample-log.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openSqliteEvents } from './sqlite-events.js';

const events = 400;

let folder: string;
let count = 0;

beforeAll(() => {
  folder = temporaryFolder();
});

const open = (data: string, mode: 'write' | 'read' = 'write') =>
  openSqliteEvents({ folder: data, clock, mode });
const log = (data: string): string => join(data, 'events.db');

async function sample(): Promise<string> {
  const data = join(folder, `log-${(count += 1)}`);
  await sampleLog(data, events);
  return data;
}

describe('a store', () => {
  it('whose thread cannot begin answers every append with STORE_UNAVAILABLE and says why', async () => {
    const data = await sample();
    const store = open(data);
    rmSync(log(data));
    const append = store.append([{ stream: 'x', expected: 'any', events: [event()] }]);
    await expect(append).rejects.toThrow('the writing thread failed: unable to open database file');
    await expect(store.close()).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('that shares a folder with another writer, against the rule, loses nothing and records nothing twice', async () => {
    const data = await sample();
    const stores = [open(data), open(data)];
    const sent = await Promise.all(stores.map((store, number) => appendWithRetry(store, `writer-${number}`)));
    for (const store of stores) await store.close();
    const reader = open(data, 'read');
    expect(await verifiedStreams(reader)).toHaveLength(events + sent.flat().length);
    await reader.close();
  });

  /** Repeats with the same event ids what failed, as the port asks. */
  async function appendWithRetry(store: EventStore, stream: string): Promise<readonly string[]> {
    const sent: string[] = [];
    for (let revision = 0n; revision < 40n; revision += 1n) {
      const write = {
        stream,
        expected: revision === 0n ? 'noStream' : revision - 1n,
        events: [event()],
      } as const;
      for (let answered = false; !answered;) {
        answered = await store.append([write]).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(StoreUnavailableError);
            return false;
          },
        );
      }
      sent.push(write.events[0].eventId);
    }
    return sent;
  }
});
