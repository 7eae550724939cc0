import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import type { Workflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine } from '../engine.js';
import { registerOf } from '../events/case-event.js';
import { eventCodec } from '../events/codec.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import { countingIds, fixedClock, fixedKeyRing } from '../testing/index.js';
import { accepted } from '../testing/outcomes.js';
import { verifyLog } from './verify-log.js';

const clock = fixedClock('2025-03-01T08:00:00.000Z');
const keys = fixedKeyRing();
const casesMax = 32;

/** Every case breaks it, and says which one it is. */
const strict: Workflow = {
  ...template,
  source: {
    ...template.source,
    invariants: [
      {
        id: 'I-1',
        says: 'no request is opened',
        broken: ({ events }) => (events[0]?.data as { readonly requestNo: string }).requestNo,
      },
    ],
  },
};

describe('verify, over many cases', () => {
  it('reads the histories of several cases at once, and of no more than it may', async () => {
    const { store, readsMax } = countingReads(await openedCases(70));
    await verifyLog({ events: store, codec: eventCodec(registerOf([strict]), keys) });
    const streamsOfCase = 2;
    expect(readsMax()).toBe(casesMax * streamsOfCase);
  });

  it('tells what it found in the order of the log', async () => {
    const { store } = countingReads(await openedCases(70));
    const { problems } = await verifyLog({ events: store, codec: eventCodec(registerOf([strict]), keys) });
    expect(problems.map(({ what }) => what.replace(/^[^:]+: /, ''))).toEqual(
      Array.from({ length: 70 }, (_, at) => `breaks I-1, R-${at}`),
    );
  });
});

async function openedCases(count: number): Promise<EventStore> {
  const events = openMemoryEvents({ clock });
  const engine = createEngine({ events, keys, clock, ids: countingIds() }, [strict]);
  for (let at = 0; at < count; at += 1) {
    const input = { requestNo: `R-${at}`, name: 'A', nameArabic: 'ا' };
    const target = { workflow: 'template' };
    await accepted(engine.handle({ target, command: 'OpenRequest', input, actor: namedActor('clerk-1') }));
  }
  return events;
}

/** A store whose reads of streams end in another order than they began, and how many were under way at most. */
function countingReads(events: EventStore) {
  let [begun, underWay, most] = [0, 0, 0];
  const store = eventStoreWith(events, {
    readStream: async (stream, range) => {
      const turns = 5 - (begun % 5);
      begun += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      underWay -= 1;
      return events.readStream(stream, range);
    },
  });
  return { store, readsMax: () => most };
}
