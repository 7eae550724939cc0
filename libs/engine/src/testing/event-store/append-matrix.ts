import { describe, expect, it } from '@jest/globals';
import type { ExpectedRevision } from '../../ports/event-store.js';
import type { UnderTest } from './adapter.js';
import { idsOf, newEvents, newStream } from './new-events.js';
import { wholeStream } from './verified-log.js';

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
        expect(appended).toMatchObject({ position: head + 2n, revisions: [outcome.first + 1n] });
        const added = await store.readStream(stream, { from: outcome.first, limit: 10 });
        expect(idsOf(added)).toEqual(idsOf(write.events));
      });

      it('is answered with the first result when it is repeated, and recorded once', async () => {
        const { store, stream, head, write } = await prepared();
        const appended = await store.append([write]);
        test().clock.advance(5000);
        expect(await store.append([write])).toEqual(appended);
        expect(await store.head()).toBe(head + 2n);
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
];
