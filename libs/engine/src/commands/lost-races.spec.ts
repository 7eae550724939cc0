import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine } from '../engine.js';
import { RevisionConflictError } from '../errors.js';
import { readStream } from '../events/read-stream.js';
import { caseStream } from '../events/streams.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import { countingIds, fixedClock, fixedKeyRing } from '../testing/index.js';
import { accepted, refusalOf } from '../testing/outcomes.js';
import type { SentCommand } from './sent-command.js';

/** More races than anybody would lose by chance. */
const races = 60;

const clock = fixedClock('2025-03-01T08:00:00.000Z');
const ids = countingIds();
const actor = namedActor('clerk-1');
const target = { workflow: 'template', naturalKey: 'R-1' };
const addNote = (note: string): SentCommand => ({ target, command: 'AddNote', input: { note }, actor });

const engineOver = (store: EventStore) =>
  createEngine({ events: store, keys: fixedKeyRing(), clock, ids }, [template]);

let events: EventStore;
let caseId: string;

beforeEach(async () => {
  events = openMemoryEvents({ clock });
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  const opening = { target: { workflow: 'template' }, command: 'OpenRequest', input, actor };
  ({ caseId } = await accepted(engineOver(events).handle(opening)));
});

/** The log as a process sees it that loses each race against another process, a number of times. */
function losing(times: number): EventStore {
  const other = engineOver(events);
  let lost = 0;
  return eventStoreWith(events, {
    append: async (writes, checks) => {
      if ((lost += 1) <= times) await accepted(other.handle(addNote(`of the other process, ${lost}`)));
      return events.append(writes, checks);
    },
  });
}

const length = async () => (await readStream(events, caseStream(caseId))).length;

describe('a command that another process is always faster than', () => {
  it('is recorded after whatever the other process records', async () => {
    const outcome = await accepted(engineOver(losing(races)).handle(addNote('mine')));
    expect(outcome.revision).toBe(BigInt(races + 1));
    expect(await length()).toBe(races + 2);
  });

  it('reads only what the other process has recorded, not the whole case again', async () => {
    const reads: bigint[] = [];
    const watched = losing(races);
    const engine = engineOver(
      eventStoreWith(watched, {
        readStream: (stream, options) => {
          reads.push(options.from);
          return watched.readStream(stream, options);
        },
      }),
    );
    await accepted(engine.handle(addNote('mine')));
    expect(reads).toEqual([0n, ...Array.from({ length: races }, (_, lost) => BigInt(lost + 1))]);
  });

  it('is refused at once when its sender names the revision', async () => {
    const sent = { ...addNote('mine'), expectedRevision: 0n };
    expect(await refusalOf(engineOver(losing(races)).handle(sent))).toMatchObject({
      code: 'REVISION_CONFLICT',
      inputs: { actual: '1' },
    });
    expect(await length()).toBe(2);
  });
});

describe('a store that says that the case has moved on when nothing was recorded', () => {
  it('is believed a few times; then the command is refused, and nothing is recorded', async () => {
    let asked = 0;
    const confused = eventStoreWith(events, {
      append: () => {
        asked += 1;
        return Promise.reject(new RevisionConflictError(caseStream(caseId), 0n, 7n));
      },
    });
    expect(await refusalOf(engineOver(confused).handle(addNote('mine')))).toMatchObject({
      code: 'REVISION_CONFLICT',
    });
    expect(asked).toBe(6);
    expect(await length()).toBe(1);
  });
});
