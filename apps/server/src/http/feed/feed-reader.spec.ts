import { countingIds, fixedKeyRing } from '@safeconduct/engine/testing';
import { describe, expect, it } from '@jest/globals';
import { createEngine, type EventStore, logStart, type Position, systemReader } from '@safeconduct/engine';
import { openMemoryEvents } from '@safeconduct/stores';
import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { defaultLimits } from '../limits.js';
import { FeedReader, type FeedRequest } from './feed-reader.js';
import { JobWatch } from './job-watch.js';
import { LogTail } from './log-tail.js';

const clock = { now: () => '2025-01-01T00:00:00.000Z' };
const eventCount = 1500;
/** Of one event, in the feed. */
const frameBytesMin = 300;

const requestOf = (after: Position): FeedRequest => ({
  ...{ reader: systemReader('test'), after, isReset: false, seesJob: undefined },
  isSignedIn: () => Promise.resolve(true),
});

const noJobs = { list: () => Promise.resolve({ jobs: [], isLast: true }) };

const portsOf = (events: EventStore) => ({
  tail: new LogTail(queriesOf(events), () => {}),
  jobs: new JobWatch(
    noJobs,
    () => {},
    () => {},
  ),
  queries: queriesOf(events),
  clock,
});

const queriesOf = (events: EventStore) =>
  createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, []).queries;

async function filledLog() {
  const events = openMemoryEvents({ clock });
  for (let n = 0; n < eventCount; n += 1) {
    const metadata = { workflow: 'w', state: 'open' };
    const eventId = `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
    const stream = `case-${String(n)}`;
    await events.append([
      {
        stream,
        expected: 'noStream',
        events: [{ eventId, type: 'T', schemaVersion: 1, metadata, data: '{}' }],
      },
    ]);
  }
  return events;
}

describe('a reader of the feed', () => {
  it('is dropped when it takes nothing for too long, and nothing is buffered for it', async () => {
    const events = await filledLog();
    const response = new PassThrough({ highWaterMark: 1000 });
    const limits = { ...defaultLimits, feedStalledMs: 50 };
    const ports = {
      ...portsOf(events),
      logId: 'a-log',
      limits,
      stopping: new AbortController().signal,
    };
    const request = requestOf(logStart);
    await new FeedReader(ports, request, response as unknown as ServerResponse).run();
    expect(response.destroyed).toBe(true);
    // One batch was on its way, not half of the log.
    expect(response.readableLength).toBeLessThan((eventCount / 2) * frameBytesMin);
  });

  it('gets everything in order when it reads slowly', async () => {
    const events = await filledLog();
    const response = new PassThrough({ highWaterMark: 1000 });
    const stopping = new AbortController();
    const ports = {
      ...portsOf(events),
      logId: 'a-log',
      limits: defaultLimits,
      stopping: stopping.signal,
    };
    const request = requestOf(logStart);
    const done = new FeedReader(ports, request, response as unknown as ServerResponse).run();
    let text = '';
    for await (const chunk of response) {
      text += String(chunk);
      if (text.includes(`id: ${eventCount}\n`)) stopping.abort();
    }
    await done;
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(Array.from({ length: eventCount }, (_, index) => index + 1));
    expect(text).toMatch(/event: goodbye\ndata: \{\}\n\n$/);
  });
});
