import { describe, expect, it } from '@jest/globals';
import { countingIds, fixedClock } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryReads } from '@safeconduct/stores';
import { notedHeads, noteReads } from './noted-heads.js';
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

describe('the head of the log of reads', () => {
  it('is noted in the log of events where it has changed, and not again', async () => {
    const installation = ports();
    const { events, reads } = installation;
    expect(await noteReads(installation)).toBe(false);
    await reads.append(keptForm(entry, at));
    expect(await noteReads(installation)).toBe(true);
    expect(await noteReads(installation)).toBe(false);
    await reads.append(keptForm(entry, at));
    await Promise.all([noteReads(installation), noteReads(installation)]);
    const noted = await notedHeads(events);
    expect(noted).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(await verifyReads(reads, noted)).toEqual({ entries: 2, problems: [] });
  });

  it('shows that a log of reads was emptied or began anew', async () => {
    const installation = ports();
    await installation.reads.append(keptForm(entry, at));
    await noteReads(installation);
    const noted = await notedHeads(installation.events);
    const anew = openMemoryReads();
    expect((await verifyReads(anew, noted)).problems).toEqual(['entry 1 of the log of reads is missing']);
    await anew.append(keptForm({ ...entry, actor: 'co-2' }, at));
    expect((await verifyReads(anew, noted)).problems).toEqual([expect.stringContaining('another one')]);
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
