import { describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../errors.js';
import type { TableDefinition, ViewDefinition } from '../../ports/view-store.js';
import type { ViewsTest } from './adapter.js';
import { batch, deadline, deadlines, live, moment, other, sample, seen } from './sample-view.js';

/** What queries see, and how one generation follows another. */
export function liveFacts(test: ViewsTest): void {
  describe('a query', () => {
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

    it('cannot write', async () => {
      const { views } = test();
      await live(views, { deadlines: [deadline('a')] });
      await expect(views.query.deleteFrom('deadline').execute()).rejects.toThrow();
      await expect(views.query.schema.dropTable('deadline').execute()).rejects.toThrow();
      expect(await seen(views)).toEqual(['a']);
    });

    it('can be read row by row', async () => {
      const { views } = test();
      await live(views, { timeline: [moment(1), moment(2), moment(3)] });
      const positions: number[] = [];
      const query = views.query.selectFrom('timeline').select('position').orderBy('position');
      for await (const { position } of query.stream()) positions.push(position);
      expect(positions).toEqual([1, 2, 3]);
    });
  });

  describe('a question aside', () => {
    it('is answered from the same rows', async () => {
      const { views } = test();
      const ids = () => views.queryAside.selectFrom('deadline').select('case_id').execute();
      const first = await live(views, { deadlines: [deadline('a')] });
      expect(await ids()).toEqual([{ case_id: 'a' }]);
      await views.commit(first, sample, batch(1n, 2n, { deadlines: [deadline('b')] }));
      expect(await ids()).toEqual([{ case_id: 'a' }, { case_id: 'b' }]);
    });

    it('answers STORE_UNAVAILABLE while no generation has ever been live, and cannot write', async () => {
      const { views } = test();
      const all = () => views.queryAside.selectFrom('deadline').selectAll().execute();
      await expect(all()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await live(views, { deadlines: [deadline('a')] });
      await expect(views.queryAside.deleteFrom('deadline').execute()).rejects.toThrow();
      expect(await all()).toHaveLength(1);
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

    it('brings other columns with another version, for queries that were asked before too', async () => {
      const { views } = test();
      await live(views, { deadlines: [deadline('a')] });
      const all = () => views.query.selectFrom('deadline').selectAll().execute();
      expect(await all()).toEqual([deadline('a')]);
      const columns = { name: 'text', case_id: 'text', added: 'integer' } as const;
      const changed: TableDefinition = { ...deadlines, columns, indexes: [['added']] };
      const view: ViewDefinition = { name: 'sample', version: 2, tables: [changed] };
      await live(views, { deadlines: [{ case_id: 'b', name: 'n', added: 7 }] }, view);
      expect(await all()).toEqual([{ name: 'n', case_id: 'b', added: 7 }]);
      await expect(views.query.selectFrom('timeline').selectAll().execute()).rejects.toThrow();
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
      const asked: (readonly string[])[] = [];
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
