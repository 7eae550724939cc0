import { beforeEach, describe, expect, it } from '@jest/globals';
import { positionOf, type EventStore, type NewEvent } from '@safeconduct/engine';
import {
  allCapabilities,
  countingIds,
  eventStoreContract,
  fixedClock,
  verifiedStreams,
} from '@safeconduct/engine/testing';
import { dryRunEvents } from './dry-run-events.js';
import { openMemoryEvents } from './memory-events.js';

eventStoreContract('dry run', {
  open: ({ clock }) => dryRunEvents(openMemoryEvents({ clock }), clock),
  durable: false,
  capabilities: allCapabilities,
});

eventStoreContract('dry run over a log with gaps', {
  open: ({ clock }) => dryRunEvents(openMemoryEvents({ clock, positions: 'sparse' }), clock),
  durable: false,
  capabilities: allCapabilities,
});

describe('a dry run', () => {
  const clock = fixedClock();
  const ids = countingIds();
  const event = (): NewEvent => ({
    eventId: ids.next(),
    type: 'T',
    schemaVersion: 1,
    metadata: {},
    data: '{}',
  });
  let beneath: EventStore;
  let dry: EventStore;

  beforeEach(async () => {
    beneath = openMemoryEvents({ clock });
    await beneath.append([{ stream: 'one', expected: 'noStream', events: [event(), event()] }]);
    await beneath.append([{ stream: 'two', expected: 'noStream', events: [event()] }]);
    dry = dryRunEvents(beneath, clock);
  });

  it('continues the log beneath, and leaves it as it is', async () => {
    const log = await verifiedStreams(beneath);
    const appended = await dry.append([{ stream: 'one', expected: 1n, events: [event()] }]);
    expect(appended).toMatchObject({ position: 4n, revisions: [2n] });
    await dry.append([{ stream: 'three', expected: 'noStream', events: [event()] }]);
    expect(await verifiedStreams(dry)).toHaveLength(5);
    expect(await verifiedStreams(beneath)).toEqual(log);
  });

  it('knows the events of a stream in the log beneath', async () => {
    const conflict = dry.append([{ stream: 'one', expected: 'noStream', events: [event()] }]);
    await expect(conflict).rejects.toMatchObject({ actual: 1n });
  });

  it('reads across the end of the log beneath', async () => {
    await dry.append([{ stream: 'one', expected: 1n, events: [event()] }]);
    expect(await dry.readAll({ after: positionOf(2), limit: 10 })).toHaveLength(2);
    expect(await dry.head()).toBe(4n);
  });

  it('leaves the log beneath open when it is closed', async () => {
    await dry.close();
    expect(await beneath.head()).toBe(3n);
  });
});
