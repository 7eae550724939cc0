import { describe, expect, it } from '@jest/globals';
import type { ExpectedRevision, StreamWrite } from '../../ports/event-store.js';
import type { UnderTest } from './adapter.js';
import { idsOf, newEvents, newStream } from './new-events.js';
import { eventsAfter, wholeStream } from './verified-log.js';

interface Cell {
  /** How many events the stream has. */
  readonly has: number;
  readonly expected: ExpectedRevision;
  /** The revision of the first event, or the one that the conflict names. */
  readonly outcome: { readonly first: bigint } | { readonly actual: bigint };
  /** Where KurrentDB's client suite has this case (`appendRecords`, write only). */
  readonly origin: string;
}

/** Every state of a stream against every expectation, after the matrix of KurrentDB. */
export function appendMatrix(test: UnderTest): void {
  describe.each(cells)('append at $expected to a stream of $has ($origin)', ({ has, expected, outcome }) => {
    async function prepared() {
      const { store } = test();
      const stream = newStream();
      if (has > 0) await store.append([{ stream, expected: 'noStream', events: newEvents(has) }]);
      return { store, stream, head: await store.head(), write: { stream, expected, events: newEvents(2) } };
    }

    if ('first' in outcome) {
      it(`is recorded from revision ${outcome.first}`, async () => {
        const { store, stream, head, write } = await prepared();
        const appended = await store.append([write]);
        expect(appended).toMatchObject({ revisions: [outcome.first + 1n] });
        expect((await eventsAfter(store, head)).at(-1)?.position).toBe(appended.position);
        const added = await store.readStream(stream, { from: outcome.first, limit: 10 });
        expect(idsOf(added)).toEqual(idsOf(write.events));
      });

      it('is answered with the first result when it is repeated, and recorded once', async () => {
        const { store, stream, head, write } = await prepared();
        const appended = await store.append([write]);
        test().clock.advance(5000);
        expect(await store.append([write])).toEqual(appended);
        expect(await store.head()).toBe(appended.position);
        expect(await eventsAfter(store, head)).toHaveLength(2);
        expect(await wholeStream(store, stream)).toHaveLength(has + 2);
      });
    } else {
      it(`is refused with REVISION_CONFLICT, which names ${outcome.actual}`, async () => {
        const { store, stream, head, write } = await prepared();
        const conflict = { code: 'REVISION_CONFLICT', stream, expected, actual: outcome.actual };
        await expect(store.append([write])).rejects.toMatchObject(conflict);
        expect(await store.head()).toBe(head);
        expect(await wholeStream(store, stream)).toHaveLength(has);
      });
    }
  });
}

/** Several streams in one append: all expectations hold, or nothing is recorded. */
export function multiStreamMatrix(test: UnderTest): void {
  it.each(rows)('append to several streams (KurrentDB: $name)', async ({ streams }) => {
    const { store } = test();
    const writes: StreamWrite[] = [];
    for (const { has, expected } of streams) {
      const stream = newStream();
      if (has > 0) await store.append([{ stream, expected: 'noStream', events: newEvents(has) }]);
      writes.push({ stream, expected, events: newEvents(1) });
    }
    const head = await store.head();
    const refused = streams.findIndex(({ holds }) => !holds);
    if (refused < 0) {
      const revisions = streams.map(({ has }) => BigInt(has));
      expect(await store.append(writes)).toMatchObject({ revisions });
      return;
    }
    // The first one that does not hold is named; those behind it are not checked.
    const { stream, expected } = writes[refused] as StreamWrite;
    const actual = BigInt(streams[refused]?.has ?? 0) - 1n;
    await expect(store.append(writes)).rejects.toMatchObject({ stream, expected, actual });
    expect(await store.head()).toBe(head);
  });
}

const cells: readonly Cell[] = [
  { has: 0, expected: 'any', outcome: { first: 0n }, origin: 'any, stream not found' },
  { has: 0, expected: 'noStream', outcome: { first: 0n }, origin: 'no stream, stream not found' },
  { has: 0, expected: 'streamExists', outcome: { actual: -1n }, origin: 'exists, stream not found' },
  { has: 0, expected: 0n, outcome: { actual: -1n }, origin: 'revision, stream not found' },
  { has: 0, expected: 10n, outcome: { actual: -1n }, origin: 'revision, stream not found' },
  { has: 3, expected: 'any', outcome: { first: 3n }, origin: 'any, stream has revision' },
  { has: 3, expected: 'noStream', outcome: { actual: 2n }, origin: 'no stream, stream has revision' },
  { has: 3, expected: 'streamExists', outcome: { first: 3n }, origin: 'exists, stream has revision' },
  { has: 3, expected: 2n, outcome: { first: 3n }, origin: 'revision, stream has revision' },
  { has: 3, expected: 0n, outcome: { actual: 2n }, origin: 'revision, wrong revision: too low' },
  { has: 3, expected: 1n, outcome: { actual: 2n }, origin: 'revision, wrong revision: too low' },
  { has: 3, expected: 3n, outcome: { actual: 2n }, origin: 'revision, wrong revision: too high' },
  { has: 1, expected: 0n, outcome: { first: 1n }, origin: 'revision, stream has revision' },
  { has: 5, expected: 10n, outcome: { actual: 4n }, origin: 'revision, stream has wrong revision' },
  { has: 11, expected: 10n, outcome: { first: 11n }, origin: 'revision, stream has revision' },
];

interface Row {
  readonly name: string;
  /** Each stream: how many events it has, what is expected of it, and whether that holds. */
  readonly streams: readonly {
    readonly has: number;
    readonly expected: ExpectedRevision;
    readonly holds: boolean;
  }[];
}

const three = { has: 3, expected: 2n, holds: true } as const;
const five = { has: 5, expected: 4n, holds: true } as const;
const absent = { has: 0, expected: 5n, holds: false } as const;

// Here every expectation concerns a stream that is written; `check-facts.ts` tests those of streams that are
// not.
const rows: readonly Row[] = [
  { name: 'all checks pass', streams: [three, five] },
  {
    name: 'all mixed check types pass',
    streams: [
      three,
      { has: 1, expected: 'streamExists', holds: true },
      { has: 0, expected: 'noStream', holds: true },
      { has: 2, expected: 'any', holds: true },
    ],
  },
  { name: 'one of multiple checks fails', streams: [three, absent] },
  { name: 'first check fails and second passes', streams: [absent, five] },
  { name: 'all checks fail', streams: [{ has: 0, expected: 'streamExists', holds: false }, absent] },
  {
    name: 'two of three checks fail',
    streams: [
      three,
      { has: 0, expected: 'streamExists', holds: false },
      { has: 2, expected: 10n, holds: false },
    ],
  },
];
