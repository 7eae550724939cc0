import { describe, expect, it } from '@jest/globals';
import { CheckpointConflictError } from '../../errors.js';
import type { ViewsTest } from './adapter.js';
import {
  batch,
  deadline,
  deadlines,
  ledger,
  live,
  moment,
  recordedAt,
  sample,
  seen,
  sum,
  timeline,
} from './sample-view.js';

/** How a generation is begun and filled. */
export function fillingFacts(test: ViewsTest): void {
  describe('a generation', () => {
    it('begins at checkpoint 0, and queries do not see it', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      expect(begun).toMatchObject({
        view: 'sample',
        version: 1,
        live: false,
        checkpoint: 0n,
        recordedAt: null,
        taken: 0,
        latestAt: null,
      });
      expect(await views.generations()).toEqual([begun]);
    });

    it('replaces one that was being built, whose runner fails at its next batch', async () => {
      const { views } = test();
      const left = await views.commit(
        await views.begin(sample),
        sample,
        batch(0n, 5n, { timeline: [moment(1)] }),
      );
      const begun = await views.begin(sample);
      expect(await views.generations()).toEqual([begun]);
      const late = views.commit(left, sample, batch(5n, 6n));
      await expect(late).rejects.toBeInstanceOf(CheckpointConflictError);
      await expect(views.fetch(left, timeline, [[1]])).rejects.toBeInstanceOf(CheckpointConflictError);
      await expect(views.promote(left, sample)).rejects.toBeInstanceOf(CheckpointConflictError);
    });

    it('is begun beside the live one, which stays', async () => {
      const { views } = test();
      const first = await live(views, { deadlines: [deadline('a')] });
      const second = await views.begin({ ...sample, version: 2 });
      await views.commit(second, sample, batch(0n, 1n, { deadlines: [deadline('b')] }));
      expect(await seen(views)).toEqual(['a']);
      expect(await views.generations()).toMatchObject([first, { version: 2, live: false, checkpoint: 1n }]);
    });
  });

  describe('a batch', () => {
    it('moves the checkpoint and writes its rows, of all tables', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      const rows = { deadlines: [deadline('a'), deadline('b')], timeline: [moment(1), moment(2)] };
      const filled = await views.commit(begun, sample, batch(0n, 2n, rows));
      expect(filled).toEqual({ ...begun, checkpoint: 2n, recordedAt, taken: 2, latestAt: recordedAt });
      expect(await views.generations()).toEqual([filled]);
      expect(await views.fetch(filled, timeline, [[1], [2]])).toEqual(rows.timeline);
      expect(await views.fetch(filled, deadlines, [['b', 'coolingOff']])).toEqual([rows.deadlines[1]]);
    });

    it('says how many events were taken and how late they were recorded, with the checkpoint', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      const [latestAt, before] = ['2025-01-03T00:00:00.000Z', '2025-01-02T00:00:00.000Z'];
      const given = { ...batch(0n, 970n), recordedAt: before, taken: 10, latestAt };
      const filled = await views.commit(begun, sample, given);
      expect(filled).toMatchObject({ checkpoint: 970n, recordedAt: before, taken: 10, latestAt });
      const late = views.commit(begun, sample, { ...batch(0n, 1940n), taken: 20, latestAt });
      await expect(late).rejects.toBeInstanceOf(CheckpointConflictError);
      expect(await views.generations()).toEqual([filled]);
      expect(await views.promote(filled, sample)).toEqual({ ...filled, live: true });
    });

    it('may change nothing but the checkpoint', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      expect(await views.commit(begun, sample, { ...batch(0n, 9n), changes: [] })).toMatchObject({
        checkpoint: 9n,
      });
    });

    it('replaces rows by key, and removes them by key, also where there is none', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      const first = { deadlines: [deadline('a'), deadline('b'), deadline('c')] };
      const filled = await views.commit(begun, sample, batch(0n, 1n, first));
      const changed = deadline('b', { role: 'counsel', due_at: '2026-01-01T00:00:00.000Z' });
      const removed = [
        ['a', 'coolingOff'],
        ['a', 'no such name'],
        ['x', 'coolingOff'],
      ];
      await views.commit(filled, sample, batch(1n, 2n, { deadlines: [changed], removed }));
      const keys = ['a', 'b', 'c'].map((id) => [id, 'coolingOff']);
      expect(await views.fetch(filled, deadlines, keys)).toEqual([changed, deadline('c')]);
    });

    it('adds to the sums there are, and to 0 where there is none', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      const filled = await views.commit(begun, sample, batch(0n, 1n, { added: [sum('a', 3), sum('b', 0)] }));
      await views.commit(filled, sample, batch(1n, 2n, { added: [sum('a', -5), sum('c', 1)] }));
      const keys = ['a', 'b', 'c', 'd'].map((counter) => ['test', counter]);
      expect(await views.fetch(filled, ledger, keys)).toEqual([sum('a', -2), sum('b', 0), sum('c', 1)]);
    });

    it('keeps values as they are', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      const rows = [
        moment(1, { case_id: '', confirmed_by: 'احمد 🕊', on_behalf_of: null }),
        moment(2 ** 53 - 1, { case_id: '007', confirmed_by: '1e3', on_behalf_of: "'; --" }),
        moment(-5, { revision: 0 }),
      ];
      const filled = await views.commit(begun, sample, batch(0n, 1n, { timeline: rows }));
      expect(await views.fetch(filled, timeline, [[1], [2 ** 53 - 1], [-5]])).toEqual(rows);
    });

    it('from another checkpoint is refused with CHECKPOINT_CONFLICT, and writes nothing', async () => {
      const { views } = test();
      const filled = await views.commit(
        await views.begin(sample),
        sample,
        batch(0n, 3n, { timeline: [moment(1)] }),
      );
      const late = views.commit(
        filled,
        sample,
        batch(2n, 4n, { timeline: [moment(1, { revision: 7 }), moment(2)] }),
      );
      await expect(late).rejects.toMatchObject({
        code: 'CHECKPOINT_CONFLICT',
        view: 'sample',
        expected: 2n,
        actual: 3n,
      });
      expect(await views.fetch(filled, timeline, [[1], [2]])).toEqual([moment(1)]);
      expect(await views.generations()).toEqual([filled]);
    });

    it('is written by one of two runners that both have it', async () => {
      const { views } = test();
      const begun = await views.begin(sample);
      const results = await Promise.allSettled(
        [1, 2, 3].map((role) =>
          views.commit(begun, sample, batch(0n, 1n, { deadlines: [deadline(`r${role}`)] })),
        ),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      const keys = ['r1', 'r2', 'r3'].map((id) => [id, 'coolingOff']);
      expect(await views.fetch(begun, deadlines, keys)).toHaveLength(1);
    });

    it('of ten thousand rows is one batch like any other', async () => {
      const { views } = test();
      const rows = Array.from({ length: 10_000 }, (_, index) => moment(index));
      const filled = await views.commit(await views.begin(sample), sample, batch(0n, 1n, { timeline: rows }));
      expect(
        await views.fetch(
          filled,
          timeline,
          rows.map(({ position }) => [position ?? null]),
        ),
      ).toEqual(rows);
    });
  });

  describe('fetching', () => {
    it('leaves out keys without a row, and sees only its own generation', async () => {
      const { views } = test();
      const first = await live(views, { deadlines: [deadline('a')] });
      const second = await views.begin({ ...sample, version: 2 });
      const keys = [
        ['a', 'coolingOff'],
        ['a', 'other'],
      ];
      expect(await views.fetch(first, deadlines, keys)).toEqual([deadline('a')]);
      expect(await views.fetch(second, deadlines, keys)).toEqual([]);
      expect(await views.fetch(first, deadlines, [])).toEqual([]);
    });
  });
}
