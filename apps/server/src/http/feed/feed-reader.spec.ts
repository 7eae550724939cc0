import { countingIds, fixedKeyRing } from '@safeconduct/engine/testing';
import { describe, expect, it } from '@jest/globals';
import { createEngine, type EventStore, logStart, systemReader } from '@safeconduct/engine';
import { openMemoryEvents } from '@safeconduct/stores';
import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { defaultLimits } from '../limits.js';
import { FeedReader } from './feed-reader.js';
import { LogTail } from './log-tail.js';

const clock = { now: () => '2025-01-01T00:00:00.000Z' };
const eventCount = 1500;

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
      tail: new LogTail(queriesOf(events), () => {}),
      queries: queriesOf(events),
      logId: 'a-log',
      limits,
      stopping: new AbortController().signal,
    };
    const request = { reader: systemReader('test'), after: logStart };
    await new FeedReader(ports, request, response as unknown as ServerResponse).run();
    expect(response.destroyed).toBe(true);
    // One batch was on its way, not the whole log.
    expect(response.readableLength).toBeLessThan(eventCount * 100);
  });

  it('gets everything in order when it reads slowly', async () => {
    const events = await filledLog();
    const response = new PassThrough({ highWaterMark: 1000 });
    const stopping = new AbortController();
    const ports = {
      tail: new LogTail(queriesOf(events), () => {}),
      queries: queriesOf(events),
      logId: 'a-log',
      limits: defaultLimits,
      stopping: stopping.signal,
    };
    const request = { reader: systemReader('test'), after: logStart };
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
