import { describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../errors.js';
import { compareText } from '@safeconduct/workflow';
import type { Key, Row, TableDefinition, Value, ViewDefinition } from '../../ports/view-store.js';
import type { ViewsTest } from './adapter.js';
import { batch, deadline, deadlines, live, moment, other, sample, seen, timeline } from './sample-view.js';

/** What a reader sees, and how one generation follows another. */
export function liveFacts(test: ViewsTest): void {
  describe('a scan', () => {
    it('answers STORE_UNAVAILABLE while no generation has ever been live', async () => {
      const { views } = test();
      await views.begin(sample);
      await expect(seen(views)).rejects.toBeInstanceOf(StoreUnavailableError);
    });

    it('sees each batch of the live generation as soon as it is committed', async () => {
      const { views } = test();
      const first = await live(views, { deadlines: [deadline('a')] });
      expect(await seen(views)).toEqual(['a']);
      await views.commit(
        first,
        sample,
        batch(1n, 2n, { deadlines: [deadline('b')], removed: [['a', 'coolingOff']] }),
      );
      expect(await seen(views)).toEqual(['b']);
    });

    it('gives whole rows, with the columns in their order', async () => {
      const { views } = test();
      const rows = [moment(1), moment(2, { confirmed_by: 'احمد' })];
      await live(views, { timeline: [...rows].reverse() });
      const found = await views.scan(timeline, { limit: 10 });
      expect(found).toEqual(rows);
      for (const row of found) expect(Object.keys(row)).toEqual(Object.keys(timeline.columns));
    });

    it('is read page by page behind a key of several columns, in the order of the key', async () => {
      const { views } = test();
      const ids = ['b', 'a', '\ufb50', '𞤀', 'A', '', 'ab'];
      const rows = ids.flatMap((id) => [deadline(id), deadline(id, { name: 'answer' })]);
      await live(views, { deadlines: rows });
      const read: Row[] = [];
      for (let after: Key | undefined; ;) {
        const page = await views.scan(deadlines, { after, limit: 3 });
        read.push(...page);
        const last = page.at(-1);
        if (last === undefined) break;
        after = deadlines.key.map((name) => last[name] ?? null);
      }
      expect(read.map((row) => row['case_id'])).toEqual(ids.toSorted(compareText).flatMap((id) => [id, id]));
      expect(read.slice(0, 2).map((row) => row['name'])).toEqual(['answer', 'coolingOff']);
    });

    it('orders numbers by value', async () => {
      const { views } = test();
      const positions = [10, 9, -1, 2 ** 53 - 1, 0];
      await live(views, { timeline: positions.map((position) => moment(position, { revision: 0 })) });
      const rows = await views.scan(timeline, { limit: 10 });
      expect(rows.map((row) => row['position'])).toEqual(positions.toSorted((a, b) => a - b));
    });
  });

  describe('a reader of one moment', () => {
    it('sees what was there, whatever is committed meanwhile', async () => {
      const { views } = test();
      const first = await live(views, { deadlines: [deadline('a'), deadline('c')] });
      const [before, rows] = await views.atOnce([sample], async (then) => {
        const generations = await then.generations();
        const page = await then.scan(deadlines, { limit: 1 });
        const next = batch(1n, 2n, { deadlines: [deadline('b')], removed: [['c', 'coolingOff']] });
        await views.commit(first, sample, next);
        const after = deadlines.key.map((name) => page[0]?.[name] ?? null);
        const rest = await then.scan(deadlines, { after, limit: 10 });
        expect(await then.generations()).toEqual(generations);
        return [generations, [...page, ...rest].map((row) => row['case_id'])] as const;
      });
      expect(before).toEqual([first]);
      expect(rows).toEqual(['a', 'c']);
      expect(await seen(views)).toEqual(['a', 'b']);
    });

    it('has an error of its own, and leaves the store as it was', async () => {
      const { views } = test();
      await live(views, { deadlines: [deadline('a')] });
      await expect(views.atOnce([sample], () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
      expect(await views.atOnce([sample], (then) => then.scan(deadlines, { limit: 10 }))).toHaveLength(1);
      expect(await views.atOnce([], (then) => then.generations())).toHaveLength(1);
      expect(await seen(views)).toEqual(['a']);
    });
  });

  describe('promoting', () => {
    it('makes a generation live and drops the one before', async () => {
      const { views } = test();
      const first = await live(views, { deadlines: [deadline('a')] });
      const second = await live(views, { deadlines: [deadline('b')] });
      expect(await seen(views)).toEqual(['b']);
      expect(await views.generations()).toEqual([second]);
      expect(second).toMatchObject({ live: true, checkpoint: 1n });
      await expect(views.fetch(first, deadlines, [['a', 'coolingOff']])).rejects.toThrow();
    });

    it('can be repeated', async () => {
      const { views } = test();
      const first = await live(views, { deadlines: [deadline('a')] });
      expect(await views.promote(first, sample)).toEqual(first);
      expect(await seen(views)).toEqual(['a']);
    });

    it('brings other columns with another version', async () => {
      const { views } = test();
      await live(views, { deadlines: [deadline('a')] });
      expect(await views.scan(deadlines, { limit: 10 })).toEqual([deadline('a')]);
      const columns = { name: 'text', case_id: 'text', added: 'integer' } as const;
      const changed: TableDefinition = { ...deadlines, columns, indexes: [['added']] };
      const view: ViewDefinition = { name: 'sample', version: 2, tables: [changed] };
      await live(views, { deadlines: [{ case_id: 'b', name: 'n', added: 7 }] }, view);
      expect(await views.scan(changed, { limit: 10 })).toEqual([{ name: 'n', case_id: 'b', added: 7 }]);
      await expect(views.scan(timeline, { limit: 10 })).rejects.toThrow();
    });

    it('leaves other views alone', async () => {
      const { views } = test();
      const first = await live(views, { deadlines: [deadline('a')] });
      const begun = await views.begin(other);
      expect(await views.promote(begun, other)).toMatchObject({ view: 'other', live: true, checkpoint: 0n });
      expect(await views.generations()).toMatchObject([first, { view: 'other' }]);
      expect(await seen(views)).toEqual(['a']);
    });

    it('is one moment: whoever asks meanwhile sees the old rows or the new ones, never none', async () => {
      const { views } = test();
      await live(views, { deadlines: [deadline('a'), deadline('b')] });
      const asked: (readonly Value[])[] = [];
      for (let version = 2; version < 6; version += 1) {
        const rows = [deadline(`c${version}`), deadline(`d${version}`)];
        const begun = await views.begin({ ...sample, version });
        const filled = await views.commit(begun, sample, batch(0n, 1n, { deadlines: rows }));
        const promotion = { done: false };
        const promoted = views.promote(filled, { ...sample, version }).finally(() => (promotion.done = true));
        while (!promotion.done) {
          asked.push(await seen(views));
          await new Promise((resolve) => setImmediate(resolve));
        }
        await promoted;
      }
      for (const ids of asked) expect(ids).toHaveLength(2);
    });
  });
}
