import { describe, expect, it } from '@jest/globals';
import { countingIds, fixedClock } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryReads } from '@safeconduct/stores';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import type { ReadLogHead } from '../ports/read-log.js';
import { notedHeads, ReadHeads } from './noted-heads.js';
import { pourReads } from './pour-reads.js';
import { keptForm, type ReadEntry } from './read-entry.js';
import { verifyReads } from './verify-reads.js';

const at = '2025-03-01T08:00:00.000Z';
const entry: ReadEntry = {
  ...{ actor: 'co-1', roles: ['caseOfficer'], unit: null, purposes: ['return'], operation: 'getCase' },
  ...{
    way: 'http',
    address: null,
    requestId: null,
    searched: null,
    cases: ['case-1'],
    classes: ['identity'],
  },
  ...{ rows: 1, moment: null, breakGlass: null },
};

function ports() {
  const clock = fixedClock(at);
  return { events: openMemoryEvents({ clock }), reads: openMemoryReads(), clock, ids: countingIds() };
}

async function allNoted(events: EventStore): Promise<readonly ReadLogHead[]> {
  const found: ReadLogHead[] = [];
  for await (const head of notedHeads(events)) found.push(head);
  return found;
}

describe('the head of the log of reads', () => {
  it('is noted in the log of events where it has changed, and not again', async () => {
    const installation = ports();
    const { events, reads } = installation;
    const [one, other] = [new ReadHeads(installation), new ReadHeads(installation)];
    expect(await one.note()).toBe(false);
    await reads.append(keptForm(entry, at));
    expect(await one.note()).toBe(true);
    expect(await one.note()).toBe(false);
    expect(await other.note()).toBe(false);
    await reads.append(keptForm(entry, at));
    const both = await Promise.all([one.note(), other.note()]);
    expect(both.filter((isNoted) => isNoted)).toHaveLength(1);
    expect(await allNoted(events)).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(await verifyReads(reads, notedHeads(events))).toEqual({ entries: 2, problems: [] });
  });

  it('is noted once its entries are flushed', async () => {
    const installation = ports();
    const { reads, events } = installation;
    await reads.append(keptForm(entry, at));
    const flushed = Promise.withResolvers<undefined>();
    const noting = new ReadHeads({
      ...installation,
      reads: { ...reads, flush: () => flushed.promise },
    }).note();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(await allNoted(events)).toEqual([]);
    flushed.resolve(undefined);
    expect(await noting).toBe(true);
  });

  it('is noted with a few reads of the log, however many were noted before', async () => {
    const installation = ports();
    const { events, reads } = installation;
    const first = new ReadHeads(installation);
    for (let count = 0; count < 1300; count += 1) {
      await reads.append(keptForm(entry, at));
      await first.note();
    }
    let eventsRead = 0;
    const counted = eventStoreWith(events, {
      async readStream(stream, range) {
        const found = await events.readStream(stream, range);
        eventsRead += found.length;
        return found;
      },
    });
    const heads = new ReadHeads({ ...installation, events: counted });
    await reads.append(keptForm(entry, at));
    expect(await heads.note()).toBe(true);
    expect(eventsRead).toBeLessThan(30);
    eventsRead = 0;
    await reads.append(keptForm(entry, at));
    expect(await heads.note()).toBe(true);
    expect(await heads.note()).toBe(false);
    expect(eventsRead).toBe(0);
    expect(await allNoted(events)).toHaveLength(1302);
  });

  it('shows that a log of reads was emptied or began anew', async () => {
    const installation = ports();
    const { events } = installation;
    await installation.reads.append(keptForm(entry, at));
    await new ReadHeads(installation).note();
    const anew = openMemoryReads();
    const missing: number[] = [];
    const onMissing = ({ number }: { number: number }) => missing.push(number);
    const heads = new ReadHeads({ ...installation, reads: anew });
    await heads.note(onMissing);
    expect((await verifyReads(anew, notedHeads(events))).problems).toEqual([
      'entry 1 of the log of reads is missing',
    ]);
    await anew.append(keptForm({ ...entry, actor: 'co-2' }, at));
    expect((await verifyReads(anew, notedHeads(events))).problems).toEqual([
      expect.stringContaining('another one'),
    ]);
    await heads.note(onMissing);
    expect(missing).toEqual([1]);
    expect(await allNoted(events)).toHaveLength(1);
  });
});

describe('a log of reads that is copied', () => {
  it('is the same one, is found by the same terms, and gets what is new when it is copied again', async () => {
    const { reads } = ports();
    for (let count = 0; count < 1200; count += 1)
      await reads.append(keptForm({ ...entry, rows: count, cases: [`case-${count}`] }, at));
    const copy = openMemoryReads();
    expect(await pourReads(reads, copy)).toEqual({ copied: 1200, isOther: false });
    await reads.append(keptForm(entry, at));
    expect(await pourReads(reads, copy)).toEqual({ copied: 1, isOther: false });
    expect(await copy.head()).toEqual(await reads.head());
    const query = { terms: ['case:case-77', 'class:identity'], newestFirst: false, limit: 9 };
    expect(await copy.entries(query)).toEqual(await reads.entries(query));
    expect(await copy.entries(query)).toHaveLength(1);
  });

  it('is not mixed with entries of another one', async () => {
    const [reads, other] = [ports().reads, openMemoryReads()];
    await reads.append(keptForm(entry, at));
    await other.append(keptForm({ ...entry, actor: 'co-2' }, at));
    expect(await pourReads(reads, other)).toEqual({ copied: 0, isOther: true });
    expect((await other.head()).number).toBe(1);
  });
});
