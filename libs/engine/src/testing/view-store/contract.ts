import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../errors.js';
import { ViewsUnderTest, type ViewStoreAdapter } from './adapter.js';
import { fillingFacts } from './filling-facts.js';
import { keptTextFacts } from './kept-text-facts.js';
import { leaseFacts } from './lease-facts.js';
import { liveFacts } from './live-facts.js';
import { replicaFacts } from './replica-facts.js';
import { batch, deadline, live, sample, seen } from './sample-view.js';

/** What every view store must do. */
export function viewStoreContract(name: string, adapter: ViewStoreAdapter): void {
  describe(`view store contract: ${name}`, () => {
    let test: ViewsUnderTest;

    beforeEach(async () => {
      test = await ViewsUnderTest.open(adapter);
    });

    afterEach(() => test.remove());

    it('has no generation at first', async () => {
      expect(await test.views.generations()).toEqual([]);
    });

    fillingFacts(() => test);
    keptTextFacts(() => test);
    liveFacts(() => test);
    leaseFacts(() => test);
    if (adapter.shared === true) replicaFacts(() => test);

    it('answers STORE_UNAVAILABLE once it is closed, and can be closed twice', async () => {
      await live(test.views, { deadlines: [deadline('a')] });
      await test.views.close();
      await test.views.close();
      await expect(seen(test.views)).rejects.toBeInstanceOf(StoreUnavailableError);
      await expect(test.views.generations()).rejects.toBeInstanceOf(StoreUnavailableError);
      await expect(test.views.begin(sample)).rejects.toBeInstanceOf(StoreUnavailableError);
    });

    if (!adapter.durable) return;

    it('goes on where it was when it is opened again', async () => {
      const first = await live(test.views, { deadlines: [deadline('a')] });
      const begun = await test.views.begin({ ...sample, version: 2 });
      const second = await test.views.commit(begun, sample, batch(0n, 4n, { deadlines: [deadline('b')] }));
      await test.reopen();
      expect(await test.views.generations()).toEqual([first, second]);
      expect(await seen(test.views)).toEqual(['a']);
      await test.views.promote(second, { ...sample, version: 2 });
      expect(await seen(test.views)).toEqual(['b']);
    });
  });
}
