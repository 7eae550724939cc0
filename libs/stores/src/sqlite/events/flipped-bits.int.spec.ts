import { beforeAll, describe, expect, it } from '@jest/globals';
import { logStart, type EventStore, type RecordedEvent, type StreamWrite } from '@safeconduct/engine';
import { verifiedLog, verifiedStreams } from '@safeconduct/engine/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { flipSeed, flipsOf, withFlips } from '../testing/flips.js';
import { clock, event } from '../testing/sample-log.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { LogWriter } from './log-writer.js';
import { openSqliteEvents, prepareFolder } from './sqlite-events.js';
import { decodeAppends, encodeAppend, type Plain } from './wire.js';

const streams = 60;
const perStream = 5;
const flips = flipsOf(200);
const timeoutMs = 60_000 + flips * 500;

const folder = temporaryFolder();
const original = join(folder, 'original');
let recorded: readonly RecordedEvent[];

const nowMs = Date.parse(clock.now());
const nameOf = (number: number): string => `case-${String(number).padStart(8, '0')}`;
const names = Array.from({ length: streams }, (_, number) => nameOf(number));

beforeAll(async () => {
  const store = openSqliteEvents({ folder: original, clock, mode: 'write' });
  await store.setMetaOnce('logId', 'the name of this log');
  for (let round = 0; round < perStream; round += 1) {
    const expected = round === 0 ? ('noStream' as const) : BigInt(round - 1);
    const writes = names.map((stream) => ({ stream, expected, events: [event()] }));
    await store.append(writes);
  }
  await store.close();
  recorded = await read(original, verifiedStreams);
});

async function read<Result>(data: string, work: (store: EventStore) => Promise<Result>): Promise<Result> {
  const store = openSqliteEvents({ folder: data, clock, mode: 'read' });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** As a text, which is compared sooner than objects are. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));

/** Everything that can be read of a log. */
async function everything(store: EventStore): Promise<unknown> {
  const all = await store.readAll({ after: logStart, limit: 10_000 });
  const byStream = [];
  for (const stream of names) byStream.push(await store.readStream(stream, { from: 0n, limit: 100 }));
  const last = all.at(-1)?.position ?? logStart;
  return { all, byStream, at: await store.readAt(last), logId: await store.meta('logId') };
}

describe(`a log beside which one bit of streams.db is not as it was written (FLIP_SEED=${flipSeed})`, () => {
  it(
    'answers everything as before and loses no revision',
    async () => {
      const before = await read(original, everything);
      await withFlips({ original, folder, file: 'streams.db' }, flips, async (data, flip) => {
        const seen = await read(data, everything);
        expect({ flip, isSame: textOf(seen) === textOf(before) }).toEqual({ flip, isSame: true });
        expect({ flip, answers: answersOf(data) }).toEqual({ flip, answers: expectedAnswers });
        const after = await read(data, verifiedLog);
        expect({ flip, events: after.length }).toEqual({ flip, events: recorded.length + streams + 1 });
        expect(textOf(after.slice(0, recorded.length)) === textOf(recorded)).toBe(true);
      });
    },
    timeoutMs,
  );

  /**
   * Every stream is opened again, which is refused, and continued, which is not; a new one is opened. Judged
   * as the writing thread does it, without the thread, which takes longer to start than all the rest.
   */
  function answersOf(data: string): readonly unknown[] {
    const sent: Plain[] = [];
    const one = (stream: string, expected: StreamWrite['expected']) =>
      encodeAppend(sent, [{ stream, expected, events: [event()] }], []);
    for (const stream of names) one(stream, 'noStream');
    for (const stream of names) one(stream, BigInt(perStream - 1));
    one('case-new', 'noStream');
    prepareFolder(data);
    const writer = new LogWriter(data);
    const verdicts = writer.commit(decodeAppends(sent), nowMs);
    writer.close();
    return verdicts.map((verdict) => ('conflict' in verdict ? verdict.conflict.actual : verdict.revisions));
  }

  const expectedAnswers = [...names.map(() => perStream - 1), ...names.map(() => [perStream]), [0]];
});

describe(`a log of which one bit of events.db is not as it was written (FLIP_SEED=${flipSeed})`, () => {
  it(
    'is read as it was recorded or refused, by readers and by writers, with its index and without',
    async () => {
      const before = await read(original, everything);
      let refused = 0;
      await withFlips({ original, folder, file: 'events.db' }, flips, async (data, flip) => {
        if (flip.number % 2 === 1) rmSync(join(data, 'streams.db'), { force: true });
        for (const prepare of [() => {}, prepareFolder]) {
          const found = await prepared(data, prepare).catch((error: unknown) => codeOf(error));
          if (typeof found === 'string') refused += 1;
          else expect({ flip, isSame: textOf(found) === textOf(before) }).toEqual({ flip, isSame: true });
        }
      });
      expect(refused).toBeGreaterThan(flips);
    },
    timeoutMs,
  );

  async function prepared(data: string, prepare: (data: string) => void): Promise<unknown> {
    prepare(data);
    return read(data, everything);
  }

  /** An operating error has a code; any other error is a fault of the program. */
  function codeOf(error: unknown): string {
    const { code } = error as { readonly code?: unknown };
    if (typeof code !== 'string' || !code.startsWith('STORE_')) throw error;
    return code;
  }
});
