import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnderTest, type EventStoreAdapter } from './adapter.js';
import { appendFacts } from './append-facts.js';
import { appendMatrix } from './append-matrix.js';
import { checkFacts } from './check-facts.js';
import { concurrencyFacts } from './concurrency-facts.js';
import { lifecycleFacts, obligationFacts } from './lifecycle-facts.js';
import { listeningFacts } from './listening-facts.js';
import { pouredFacts } from './poured-facts.js';
import { readingFacts } from './reading-facts.js';
import { repetitionFacts } from './repetition-facts.js';
import { severalStreamsFacts } from './several-streams-facts.js';
import { verifiedLog, verifiedStreams } from './verified-log.js';

/**
 * What every event store must do. The facts share one store, each with streams of its own; after each of them
 * the whole log is read back and checked. Names in brackets say which fact of another project's suite is
 * meant: RES are the lints of Rails Event Store (of its repository where no other is named), KurrentDB is the
 * suite of its Node client. `docs/explanation/suites-of-others.md` lists the tests of those suites that do
 * not apply here.
 */
export function eventStoreContract(name: string, adapter: EventStoreAdapter): void {
  describe(`event store contract: ${name}`, () => {
    let shared: StoreUnderTest;
    const test = () => shared;

    beforeAll(async () => {
      shared = await StoreUnderTest.open(adapter);
    });

    afterEach(async () => {
      await verifiedLog(shared.store);
    });

    afterAll(() => shared.remove());

    it('has the capabilities that its adapter declares', () => {
      expect(shared.store.capabilities).toEqual(adapter.capabilities);
    });

    appendFacts(test, adapter);
    appendMatrix(test);
    severalStreamsFacts(test, adapter);
    checkFacts(test, adapter);
    repetitionFacts(test);
    pouredFacts(test, adapter);
    readingFacts(test, adapter);
    obligationFacts(test, adapter);
    listeningFacts(test);
    concurrencyFacts(test, adapter);

    it('holds in each stream what it holds in the log', async () => {
      expect(await verifiedStreams(shared.store)).not.toEqual([]);
    });

    if (adapter.durable) {
      it('holds the same when it is opened again', async () => {
        const log = await verifiedStreams(shared.store);
        await shared.reopen();
        expect(await verifiedStreams(shared.store)).toEqual(log);
      });
    }

    lifecycleFacts(adapter);
  });
}
